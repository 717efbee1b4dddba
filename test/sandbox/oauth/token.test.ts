import { describe, expect, test } from 'vitest';
import { testSandbox } from '../support/sandbox.ts';
import { ASKED, CLIENT, codeOf, exchange, HOST, me, query, refusal, tokenOf } from './support/fixture.ts';

describe('a code', () => {
  test('is good once, also for two at the same time', async () => {
    const sandbox = testSandbox();
    const code = await codeOf(sandbox);
    const both = await Promise.all([exchange(sandbox, { ...CLIENT, code }), exchange(sandbox, { ...CLIENT, code })]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 400]);
    expect(await exchange(sandbox, { ...CLIENT, code })).toMatchObject({ status: 400, body: refusal('invalid_grant') });
  });

  test('is another one each time, and so is its token', async () => {
    const sandbox = testSandbox();
    expect(await codeOf(sandbox)).not.toBe(await codeOf(sandbox));
    expect(await tokenOf(sandbox)).not.toBe(await tokenOf(sandbox));
  });

  test('lives ten minutes', async () => {
    const sandbox = testSandbox();
    const [first, second] = [await codeOf(sandbox), await codeOf(sandbox)];
    sandbox.pass(599);
    expect(await exchange(sandbox, { ...CLIENT, code: first })).toMatchObject({ status: 200 });
    sandbox.pass(1);
    expect(await exchange(sandbox, { ...CLIENT, code: second })).toMatchObject({
      status: 400,
      body: refusal('invalid_grant'),
    });
  });

  test.for([
    ['of nobody', { code: 'nobody' }],
    ['for another app', { client_id: 'app-2' }],
    ['for another redirect_uri', { redirect_uri: 'https://gateway.example/other' }],
    ['for a redirect_uri that is spelled otherwise', { redirect_uri: 'https://gateway.example:443/callback' }],
  ] as const)('%s is refused, and still good for whom it was issued', async ([, wrong]) => {
    const sandbox = testSandbox();
    const right = { ...CLIENT, code: await codeOf(sandbox), redirect_uri: ASKED.redirect_uri };
    expect(await exchange(sandbox, { ...right, ...wrong })).toMatchObject({
      status: 400,
      body: refusal('invalid_grant'),
    });
    expect(await exchange(sandbox, right)).toMatchObject({ status: 200 });
  });
});

