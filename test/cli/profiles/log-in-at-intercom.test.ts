import { expect, test } from 'vitest';
import { logInAtIntercom } from '../../../cli/profiles/log-in-at-intercom.ts';
import { createSandbox, listenSandbox } from '../../../sandbox/index.ts';

async function login(go: (link: URL, redirect: string) => Promise<unknown>, overrides: Record<string, string> = {}) {
  await using workspace = await listenSandbox(createSandbox());
  const environment = {
    INTERCOM_CLIENT_ID: 'my-app',
    INTERCOM_CLIENT_SECRET: 'secret',
    INTERCOM_OAUTH_URL: `${workspace.url}/oauth`,
    INTERCOM_TOKEN_URL: `${workspace.url}/auth/eagle/token`,
    ...overrides,
  };
  const gone: Promise<unknown>[] = [];
  const failed = new AbortController();
  const onLink = (link: string, redirect: string) => {
    gone.push(go(new URL(link), redirect).catch((error: unknown) => failed.abort(error)));
  };
  const { signal } = failed;
  const outcome = await logInAtIntercom({ port: 0, environment, onLink, signal }).catch((error: unknown) => error);
  await Promise.all(gone);
  return outcome;
}

test('the browser agrees and comes back with a code, which becomes a token', async () => {
  const token = await login(async (link, redirect) => {
    expect(redirect).toMatch(/^http:\/\/localhost:\d+\/oauth\/intercom\/callback$/);
    expect(Object.fromEntries(link.searchParams)).toMatchObject({ client_id: 'my-app', redirect_uri: redirect });
    // Neither another page nor another's state ends it.
    expect((await fetch(new URL('/', redirect))).status).toBe(404);
    expect((await fetch(`${redirect}?code=x&state=y`)).status).toBe(404);
    const back = new URL(redirect);
    back.searchParams.set('state', link.searchParams.get('state') ?? '');
    back.searchParams.set('code', await codeFrom(link));
    expect(await (await fetch(back)).text()).toContain('goes on in the terminal');
  });
  expect(token).toEqual(expect.any(String));
});

test('who declines gets no token, and is told how to try again', async () => {
  const refused = await login(async (link, redirect) => {
    await fetch(`${redirect}?error=access_denied&state=${link.searchParams.get('state')}`);
  });
  expect(refused).toMatchObject({ code: 'access_denied', help: expect.stringContaining('login --oauth') });
});

test('without an app there is nothing to log in by', async () => {
  const refused = await login(async () => {}, { INTERCOM_CLIENT_ID: '', INTERCOM_CLIENT_SECRET: '' });
  expect(refused).toMatchObject({ code: 'invalid_config', message: expect.stringContaining('needs an app') });
});

/** What the sample workspace sends the browser back with, once its form was sent. */
async function codeFrom(link: URL): Promise<string> {
  const body = new URLSearchParams([...link.searchParams, ['decision', 'approve']]);
  const response = await fetch(new URL('/oauth', link), { method: 'POST', body, redirect: 'manual' });
  const back = new URL(response.headers.get('location') ?? '');
  return back.searchParams.get('code') ?? '';
}
