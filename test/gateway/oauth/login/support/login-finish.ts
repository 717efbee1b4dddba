import { expect } from 'vitest';
import { APP, type Begun, type LoginGateway } from './login-fixture.ts';

/** What must stand nowhere; all of it was seen by the gateway. */
function secretsOf({ sent }: LoginGateway, { browser, link, state, back }: Begun, cookie: string): string[] {
  const given = [
    new URL(link).searchParams.get('link'),
    state,
    cookie,
    back.searchParams.get('code'),
    APP.clientSecret,
    encodeURIComponent(APP.clientSecret),
    ...sent.tokens,
    ...browser.cookies.values(),
  ];
  return given.filter((text) => text !== null);
}

/** Finishes a login, and looks for its secrets in everything that can be read afterwards. */
export async function finish(
  login: LoginGateway,
  begun: Begun,
  back = begun.back,
): Promise<{ status: number; body: string }> {
  const cookie = begun.browser.cookies.get('__Host-imcp_login') ?? '';
  expect(cookie).toMatch(/^imcp_log_/);
  const { status, headers, body } = await begun.browser.get(back);
  expect(headers.get('content-type')).toMatch(/^text\/html/);
  expect(headers.get('cache-control')).toBe('no-store');
  const readable = [body, JSON.stringify([...headers]), await login.written()].join('\n');
  expect(readable).toContain('/oauth/:api/callback');
  const secrets = secretsOf(login, begun, cookie);
  expect(secrets.filter((secret) => secret.length < 8)).toEqual([]);
  expect(secrets.filter((secret) => readable.includes(secret))).toEqual([]);
  return { status, body };
}

/** What became of logins, by the audit log. */
export async function statusesOf({ store }: LoginGateway): Promise<string[]> {
  const rows = await store.db.selectFrom('audit').select('status').where('action', '=', 'login.finish').execute();
  return rows.map(({ status }) => status);
}
