import { createDocument } from '@mixmark-io/domino';
import * as oauth from 'oauth4webapi';
import { describe, expect, test } from 'vitest';
import { listenSandbox, type Sandbox } from '../sandbox/index.ts';
import { testSandbox } from './sandbox.ts';

const HOST = 'http://sandbox.test';
const ASKED = {
  client_id: 'app-1',
  redirect_uri: 'https://gateway.example/callback',
  state: 'st&te/1',
  response_type: 'code',
};
const CLIENT = { client_id: 'app-1', client_secret: 'hush' };

type Fields = Readonly<Record<string, string>>;
const query = (fields: Fields): URLSearchParams => new URLSearchParams({ ...fields });

const show = ({ fetch }: Sandbox, fields: Fields = ASKED) => fetch(`${HOST}/oauth?${query(fields)}`);

/** Presses a button of the page, as a browser does: with every field that the form has. */
async function press(sandbox: Sandbox, label: string, fields: Fields = ASKED, origin = HOST): Promise<Response> {
  const send = origin === HOST ? sandbox.fetch : fetch;
  const page = createDocument(await (await send(`${origin}/oauth?${query(fields)}`)).text());
  const form = page.querySelector('form');
  const inputs = Array.from(page.querySelectorAll('form input'));
  const button = Array.from(page.querySelectorAll('form button')).find(({ textContent }) => textContent === label);
  const body = [...inputs, ...(button ? [button] : [])].map((control): [string, string] => [
    control.getAttribute('name') ?? '',
    control.getAttribute('value') ?? '',
  ]);
  return send(new URL(form?.getAttribute('action') ?? '/no-form', origin), {
    method: form?.getAttribute('method') ?? 'GET',
    body: new URLSearchParams(body),
    redirect: 'manual',
  });
}

const locationOf = (response: Response): URL => new URL(response.headers.get('location') ?? 'about:blank');

async function codeOf(sandbox: Sandbox, fields: Fields = ASKED): Promise<string> {
  const code = locationOf(await press(sandbox, 'Authorize access', fields)).searchParams.get('code');
  expect(code).toMatch(/^[\w-]{43}$/);
  return code ?? '';
}

/** Asks for a token: with a form where the fields are URLSearchParams, else with JSON. */
async function exchange({ fetch }: Sandbox, fields: unknown, headers: Readonly<Record<string, string>> = {}) {
  const isForm = fields instanceof URLSearchParams;
  const response = await fetch(`${HOST}/auth/eagle/token`, {
    method: 'POST',
    headers: { ...(!isForm && { 'content-type': 'application/json' }), ...headers },
    body: isForm ? fields : JSON.stringify(fields),
  });
  expect(response.headers.get('cache-control')).toBe('no-store');
  return { status: response.status, headers: response.headers, body: (await response.json()) as unknown };
}

async function tokenOf(sandbox: Sandbox): Promise<string> {
  const { body } = await exchange(sandbox, { ...CLIENT, code: await codeOf(sandbox) });
  expect(body).toEqual({ token_type: 'Bearer', access_token: expect.any(String), token: expect.any(String) });
  // Its shape was just asserted.
  return (body as { token: string }).token;
}

