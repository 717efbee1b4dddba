import { describe, expect, test } from 'vitest';
import { finish, statusesOf } from './support/login-finish.ts';
import { APP, accountsOf, loginGateway, PUBLIC_URL } from './support/login-fixture.ts';

test('a login that succeeds leaves none of its secrets behind', async () => {
  await using login = await loginGateway();
  const begun = await login.begin();
  const { status, body } = await finish(login, begun);
  expect(status).toBe(200);
  expect(body).toContain('Fernhill is connected');
  expect(login.sent.tokens).toEqual([expect.stringMatching(/^sandbox-[\w-]{43}$/)]);
  expect(Object.fromEntries(login.sent.forms[0] ?? [])).toEqual({
    client_id: APP.clientId,
    client_secret: APP.clientSecret,
    code: begun.back.searchParams.get('code'),
    grant_type: 'authorization_code',
    redirect_uri: `${PUBLIC_URL}/oauth/intercom/callback`,
  });
});

describe('the way back from Intercom', () => {
  test('without access is a page that says so', async () => {
    await using login = await loginGateway();
    const begun = await login.begin(undefined, 'cancel');
    expect(begun.back.searchParams.get('error')).toBe('access_denied');
    const { status, body } = await finish(login, begun);
    expect(status).toBe(403);
    expect(body).toContain('not granted at Intercom');
    expect(await statusesOf(login)).toEqual(['access_denied']);
    expect(login.sent.forms).toEqual([]);
    expect((await begun.browser.get(begun.back)).status).toBe(400);
  });

  const answers: [string, (query: URLSearchParams) => void, string][] = [
    ['an error of OAuth', (query) => query.set('error', 'server_error'), 'authorization_failed'],
    ['an error in words of its own', (query) => query.set('error', '<b>the end</b>'), 'authorization_failed'],
    ['an error that repeats the code', (query) => query.set('error', query.get('code') ?? ''), 'authorization_failed'],
    ['no code', (query) => query.delete('code'), 'authorization_answer_invalid'],
    ['an empty code', (query) => query.set('code', ''), 'authorization_answer_invalid'],
    ['two codes', (query) => query.append('code', 'another'), 'authorization_answer_invalid'],
    ['another issuer', (query) => query.set('iss', 'https://evil.example'), 'authorization_answer_invalid'],
    ['a token in the address', (query) => query.set('token', 'x'), 'authorization_answer_invalid'],
    [
      'two errors',
      (query) => [1, 2].map((each) => query.append('error', String(each))),
      'authorization_answer_invalid',
    ],
  ];
  test.each(answers)('with %s brings nothing', async (_, change, reason) => {
    await using login = await loginGateway();
    const begun = await login.begin();
    const back = new URL(begun.back);
    change(back.searchParams);
    const { status, body } = await finish(login, begun, back);
    expect(status).toBe(400);
    expect(body).toContain('Nothing was connected');
    expect(body).not.toContain('<b>');
    expect(await statusesOf(login)).toEqual([reason]);
    expect(login.sent.forms).toEqual([]);
    expect(begun.browser.cookies.size).toBe(0);
  });
});

describe('the workspace', () => {
  const error = (status: number) => (token: string) =>
    Response.json({ type: 'error.list', errors: [{ code: 'unauthorized', message: `no: ${token}` }] }, { status });
  const answers: [string, (token: string) => Response, number, string, string][] = [
    ['401', error(401), 400, 'token_refused', 'us region refuses the access token'],
    ['403', error(403), 400, 'token_refused', 'us region refuses the access token'],
    ['404', error(404), 400, 'token_refused', 'us region refuses the access token'],
    ['HTML', (token) => new Response(`<p>${token}</p>`), 502, 'upstream_failed', 'could not be asked'],
    ['a redirect', (token) => Response.redirect(`https://a.example/${token}`), 502, 'upstream_failed', 'could not be'],
  ];
  test.each(answers)(
    'answers %s with the token in it: the page has words of its own',
    async (_, answer, status, reason, words) => {
      await using login = await loginGateway({
        send: (request) =>
          request.url.endsWith('/me')
            ? Promise.resolve(answer(request.headers.get('authorization')?.replace('Bearer ', '') ?? ''))
            : undefined,
      });
      const answered = await finish(login, await login.begin());
      expect(login.sent.tokens).toEqual([expect.stringMatching(/^sandbox-/)]);
      expect(answered.status).toBe(status);
      expect(answered.body).toContain(words);
      expect(await statusesOf(login)).toEqual([reason]);
      expect(await accountsOf(login)).toEqual([]);
    },
  );

  test('is another than that of the account: nothing is changed', async () => {
    await using login = await loginGateway();
    const id = await login.account('Fernhill', 'access-token');
    await login.store.accounts.update(id, { workspace_id: 'another', status: 'needs_reauth' });
    const before = await login.store.accounts.get(id);
    const { status, body } = await finish(login, await login.begin({ region: 'us', integrated_account_id: id }));
    expect(status).toBe(400);
    expect(body).toContain('another workspace');
    expect(await login.store.accounts.get(id)).toEqual(before);
    expect(await statusesOf(login)).toEqual(['other_workspace']);
  });

  test('lost its account meanwhile: the login is not known any more', async () => {
    await using login = await loginGateway();
    const id = await login.account('Fernhill', 'access-token');
    const begun = await login.begin({ region: 'us', integrated_account_id: id });
    await login.store.transaction(({ accounts }) => accounts.remove(id, login.now() + 1000));
    expect((await begun.browser.get(begun.back)).status).toBe(400);
    expect(login.sent.forms).toEqual([]);
    expect(await accountsOf(login)).toEqual([]);
  });

  test('lost its account while Intercom was asked: nothing is created', async () => {
    const lost: { remove?: () => Promise<unknown> } = {};
    await using login = await loginGateway({
      send: (request) =>
        request.url === APP.tokenUrl && lost.remove
          ? lost.remove().then(() => login.sandbox.fetch(request))
          : undefined,
    });
    const id = await login.account('Fernhill', 'access-token');
    lost.remove = () => login.store.transaction(({ accounts }) => accounts.remove(id, login.now() + 1000));
    const { status, body } = await finish(login, await login.begin({ region: 'us', integrated_account_id: id }));
    expect(status).toBe(400);
    expect(body).toContain('was deleted');
    expect(await accountsOf(login)).toEqual([]);
  });
});
