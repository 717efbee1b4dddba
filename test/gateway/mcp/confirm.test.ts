import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { cast } from '../../../sandbox/sample/cast.ts';
import { modernRequest, readAnswer } from '../../support/mcp-post.ts';
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

describe('a client that can ask its user', () => {
  const yes = { confirm: { action: 'accept', content: { confirm: true } } };
  const capabilities = { elicitation: { form: {} } };

  /** Asks for a change as such a client; answers the result. */
  async function askable({ gateway }: TestGateway, url: string, more: object = {}, args: object = {}) {
    const name = 'update_a_intercom_contact_by_id';
    const params = { name, arguments: { ...change, ...args }, ...more };
    const { message } = await readAnswer(
      await gateway.fetch(modernRequest('tools/call', params, { url, capabilities })),
    );
    return z.looseObject({ resultType: z.string(), requestState: z.string().default('') }).parse(message.result);
  }

  test('is asked, and the answer counts once, whichever process of the gateway gets it', async () => {
    await using first = await testGateway();
    const { sandbox, store } = first;
    await using second = await testGateway({ store, sandbox, now: first.now });
    const { url } = await first.server(await first.account(), config);
    const { resultType, requestState, ...asked } = await askable(first, url);
    expect(resultType).toBe('input_required');
    expect(JSON.stringify(asked)).not.toContain('confirmation_token');
    expect(sandbox.changes()).toEqual([]);
    const answer = { inputResponses: yes, requestState };
    expect(await askable(second, url, answer)).toMatchObject({ resultType: 'complete' });
    expect(sandbox.changes()).not.toEqual([]);
    sandbox.reset();
    for (const gateway of [first, second]) {
      expect(await askable(gateway, url, answer)).toMatchObject({ resultType: 'input_required' });
    }
    expect(sandbox.changes()).toEqual([]);
  });

  test('is asked for each server, call and purpose', async () => {
    await using gateway = await testGateway();
    const account = await gateway.account();
    const [mine, other] = [await gateway.server(account, config), await gateway.server(account, config)];
    const { requestState } = await askable(gateway, mine.url);
    const answer = { inputResponses: yes, requestState };
    expect(await askable(gateway, other.url, answer)).toMatchObject({ resultType: 'input_required' });
    expect(await askable(gateway, mine.url, answer, { name: 'Other' })).toMatchObject({ resultType: 'input_required' });
    // Nobody has answered: the state is no token, whether the client says that it can ask or not.
    expect(await ask(gateway, mine.url, requestState)).toContain('Nothing was done');
    const token = { confirmation_token: requestState };
    expect(await askable(gateway, mine.url, {}, token)).toMatchObject({ isError: true });
    // And a token is no state, nor is it taken from a client that can ask.
    const minted = tokenIn(await ask(gateway, mine.url));
    expect(await askable(gateway, mine.url, {}, { confirmation_token: minted })).toMatchObject({ isError: true });
    const instead = { inputResponses: yes, requestState: minted };
    expect(await askable(gateway, mine.url, instead)).toMatchObject({ resultType: 'input_required' });
    expect(gateway.sandbox.changes()).toEqual([]);
    expect(await askable(gateway, mine.url, answer)).toMatchObject({ resultType: 'complete' });
  });
});
