import { expect, test } from 'vitest';
import { cast } from '../../../sandbox/sample/cast.ts';
import { type TestGateway, testGateway } from '../support/gateway.ts';

const change = { contact_id: cast.contacts.amara, name: 'Changed' };

/** Asks for a change and answers the text of the result. */
async function ask({ mcp }: TestGateway, url: string, token?: string): Promise<string> {
  const args = { ...change, ...(token !== undefined && { confirmation_token: token }) };
  const { message } = await mcp(url, 'tools/call', { name: 'update_a_intercom_contact_by_id', arguments: args });
  return JSON.stringify(message.result?.content);
}

function tokenIn(text: string): string {
  return /[0-9a-z]+\.[\w-]{12}\.[\w-]{43}/.exec(text)?.[0] ?? expect.fail(`no token in ${text}`);
}

const config = { methods: ['update'], confirm: 'write' as const };

test('a call is confirmed once, whichever process of the gateway is asked', async () => {
  await using first = await testGateway();
  const { sandbox, store } = first;
  await using second = await testGateway({ store, sandbox, now: first.now });
  const { url } = await first.server(await first.account(), config);
  const token = tokenIn(await ask(first, url));
  expect(sandbox.changes()).toEqual([]);
  expect(await ask(second, url, token)).toContain('Changed');
  expect(sandbox.changes()).not.toEqual([]);
  // Neither the process that gave the token nor the one that took it takes it again.
  sandbox.reset();
  await ask(first, url, token);
  await ask(second, url, token);
  expect(sandbox.changes()).toEqual([]);
});

test('a token of one server confirms nothing on another', async () => {
  await using gateway = await testGateway();
  const account = await gateway.account();
  const [mine, other] = [await gateway.server(account, config), await gateway.server(account, config)];
  const token = tokenIn(await ask(gateway, mine.url));
  await ask(gateway, other.url, token);
  expect(gateway.sandbox.changes()).toEqual([]);
  expect(await ask(gateway, mine.url, token)).toContain('Changed');
});
