import { expect, test } from 'vitest';
import { oauthGateway, opens, statuses } from './support/oauth-client.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

test('is good once: used again, it revokes all that came from its consent', async () => {
  await using gateway = await oauthGateway();
  const { clientId, ...authorized } = await gateway.authorize();
  const first = await gateway.exchange({ clientId, ...authorized });
  const second = await gateway.refresh(clientId, first.body.refresh_token);
  expect(second.body).toMatchObject({ token_type: 'Bearer', expires_in: 3600 });
  const third = await gateway.refresh(clientId, second.body.refresh_token);
  expect(third.status).toBe(200);
  gateway.test.pass(29 * DAY);
  await gateway.test.gateway.sweep();
  const replay = await gateway.refresh(clientId, first.body.refresh_token);
  expect([replay.status, replay.body.error]).toEqual([400, 'invalid_grant']);
  expect((await gateway.refresh(clientId, third.body.refresh_token)).body.error).toBe('invalid_grant');
  expect(await opens(gateway, third.body.access_token)).toBe(false);
  expect(await statuses(gateway, 'oauth.token')).toEqual(['replayed', 'ok', 'ok', 'ok']);
});

test('is good again for ten seconds, while nothing that came from it was redeemed', async () => {
  await using gateway = await oauthGateway();
  const { clientId, ...authorized } = await gateway.authorize();
  const { body } = await gateway.exchange({ clientId, ...authorized });
  const first = await gateway.refresh(clientId, body.refresh_token);
  gateway.test.pass(10_000);
  const again = await gateway.refresh(clientId, body.refresh_token);
  for (const answer of [first, again]) expect(await opens(gateway, answer.body.access_token)).toBe(true);
  gateway.test.pass(1);
  expect((await gateway.refresh(clientId, body.refresh_token)).body.error).toBe('invalid_grant');
  for (const answer of [first, again]) expect(await opens(gateway, answer.body.access_token)).toBe(false);
  expect((await gateway.refresh(clientId, again.body.refresh_token)).body.error).toBe('invalid_grant');
});

test('has no grace once its successor was redeemed', async () => {
  await using gateway = await oauthGateway();
  const { clientId, ...authorized } = await gateway.authorize();
  const { body } = await gateway.exchange({ clientId, ...authorized });
  const first = await gateway.refresh(clientId, body.refresh_token);
  const second = await gateway.refresh(clientId, first.body.refresh_token);
  expect((await gateway.refresh(clientId, body.refresh_token)).body.error).toBe('invalid_grant');
  expect(await opens(gateway, second.body.access_token)).toBe(false);
  expect(await statuses(gateway, 'oauth.token')).toEqual(['replayed', 'ok', 'ok', 'ok']);
});

test('of two that were given out for one, the second is over when the first was redeemed', async () => {
  await using gateway = await oauthGateway();
  const { clientId, ...authorized } = await gateway.authorize();
  const { body } = await gateway.exchange({ clientId, ...authorized });
  const [one, two] = [
    await gateway.refresh(clientId, body.refresh_token),
    await gateway.refresh(clientId, body.refresh_token),
  ];
  gateway.test.pass(HOUR);
  // Whichever the client kept.
  const kept = await gateway.refresh(clientId, two.body.refresh_token);
  expect(kept.status).toBe(200);
  gateway.test.pass(10_001);
  expect((await gateway.refresh(clientId, one.body.refresh_token)).body.error).toBe('invalid_grant');
  expect(await opens(gateway, kept.body.access_token)).toBe(false);
});

test('is redeemed ten times at once, and no more often', async () => {
  await using gateway = await oauthGateway();
  const { clientId, ...authorized } = await gateway.authorize();
  const { body } = await gateway.exchange({ clientId, ...authorized });
  const answers = await Promise.all(Array.from({ length: 14 }, () => gateway.refresh(clientId, body.refresh_token)));
  expect(answers.map(({ status }) => status).sort()).toEqual([...Array(10).fill(200), ...Array(4).fill(429)]);
  for (const answer of answers.filter(({ status }) => status === 200))
    expect(await opens(gateway, answer.body.access_token)).toBe(true);
});

test('has no grace for another client', async () => {
  await using gateway = await oauthGateway();
  const { clientId, ...authorized } = await gateway.authorize();
  const { body } = await gateway.exchange({ clientId, ...authorized });
  const first = await gateway.refresh(clientId, body.refresh_token);
  const thief = await gateway.register();
  expect((await gateway.refresh(thief, body.refresh_token)).body.error).toBe('invalid_grant');
  expect(await opens(gateway, first.body.access_token)).toBe(false);
});

test('of another client or kind is refused', async () => {
  await using gateway = await oauthGateway();
  const authorized = await gateway.authorize();
  const { body } = await gateway.exchange(authorized);
  const other = await gateway.register();
  expect((await gateway.refresh(other, body.refresh_token)).body.error).toBe('invalid_grant');
  expect((await gateway.refresh(authorized.clientId, body.access_token)).body.error).toBe('invalid_grant');
  expect((await gateway.refresh(authorized.clientId, '')).body.error).toBe('invalid_request');
  const twice = new URLSearchParams({ grant_type: 'refresh_token', client_id: authorized.clientId });
  for (let count = 0; count < 2; count++) twice.append('refresh_token', body.refresh_token);
  const refused = await gateway.fetch(`${gateway.issuer}/token`, { method: 'POST', body: twice });
  expect(await refused.json()).toMatchObject({ error: 'invalid_request' });
  expect((await gateway.refresh(authorized.clientId, body.refresh_token)).status).toBe(200);
});

test('lives for 30 days', async () => {
  await using gateway = await oauthGateway();
  const authorized = await gateway.authorize();
  const { body } = await gateway.exchange(authorized);
  gateway.test.pass(30 * DAY - 1);
  const { body: next } = await gateway.refresh(authorized.clientId, body.refresh_token);
  expect(next.expires_in).toBe(3600);
  gateway.test.pass(30 * DAY);
  expect((await gateway.refresh(authorized.clientId, next.refresh_token)).body.error).toBe('invalid_grant');
});
