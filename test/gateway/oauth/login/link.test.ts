import { expect, test } from 'vitest';
import { loginGateway, PUBLIC_URL } from './support/login-fixture.ts';

const MINUTES = 60_000;
const LINK = `${PUBLIC_URL}/oauth/intercom/link`;

test('a link works once, also where many open it at once', async () => {
  await using login = await loginGateway();
  const link = await login.link();
  const answers = await Promise.all(Array.from({ length: 10 }, () => login.browser().get(link)));
  expect(answers.map(({ status }) => status).sort()).toEqual([302, ...Array(9).fill(400)]);
  const again = await login.browser().get(link);
  expect(again.body).toContain('was used before');
  expect(again.headers.getSetCookie()).toEqual([]);
});

test('a preview of a link does not use it up; whoever follows its page goes on', async () => {
  await using login = await loginGateway();
  const link = await login.link();
  // As chats, mail filters and browsers before 2023 ask: nothing says that a person goes to a page.
  const guess = { 'sec-fetch-dest': 'document', 'sec-purpose': 'prefetch;prerender' };
  for (const init of [{}, { method: 'HEAD' }, { headers: { 'sec-fetch-dest': 'image' } }, { headers: guess }]) {
    const shown = await login.gateway.fetch(new Request(link, init));
    expect([shown.status, shown.headers.getSetCookie()]).toEqual([200, []]);
  }
  // Nor does a page of somebody else that loads what follows as a picture or in a frame.
  for (const dest of ['image', 'iframe', 'empty']) {
    const loaded = await login.gateway.fetch(
      new Request(`${link}&continue=1`, { headers: { 'sec-fetch-dest': dest } }),
    );
    expect([dest, loaded.status, loaded.headers.getSetCookie()]).toEqual([dest, 200, []]);
  }
  const page = await (await login.gateway.fetch(new Request(link))).text();
  const [, href = ''] = /<a href="([^"]+)"/.exec(page) ?? [];
  const next = new URL(href.replaceAll('&amp;', '&'), link);
  const answered = await login.gateway.fetch(new Request(next));
  expect([answered.status, answered.headers.getSetCookie().length]).toEqual([302, 1]);
  expect((await login.gateway.fetch(new Request(next))).status).toBe(400);
});

test('a page about a hostile link holds nothing but its text', async () => {
  await using login = await loginGateway();
  const hostile = `${PUBLIC_URL}/oauth/intercom/start?${new URLSearchParams({ link: '"><script>x</script>' })}`;
  const page = await (await login.gateway.fetch(new Request(hostile))).text();
  expect(page).not.toContain('<script');
  expect(page).toContain('<a href="?link=%22%3E%3Cscript');
});

test('a link is over after 10 minutes, as it says', async () => {
  await using login = await loginGateway();
  const made = await login.api('POST', LINK, { region: 'us' });
  expect(made.status).toBe(201);
  expect(made.body).toEqual({
    url: expect.stringMatching(/^https:\/\/gateway\.test\/oauth\/intercom\/start\?link=imcp_log_[\w-]{43}$/),
    expires_at: new Date(login.now() + 10 * MINUTES).toISOString(),
  });
  const other = await login.link();
  login.pass(10 * MINUTES - 1);
  expect((await login.browser().get(other)).status).toBe(302);
  login.pass(1);
  expect((await login.browser().get(made.body.url)).status).toBe(400);
});

test.each(['', '?link=', '?link=imcp_log_x', `?link=imcp_log_${'A'.repeat(43)}`])(
  'start%s leads nowhere',
  async (query) => {
    await using login = await loginGateway();
    const answered = await login.browser().get(`${PUBLIC_URL}/oauth/intercom/start${query}`);
    expect(answered.status).toBe(400);
    expect(answered.headers.get('content-security-policy')).toContain("default-src 'none'");
  },
);

test('a link is made for who has the admin key, and sends no more than it needs', async () => {
  await using login = await loginGateway();
  const wrong = { authorization: 'Bearer wrong' };
  expect(await login.api('POST', LINK, { region: 'us' }, wrong)).toMatchObject({ status: 401 });
  expect(await login.api('POST', LINK, {}, wrong)).toMatchObject({ status: 401 });
  const long = { region: 'us', label: 'x'.repeat(64 * 1024) };
  expect(await login.api('POST', LINK, long, wrong)).toMatchObject({ status: 401 });
  expect(await login.api('POST', LINK, long)).toMatchObject({
    status: 413,
    body: { error: { code: 'body_too_large' } },
  });
});

const wrong: [object, string | undefined, number, string][] = [
  [{}, 'region', 400, 'invalid_input'],
  [{ region: 'mars' }, 'region', 400, 'unknown_region'],
  [{ region: '__proto__' }, 'region', 400, 'unknown_region'],
  [{ region: 'us', label: ' ' }, 'label', 400, 'invalid_input'],
  [{ region: 'us', lable: 'x' }, 'lable', 400, 'invalid_input'],
  [{ region: 'us', label: 'a\u0000b' }, 'label', 400, 'invalid_input'],
  [{ region: 'us', integrated_account_id: 'a\u0000b' }, undefined, 404, 'not_found'],
  [{ region: 'us', integrated_account_id: 'none' }, undefined, 404, 'not_found'],
  [{ region: 'eu', integrated_account_id: 'ACCOUNT' }, 'region', 400, 'other_region'],
  [{ region: 'us', integrated_account_id: 'ACCOUNT', label: 'x' }, 'label', 400, 'invalid_input'],
];
test.each(wrong)('a link is not made for %j', async (body, field, status, code) => {
  await using login = await loginGateway();
  const id = await login.account('Fernhill', 'access-token');
  const given = 'integrated_account_id' in body && body.integrated_account_id === 'ACCOUNT' ? id : undefined;
  const answered = await login.api('POST', LINK, {
    ...body,
    ...(given !== undefined && { integrated_account_id: given }),
  });
  expect(answered.status).toBe(status);
  expect(answered.body.error.code).toBe(code);
  expect(answered.body.error.field).toBe(field);
  expect(await login.store.db.selectFrom('logins').selectAll().execute()).toEqual([]);
});

test('a link is not made without an app at Intercom, and the answer says what to set', async () => {
  await using login = await loginGateway({ login: undefined });
  const answered = await login.api('POST', LINK, { region: 'us' });
  expect(answered.status).toBe(400);
  expect(answered.body.error).toMatchObject({ code: 'no_login' });
  expect(answered.body.error.help).toMatch(/INTERCOM_CLIENT_ID and INTERCOM_CLIENT_SECRET/);
  for (const step of ['start', 'callback'])
    expect((await login.browser().get(`${PUBLIC_URL}/oauth/intercom/${step}`)).body).toContain('no app at Intercom');
});