const refusal = (error: string) => ({ error, error_description: expect.stringMatching(/^[ !#-[\]-~]+$/) });
const me = (sandbox: ReturnType<typeof testSandbox>, token: string) =>
  sandbox.call('GET', '/me', undefined, { authorization: `Bearer ${token}` });

describe('a client library', () => {
  test.for([
    ['in the body', oauth.ClientSecretPost],
    ['with HTTP Basic', oauth.ClientSecretBasic],
  ] as const)('goes from the page to an answer of the API, with its secret %s', async ([, authentication]) => {
    // What a form has to encode shows whether it is decoded.
    const oauthClient = { id: 'app 1/ü', secret: 'p:a+s%s &=' };
    const sandbox = testSandbox({ oauthClient, token: 'another' });
    await using listening = await listenSandbox(sandbox);
    const server = {
      issuer: listening.url,
      authorization_endpoint: `${listening.url}/oauth`,
      token_endpoint: `${listening.url}/auth/eagle/token`,
    };
    const client = { client_id: oauthClient.id };
    const redirectUri = 'http://127.0.0.1:1/callback?account=7';
    const asked = { client_id: oauthClient.id, redirect_uri: redirectUri, state: oauth.generateRandomState() };
    const back = locationOf(await press(sandbox, 'Authorize access', asked, listening.url));
    expect(back.href).toContain('http://127.0.0.1:1/callback?account=7&code=');
    const parameters = oauth.validateAuthResponse(server, client, back, asked.state);
    const request = () =>
      oauth.authorizationCodeGrantRequest(
        server,
        client,
        authentication(oauthClient.secret),
        parameters,
        redirectUri,
        oauth.nopkce,
        { [oauth.allowInsecureRequests]: true },
      );
    const token = await oauth.processAuthorizationCodeResponse(server, client, await request());
    expect(token).toMatchObject({ token_type: 'bearer', token: token.access_token });
    expect(token).not.toHaveProperty('expires_in');
    expect(token).not.toHaveProperty('refresh_token');
    const answer = await fetch(`${listening.url}/me`, { headers: { authorization: `Bearer ${token.access_token}` } });
    expect(await answer.json()).toMatchObject({ id: '149302' });
    await expect(oauth.processAuthorizationCodeResponse(server, client, await request())).rejects.toMatchObject({
      error: 'invalid_grant',
      status: 400,
    });
  });

  test('learns that the person cancelled', async () => {
    const response = await press(testSandbox(), 'Cancel');
    expect(response.status).toBe(302);
    const back = locationOf(response);
    expect(back.origin + back.pathname).toBe(ASKED.redirect_uri);
    expect(Object.fromEntries(back.searchParams)).toEqual({ error: 'access_denied', state: ASKED.state });
    expect(() =>
      oauth.validateAuthResponse({ issuer: HOST }, { client_id: ASKED.client_id }, back, ASKED.state),
    ).toThrow(expect.objectContaining({ error: 'access_denied' }));
  });
});

describe('the page', () => {
  test('names the app, the workspace and where the person goes, and cannot be framed, scripted or kept', async () => {
    const response = await show(testSandbox());
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': expect.stringMatching(
        /^default-src 'none'; style-src 'sha256-[\w+/]+='; form-action 'self' https:; base-uri 'none'; frame-ancestors 'none'$/,
      ),
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
    const page = createDocument(await response.text());
    expect(page.querySelector('h1')?.textContent).toBe('app-1 asks for access to Fernhill');
    expect(page.body.textContent).toContain('gateway.example');
    expect(Array.from(page.querySelectorAll('button'), ({ textContent }) => textContent)).toEqual([
      'Authorize access',
      'Cancel',
    ]);
    expect(page.querySelectorAll('script')).toHaveLength(0);
  });

  test.for([
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' autofocus onfocus='alert(1)",
    '&lt;b&gt;',
  ])('shows a client_id and a state of %s as what they are', async (text) => {
    const sandbox = testSandbox();
    const fields = { ...ASKED, client_id: text, state: text };
    const page = createDocument(await (await show(sandbox, fields)).text());
    expect(page.querySelector('h1')?.textContent).toBe(`${text} asks for access to Fernhill`);
    expect(page.querySelectorAll('script, img, [autofocus]')).toHaveLength(0);
    const back = locationOf(await press(sandbox, 'Authorize access', fields));
    expect(back.searchParams.get('state')).toBe(text);
  });

  test('a refused value is shown as what it is, too', async () => {
    const text = 'javascript:"><script>alert(1)</script>';
    const response = await show(testSandbox(), { ...ASKED, redirect_uri: text });
    const page = createDocument(await response.text());
    expect(page.body.textContent).toContain(text);
    expect(page.querySelectorAll('script, a, form')).toHaveLength(0);
  });

  test('a host cannot add to the policy', async () => {
    const response = await show(testSandbox(), { ...ASKED, redirect_uri: 'https://a;sandbox,default-src/' });
    expect(response.headers.get('content-security-policy')).not.toMatch(/sandbox|,/);
  });

  test('a state that was not sent does not come back', async () => {
    const { state: _, ...stateless } = ASKED;
    expect(locationOf(await press(testSandbox(), 'Cancel', stateless)).search).toBe('?error=access_denied');
  });
});

describe('nobody is sent to', () => {
  test.for([
    'http://gateway.example/callback',
    'http://127.0.0.1.evil.example/',
    'http://127.evil.example/',
    'http://localhost.evil.example/',
    'http://localhost@evil.example/',
    'http://127.0.0.1:80@evil.example/',
    'https://gateway.example@evil.example/',
    'https://@evil.example/',
    'https:evil.example',
    'https:/evil.example',
    'https:///evil.example',
    'https:\\\\evil.example',
    'https://gateway.example\\@evil.example/',
    '//evil.example/',
    '/callback',
    'callback',
    '',
    ' https://gateway.example/',
    'https://gateway.example/\r\nSet-Cookie: a=b',
    'https://gateway.example/#fragment',
    'https://gateway.example/#',
    'javascript:alert(1)//https://gateway.example',
    'data:text/html,hello',
    'intercom://callback',
    'https://',
  ])('%j, neither by the page nor by its form', async (redirect_uri) => {
    const { fetch } = testSandbox();
    const fields = { ...ASKED, redirect_uri };
    const form = new URLSearchParams({ ...fields, decision: 'approve' });
    for (const response of [
      await fetch(`${HOST}/oauth?${query(fields)}`),
      await fetch(`${HOST}/oauth`, { method: 'POST', body: form }),
    ]) {
      expect(response.status).toBe(400);
      expect(response.headers.get('location')).toBeNull();
      const page = createDocument(await response.text());
      expect(page.querySelector('h1')?.textContent).toBe('The app cannot be authorized');
      expect(page.querySelectorAll('form, a')).toHaveLength(0);
    }
  });

  test.for([
    'https://gateway.example',
    'http://localhost:3000/cb?a=b',
    'http://[::1]:8080/cb',
    'HTTPS://Gateway.Example/',
  ])('elsewhere than %s, which is allowed', async (redirect_uri) => {
    const back = locationOf(await press(testSandbox(), 'Cancel', { ...ASKED, redirect_uri }));
    expect(back.origin).toBe(new URL(redirect_uri).origin);
  });

  const { client_id: _, ...anonymous } = ASKED;
  test.for([
    ['no client_id', anonymous],
    ['another app than the known one', { ...ASKED, client_id: 'app-2' }],
    ['another response_type', { ...ASKED, response_type: 'token' }],
  ] as const)('an app that asks with %s', async ([, fields]) => {
    const response = await show(testSandbox({ oauthClient: { id: 'app-1', secret: 'hush' } }), fields);
    expect(response.status).toBe(400);
    expect(response.headers.get('location')).toBeNull();
  });

  test('one of two addresses', async () => {
    const { fetch } = testSandbox();
    const response = await fetch(`${HOST}/oauth?${query(ASKED)}&redirect_uri=https%3A%2F%2Fevil.example`);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('redirect_uri is there more than once');
  });

  test.for([
    ['from another page', 403, { 'sec-fetch-site': 'cross-site' }, { ...ASKED, decision: 'approve' }],
    ['from a page of the same site', 403, { 'sec-fetch-site': 'same-site' }, { ...ASKED, decision: 'approve' }],
    ['without a decision', 400, {}, ASKED],
    ['with another decision', 400, {}, { ...ASKED, decision: 'yes' }],
    ['of another media type', 400, { 'content-type': 'text/plain' }, { ...ASKED, decision: 'approve' }],
    ['of more than 64 KiB', 413, {}, { ...ASKED, state: 'x'.repeat(65 * 1024), decision: 'approve' }],
  ] as const)('the app by a form %s', async ([, status, headers, fields]) => {
    const { fetch } = testSandbox();
    const response = await fetch(`${HOST}/oauth`, { method: 'POST', headers, body: new URLSearchParams(fields) });
    expect(response.status).toBe(status);
    expect(response.headers.get('location')).toBeNull();
    expect(response.headers.get('content-type')).toContain('text/html');
  });
});

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

test('none of it spends requests, fails by chance or changes the workspace', async () => {
  const sandbox = testSandbox({ rateLimit: 1 });
  const headers = { authorization: 'Bearer sandbox' };
  for (const path of [`/oauth?${query(ASKED)}`, '/oauth'])
    expect((await sandbox.fetch(`${HOST}${path}`, { headers })).headers.has('x-ratelimit-limit')).toBe(false);
  expect((await me(sandbox, 'sandbox')).headers.get('x-ratelimit-remaining')).toBe('0');
  expect(sandbox.changes()).toEqual([]);
  expect(await tokenOf(testSandbox({ fail: 1 }))).toMatch(/^sandbox-/);
});
