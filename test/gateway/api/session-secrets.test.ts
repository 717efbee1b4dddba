import { pino } from 'pino';
import { expect, test, vi } from 'vitest';
import { BY_SYSTEM } from '../../../gateway/audit/audit-entry.ts';
import { newToken } from '../../../gateway/secrets/tokens.ts';
import { createSignInLink } from '../../../gateway/sessions/sign-in-link.ts';
import { ADMIN_KEY, type TestGateway, testGateway } from '../support/gateway.ts';
import { browserOf, signedIn } from '../support/signed-in.ts';

test('control 3: no token of a session, code of a link or wrong key stands in a log, a metric, the audit log or an answer', async () => {
  const log: string[] = [];
  const logger = pino({ level: 'trace' }, { write: (line: string) => log.push(line) });
  await using made = await testGateway({ logger });
  const { gateway, store } = made;
  const answers: string[] = [];
  const api: TestGateway['api'] = async (...asked) => {
    const answered = await made.api(...asked);
    answers.push(JSON.stringify([[...answered.headers].filter(([name]) => name !== 'set-cookie'), answered.body]));
    return answered;
  };
  const code = new URL(await createSignInLink(gateway.context, BY_SYSTEM)).hash.replace('#sign-in=', '');
  const [wrongKey, wrongCode] = [newToken('admin'), newToken('signIn')];
  const browser = await signedIn({ api }, { code });
  for (const proof of [{ key: wrongKey }, { code: wrongCode }, { code }, { key: wrongKey, code }, { key: [ADMIN_KEY] }])
    expect((await browserOf({ api }).ask('POST', '/session', proof)).status).toBeGreaterThan(399);
  const [, token = ''] = browser.cookie.split('=');
  answers.splice(0, 1);
  for (const path of ['/session', '/audit', '/admin-key', '/openapi.json', '/metrics', '/nowhere'])
    await browser.ask('GET', path);
  await browser.ask('DELETE', '/session/current', undefined, { 'x-csrf-token': token });
  vi.spyOn(store.sessions, 'list').mockRejectedValueOnce(new RangeError('a bug'));
  expect((await browser.ask('GET', '/session')).status).toBe(500);
  const { csrf } = browser;
  await browser.ask('DELETE', '/session/current');
  gateway.context.refusals.close();
  await gateway.context.audit.flush();
  const told = {
    log: log.join(''),
    audit: JSON.stringify(await store.db.selectFrom('audit').selectAll().execute()),
    metrics: await gateway.context.metrics.registry.metrics(),
    answers: answers.join('\n'),
  };
  const { digest } = gateway.context;
  const secrets = [token, csrf, code, wrongKey, wrongCode, ADMIN_KEY].flatMap((secret) => [secret, digest(secret)]);
  for (const [place, text] of Object.entries(told))
    expect(secrets.filter((secret) => text.includes(secret)).map((secret) => `${place}: ${secret}`)).toEqual([]);
  expect(told.log).toContain('a request failed');
  expect(told.audit).toContain('session.delete');
  expect(told.audit).toContain('wrong_sign_in_code');
});
