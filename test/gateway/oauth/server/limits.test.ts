import { expect, test } from 'vitest';
import { CALLBACK, oauthGateway } from './support/oauth-client.ts';

const UNKNOWN = `imcp_oac_${'x'.repeat(43)}`;

test('sixty failures of a client in a minute end its requests from that address alone', async () => {
  await using gateway = await oauthGateway();
  gateway.comeFrom('192.0.2.1');
  const { clientId, ...authorized } = await gateway.authorize();
  const { body } = await gateway.exchange({ clientId, ...authorized });
  const thief = await gateway.register();
  const statuses: number[] = [];
  for (let count = 0; count < 61; count++) statuses.push((await gateway.refresh(thief, 'wrong')).status);
  expect(statuses).toEqual([...Array(60).fill(400), 429]);
  // Right or wrong, at either endpoint.
  const limited = await gateway.post('revoke', { client_id: thief, token: 'unknown' });
  expect([limited.status, limited.headers.get('retry-after'), limited.body.error]).toEqual([
    ...[429, '60', 'temporarily_unavailable'],
  ]);
  // Another client of the same address, as of a service with many users.
  expect((await gateway.refresh(clientId, body.refresh_token)).status).toBe(200);
  gateway.comeFrom('192.0.2.2');
  expect((await gateway.refresh(thief, 'wrong')).status).toBe(400);
  gateway.comeFrom('192.0.2.1');
  gateway.test.pass(60_000);
  expect((await gateway.refresh(thief, 'wrong')).status).toBe(400);
});

test('the audit log says where consents, tokens and revocations came from', async () => {
  await using gateway = await oauthGateway();
  gateway.comeFrom('192.0.2.9');
  const { clientId, ...authorized } = await gateway.authorize();
  const { body } = await gateway.exchange({ clientId, ...authorized });
  await gateway.post('revoke', { client_id: clientId, token: body.access_token });
  const { db } = gateway.test.store;
  const rows = await db.selectFrom('audit').select(['action', 'address']).where('action', 'like', 'oauth.%').execute();
  expect(rows.map(({ action, address }) => `${action} ${address}`).sort()).toEqual([
    'oauth.authorize 192.0.2.9',
    'oauth.revoke 192.0.2.9',
    'oauth.token 192.0.2.9',
  ]);
});

test('unknown clients are counted by their address, and end no known one', async () => {
  await using gateway = await oauthGateway();
  const { clientId, ...authorized } = await gateway.authorize();
  const { body } = await gateway.exchange({ clientId, ...authorized });
  const statuses: number[] = [];
  for (let count = 0; count < 62; count++) statuses.push((await gateway.refresh(UNKNOWN, 'wrong')).status);
  expect(statuses).toEqual([...Array(60).fill(401), 429, 429]);
  expect((await gateway.refresh(clientId, body.refresh_token)).status).toBe(200);
});

test('what a caller writes into X-Forwarded-For gives it no attempts', async () => {
  await using gateway = await oauthGateway();
  gateway.comeFrom('192.0.2.1');
  const body = JSON.stringify({ redirect_uris: [CALLBACK] });
  const register = async (index: number): Promise<number> => {
    const headers = { 'content-type': 'application/json', 'x-forwarded-for': `198.51.100.${index}` };
    return (await gateway.fetch(`${gateway.issuer}/register`, { method: 'POST', body, headers })).status;
  };
  for (let index = 0; index < 60; index++) expect(await register(index)).toBe(201);
  expect(await register(60)).toBe(429);
});

test('behind a trusted proxy every caller has attempts of their own', async () => {
  await using gateway = await oauthGateway({ trustedProxies: ['10.0.0.0/8'] });
  gateway.comeFrom('10.0.0.1');
  const page = await gateway.open(await gateway.authorizeUrl({ client_id: await gateway.register() }));
  const answer = async (address: string, api_token: string): Promise<number> => {
    const fields = { api_token, decision: 'allow' };
    return (await gateway.submit(page, fields, { 'x-forwarded-for': address })).response.status;
  };
  for (let count = 0; count < 5; count++) expect(await answer('192.0.2.1', 'wrong')).toBe(401);
  expect(await answer('192.0.2.1', gateway.apiToken)).toBe(429);
  expect(await answer('192.0.2.2', gateway.apiToken)).toBe(302);
});