describe('the token endpoint', () => {
  const oauthClient = { id: 'app-1', secret: 'hush' };
  const basic = (text: string) => ({ authorization: `Basic ${btoa(text)}` });

  test.for([
    ['JSON', CLIENT, {}],
    ['a form', query({ ...CLIENT, grant_type: 'authorization_code' }), {}],
    ['HTTP Basic', {}, basic('app-1:hush')],
    ['HTTP Basic and the same client_id', { client_id: 'app-1' }, basic('app-1:hush')],
    ['a header of another scheme', CLIENT, { authorization: 'Bearer any' }],
  ] as const)('takes %s', async ([, fields, headers]) => {
    const sandbox = testSandbox({ oauthClient });
    const code = await codeOf(sandbox);
    const given =
      fields instanceof URLSearchParams ? new URLSearchParams([...fields, ['code', code]]) : { ...fields, code };
    expect(await exchange(sandbox, given, headers)).toMatchObject({ status: 200 });
  });

  test.for([
    ['a wrong secret', { ...CLIENT, client_secret: 'guess' }, {}, 401, 'invalid_client'],
    ['no secret', { client_id: 'app-1' }, {}, 401, 'invalid_client'],
    ['no client', {}, {}, 401, 'invalid_client'],
    ['the secret of nobody', { ...CLIENT, client_id: 'app-2' }, {}, 401, 'invalid_client'],
    ['a wrong secret in Basic', {}, basic('app-1:guess'), 401, 'invalid_client'],
    ['a Basic that is none', {}, { authorization: 'Basic !' }, 401, 'invalid_client'],
    ['a Basic with a broken escape', {}, basic('app-1:%zz'), 401, 'invalid_client'],
    ['a secret in both places', CLIENT, basic('app-1:hush'), 400, 'invalid_request'],
    ['two clients', { client_id: 'app-2' }, basic('app-1:hush'), 400, 'invalid_request'],
    ['no code', { ...CLIENT, code: '' }, {}, 400, 'invalid_request'],
    ['a code that is no text', { ...CLIENT, code: { $ne: '' } }, {}, 400, 'invalid_request'],
    ['a list', [], {}, 400, 'invalid_request'],
    ['another grant', { ...CLIENT, grant_type: 'refresh_token' }, {}, 400, 'unsupported_grant_type'],
    ['a field twice', new URLSearchParams(`${query(CLIENT)}&code=a&code=b`), {}, 400, 'invalid_request'],
    ['another media type', CLIENT, { 'content-type': 'text/plain' }, 400, 'invalid_request'],
    ['no JSON', 'not an object', {}, 400, 'invalid_request'],
    ['more than 64 KiB', { ...CLIENT, more: 'x'.repeat(65 * 1024) }, {}, 413, 'invalid_request'],
  ] as const)('refuses %s', async ([, fields, headers, status, error]) => {
    const answer = await exchange(testSandbox({ oauthClient }), fields, headers);
    expect(answer).toMatchObject({ status, body: refusal(error) });
    const isBasic = 'authorization' in headers;
    expect(answer.headers.has('www-authenticate')).toBe(status === 401 && isBasic);
  });

  test('does not repeat a body that it cannot read', async () => {
    const { fetch } = testSandbox();
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${HOST}/auth/eagle/token`, { method: 'POST', headers, body: 'canary-secret' });
    expect(response.status).toBe(400);
    expect(await response.text()).not.toContain('canary');
  });

  test('accepts any id and secret where no app was named', async () => {
    const sandbox = testSandbox();
    const code = await codeOf(sandbox, { ...ASKED, client_id: 'whoever' });
    expect(await exchange(sandbox, { client_id: 'whoever', client_secret: 'whatever', code })).toMatchObject({
      status: 200,
    });
  });
});

describe('an access token', () => {
  const revoked = {
    status: 401,
    body: {
      type: 'error.list',
      request_id: expect.any(String),
      errors: [expect.objectContaining({ code: 'token_revoked' })],
    },
  };

  test('is accepted beside the one that the sandbox was given, and others still are not', async () => {
    const sandbox = testSandbox({ token: 'right' });
    expect(await me(sandbox, await tokenOf(sandbox))).toMatchObject({ status: 200 });
    expect(await me(sandbox, 'right')).toMatchObject({ status: 200 });
    expect(await me(sandbox, 'wrong')).toMatchObject({ status: 401, body: { errors: [{ code: 'unauthorized' }] } });
  });

  test('is refused once it was revoked, and no other is', async () => {
    const sandbox = testSandbox({ token: 'right' });
    const [token, other] = [await tokenOf(sandbox), await tokenOf(sandbox)];
    const answer = await sandbox.call('POST', '/_sandbox/revoke', { token }, { authorization: '' });
    expect(answer).toMatchObject({ status: 200, body: { revoked: true } });
    const refused = await me(sandbox, token);
    expect(refused).toMatchObject(revoked);
    expect(refused.headers.get('x-ratelimit-limit')).toBeNull();
    expect(await me(sandbox, other)).toMatchObject({ status: 200 });
    expect(await me(sandbox, 'right')).toMatchObject({ status: 200 });
  });

  test('of any other origin can be revoked too', async () => {
    for (const sandbox of [testSandbox(), testSandbox({ token: 'theirs' })]) {
      expect(await me(sandbox, 'theirs')).toMatchObject({ status: 200 });
      await sandbox.call('POST', '/_sandbox/revoke', { token: 'theirs' });
      expect(await me(sandbox, 'theirs')).toMatchObject(revoked);
    }
  });

  test.for([undefined, 7, {}, { token: 7 }, { token: '' }, 'token', []])('%j revokes nothing', async (body) => {
    const sandbox = testSandbox();
    expect(await sandbox.call('POST', '/_sandbox/revoke', body)).toMatchObject({
      status: 400,
      body: { type: 'error.list', errors: [{ field: 'token' }] },
    });
  });

  test('a reset forgets codes, tokens and revocations', async () => {
    const sandbox = testSandbox({ token: 'right' });
    const [token, code] = [await tokenOf(sandbox), await codeOf(sandbox)];
    await sandbox.call('POST', '/_sandbox/revoke', { token: 'right' });
    await sandbox.call('POST', '/_sandbox/reset');
    expect(await me(sandbox, 'right')).toMatchObject({ status: 200 });
    expect(await me(sandbox, token)).toMatchObject({ status: 401, body: { errors: [{ code: 'unauthorized' }] } });
    expect(await exchange(sandbox, { ...CLIENT, code })).toMatchObject({ status: 400, body: refusal('invalid_grant') });
  });
});
