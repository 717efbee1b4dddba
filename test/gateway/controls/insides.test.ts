import { describe, expect, test, vi } from 'vitest';
import { createSandbox } from '../../../sandbox/index.ts';
import { asker, eras, legacyPost, toolResult } from '../support/eras.ts';
import { testGateway } from '../support/gateway.ts';
import { openTestStore } from '../support/open-test-store.ts';

/** What an answer must not hold: lines of a stack, paths of this machine, names of what runs inside. */
const INSIDES =
  /\bat \S+ \(|node_modules|file:\/\/|\.[mc]?[jt]s:\d|\/(home|srv|usr|work|app)\/|SQLITE|kysely|of-the-account/i;

describe.each(eras)('control 20: an error tells nothing of the inside, in $revision', (era) => {
  test('a bug inside', async () => {
    const sandbox = createSandbox();
    await using made = await testGateway({
      fetch: async (input, init) =>
        new Request(input, init).url.endsWith('/me') ? sandbox.fetch(input, init) : new Response('{}', { status: 401 }),
    });
    // Where it is noted that the credential ended.
    vi.spyOn(made.store.accounts, 'update').mockRejectedValue(new RangeError('of-the-account'));
    const { url } = await made.server(await made.account('Fernhill', 'of-the-account'));
    const answer = await asker(made, era)(url, 'tools/call', { name: 'list_all_intercom_admins', arguments: {} });
    const text = JSON.stringify([answer.message, ...answer.headers]);
    expect(text).toContain('this call failed inside the server (RangeError)');
    expect(text).not.toMatch(INSIDES);
  });

  test('a store that is gone', async () => {
    const store = await openTestStore(':memory:');
    await using made = await testGateway({ store });
    const account = await made.account();
    const { url } = await made.server(account);
    await store.close();
    const answers = [
      await made.gateway.fetch(era.request(url, 'tools/list')),
      await made.gateway.fetch(legacyPost(url, '{')),
      await made.gateway.fetch(new Request(url)),
    ];
    for (const response of answers) {
      expect([response.status, await response.json()]).toEqual([
        500,
        {
          error: {
            code: 'internal',
            message: 'The gateway failed.',
            help: 'Try again; the log of the gateway says more.',
          },
        },
      ]);
    }
    for (const path of [`/integrated-account/${account}`, '/api-token', '/readyz'])
      expect(JSON.stringify((await made.api('GET', path)).body)).not.toMatch(INSIDES);
  });

  const stack = 'Error: boom\n    at handle (/srv/app/node_modules/x/index.js:10:3)';
  const failures: [string, () => Response | Promise<never>][] = [
    [
      'a list of errors with the token',
      () => Response.json({ errors: [{ message: 'of-the-account' }] }, { status: 403 }),
    ],
    ['a text with the token', () => new Response('{"a": "of-the-account', { status: 500 })],
    ['a page with a stack', () => new Response(`<html><title>Oops</title><pre>${stack}`, { status: 502 })],
    ['an answer that is not JSON', () => new Response(stack)],
    [
      'a redirect',
      () => new Response(null, { status: 302, headers: { location: 'http://127.0.0.1:1/?of-the-account' } }),
    ],
    [
      'a connection that breaks',
      () => Promise.reject(new TypeError(`of-the-account ${stack}`, { cause: new Error(stack) })),
    ],
    [
      'an answer that breaks off',
      () => new Response(new ReadableStream({ start: (to) => to.error(new Error(stack)) })),
    ],
  ];
  test.each(failures)('of Intercom: %s', async (_, fail) => {
    const sandbox = createSandbox();
    await using made = await testGateway({
      fetch: async (input, init) =>
        new Request(input, init).url.endsWith('/me') ? sandbox.fetch(input, init) : fail(),
    });
    const { url } = await made.server(await made.account('Fernhill', 'of-the-account'));
    const answer = await asker(made, era)(url, 'tools/call', { name: 'list_all_intercom_admins', arguments: {} });
    expect(toolResult(answer).isError).toBe(true);
    expect(JSON.stringify([answer.message, ...answer.headers])).not.toMatch(INSIDES);
  });
});
