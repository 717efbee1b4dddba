import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { cast } from '../../../sandbox/sample/cast.ts';
import type { TestGateway } from '../support/gateway.ts';
import { type TwoWorkspaces, twoWorkspaces } from '../support/two-workspaces.ts';

const change = { contact_id: cast.contacts.amara, name: 'Changed' };
const UPDATE = 'update_a_intercom_contact_by_id';

const toolList = z.looseObject({
  tools: z.array(
    z.looseObject({
      name: z.string(),
      inputSchema: z.looseObject({
        properties: z.record(z.string(), z.unknown()),
        required: z.array(z.string()).default([]),
      }),
    }),
  ),
});

/** A server over both workspaces. */
async function both({ gateway, ids }: TwoWorkspaces, config: object = { methods: ['read', 'write'] }) {
  const path = `/integrated-account/${ids.us}/mcp`;
  return gateway.api('POST', path, { name: 'Both', config, accounts: [ids.us, ids.eu] });
}

function caller({ mcp }: TestGateway, url: string) {
  return async (name: string, args: object): Promise<string> =>
    JSON.stringify((await mcp(url, 'tools/call', { name, arguments: args })).message);
}

async function toolsOf({ mcp }: TestGateway, url: string) {
  return toolList.parse((await mcp(url, 'tools/list')).message.result).tools;
}

describe('one server over two workspaces', () => {
  test('asks each tool for the account, and works on no other', async () => {
    await using two = await twoWorkspaces();
    const { gateway, us, eu, ids } = two;
    const made = await both(two);
    expect(made).toMatchObject({ status: 201, body: { accounts: [ids.us, ids.eu] } });
    const { url } = made.body;
    for (const { inputSchema } of await toolsOf(gateway, url)) {
      expect(inputSchema.properties.account).toMatchObject({ type: 'string', enum: ['Acme US', 'Acme EU'] });
      expect(inputSchema.required).toContain('account');
    }
    const call = caller(gateway, url);
    expect(await call(UPDATE, { ...change, account: 'Acme EU' })).toContain('Changed');
    expect(us.changes()).toEqual([]);
    expect(eu.changes()).not.toEqual([]);
    eu.reset();
    // But for the case of its letters; and the answer says which it was.
    expect(await call(UPDATE, { ...change, account: 'acme us' })).toContain('in the workspace \\"Acme US\\"');
    expect(us.changes()).not.toEqual([]);
    expect(eu.changes()).toEqual([]);
  });

  test.each([
    ['none', {}, 'account: is missing'],
    ['one that there is not', { account: 'Acme' }, 'no workspace is called \\"Acme\\"'],
    ['something else than a text', { account: ['Acme EU'] }, 'account: is missing'],
  ])('a call that names %s is refused with the names that there are, and changes nothing', async (_, args, message) => {
    await using two = await twoWorkspaces();
    const { body } = await both(two);
    const text = await caller(two.gateway, body.url)(UPDATE, { ...change, ...args });
    expect(text).toContain(message);
    expect(text).toContain('\\"Acme US\\", \\"Acme EU\\"');
    expect([two.us.changes(), two.eu.changes()]).toEqual([[], []]);
  });

  test('tells of both in its instructions, and writes each call down at its account', async () => {
    await using two = await twoWorkspaces();
    const { gateway, ids } = two;
    const { body } = await both(two);
    const { message } = await gateway.mcp(body.url, 'server/discover');
    expect(JSON.stringify(message.result)).toMatch(
      /Each tool works on the Intercom workspace that its argument account names, and on no other: \\"Acme US\\" \([^)]*region us[^)]*\) as its admin [^;]*; \\"Acme EU\\"/,
    );
    const call = caller(gateway, body.url);
    await call(UPDATE, { ...change, account: 'Acme EU' });
    await call('get_single_intercom_me', { account: 'Acme US' });
    const callsOf = async (id: string) => {
      const { body: log } = await gateway.api('GET', `/integrated-account/${id}/audit?action=tools/call`);
      return log.result.map(({ tool, status }: { tool: string; status: string }) => [tool, status]);
    };
    expect(await callsOf(ids.us)).toEqual([['get_single_intercom_me', 'ok']]);
    expect(await callsOf(ids.eu)).toEqual([
      [UPDATE, 'ok'],
      [UPDATE, 'begun'],
    ]);
  });

  test('finds, describes and calls by discovery, which takes the account beside the name or among the arguments', async () => {
    await using two = await twoWorkspaces();
    const { gateway, us, eu } = two;
    const { body } = await both(two, { methods: ['read', 'write'], mode: 'discovery' });
    const asking = (await toolsOf(gateway, body.url)).filter(({ inputSchema }) => 'account' in inputSchema.properties);
    expect(asking.map(({ name }) => name)).toEqual(['call_read_tool', 'call_write_tool']);
    const call = caller(gateway, body.url);
    expect(await call('search_tools', { query: 'change a contact' })).toContain(UPDATE);
    await call('call_write_tool', { name: UPDATE, account: 'Acme EU', arguments: change });
    expect([us.changes().length > 0, eu.changes().length > 0]).toEqual([false, true]);
    await call('call_write_tool', { name: UPDATE, arguments: { ...change, account: 'Acme US' } });
    expect(us.changes()).not.toEqual([]);
    expect(await call('call_write_tool', { name: UPDATE, arguments: change })).toContain('account: is missing');
  });

  test('runs a program in the account that its call names, and in no other', async () => {
    await using two = await twoWorkspaces();
    const { gateway, ids, us, eu } = two;
    const { body } = await both(two, { methods: ['read', 'write'], mode: 'code' });
    const asking = (await toolsOf(gateway, body.url)).filter(({ inputSchema }) => 'account' in inputSchema.properties);
    expect(asking.map(({ name }) => name)).toEqual(['run_read_code', 'run_code']);
    const call = caller(gateway, body.url);
    const code = `return await intercom['${UPDATE}'](${JSON.stringify(change)})`;
    expect(await call('run_code', { code })).toContain('account: is missing');
    expect(await call('run_code', { code, account: 'Acme EU' })).toContain('This was in the workspace');
    expect([us.changes(), eu.changes().length > 0]).toEqual([[], true]);
    const { body: log } = await gateway.api('GET', `/integrated-account/${ids.eu}/audit?action=tools/call`);
    expect(log.result.map(({ tool }: { tool: string }) => tool)).toEqual(['run_code', UPDATE, UPDATE]);
  });

  test('cursors and consent of one account are worth nothing at the other', async () => {
    await using two = await twoWorkspaces();
    const { us, eu } = two;
    const { body } = await both(two, { methods: ['read', 'write'], confirm: 'write' });
    const call = caller(two.gateway, body.url);
    const list = { limit: 1 };
    const page = await call('list_all_intercom_contacts', { ...list, account: 'Acme US' });
    const next_cursor = /next_cursor\\":\\"([^\\]+)/.exec(page)?.[1] ?? expect.fail(page);
    expect(await call('list_all_intercom_contacts', { ...list, next_cursor, account: 'Acme US' })).not.toContain(
      'isError',
    );
    const asked = await call(UPDATE, { ...change, account: 'Acme US' });
    expect(asked).toContain('In the workspace \\"Acme US\\"');
    const confirmation_token = /[0-9a-z]+\.[\w-]{12}\.[\w-]{43}/.exec(asked)?.[0] ?? expect.fail(asked);
    await call(UPDATE, { ...change, confirmation_token, account: 'Acme EU' });
    expect([us.changes(), eu.changes()]).toEqual([[], []]);
    await call(UPDATE, { ...change, confirmation_token, account: 'Acme US' });
    expect([us.changes().length > 0, eu.changes()]).toEqual([true, []]);
  });

  test('goes on without an account that is disconnected, whichever it is', async () => {
    for (const gone of ['us', 'eu'] as const) {
      await using two = await twoWorkspaces();
      const { gateway, ids } = two;
      const { body } = await both(two);
      await gateway.api('DELETE', `/integrated-account/${ids[gone]}`);
      const stays = gone === 'us' ? 'eu' : 'us';
      const [first] = await toolsOf(gateway, body.url);
      expect(first?.inputSchema.properties.account).toBeUndefined();
      await caller(gateway, body.url)(UPDATE, change);
      expect([two[gone].changes(), two[stays].changes().length > 0]).toEqual([[], true]);
      const read = await gateway.api('GET', `/integrated-account/${ids[stays]}/mcp/${body.id}`);
      expect(read).toMatchObject({ status: 200, body: { integrated_account_id: ids[stays], accounts: [ids[stays]] } });
    }
  });

  test('shows a label as it is now, and with an id where another one has it meanwhile', async () => {
    await using two = await twoWorkspaces();
    const { gateway, ids } = two;
    const { body } = await both(two);
    const labels = async () => {
      const [first] = await toolsOf(gateway, body.url);
      return z.looseObject({ enum: z.array(z.string()) }).parse(first?.inputSchema.properties.account).enum;
    };
    await gateway.api('PATCH', `/integrated-account/${ids.eu}`, { label: 'Europe' });
    expect(await labels()).toEqual(['Acme US', 'Europe']);
    await gateway.api('PATCH', `/integrated-account/${ids.eu}`, { label: 'acme us' });
    const [us = '', eu = ''] = await labels();
    expect([us, eu]).toEqual([`Acme US #${ids.us.slice(0, 8)}`, `acme us #${ids.eu.slice(0, 8)}`]);
    await caller(gateway, body.url)(UPDATE, { ...change, account: eu });
    expect([two.us.changes(), two.eu.changes().length > 0]).toEqual([[], true]);
  });
});

test('with two servers in one client, who goes by their names works in the right workspace alone, ten times of ten', async () => {
  await using two = await twoWorkspaces();
  const { gateway, us, eu, ids } = two;
  const connected = [];
  for (const id of [ids.us, ids.eu]) {
    const config = { methods: ['read', 'write'] };
    const { body } = await gateway.api('POST', `/integrated-account/${id}/mcp`, { name: 'Support', config });
    const client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode: 'auto' } });
    const send: typeof fetch = (input, init) => gateway.gateway.fetch(new Request(input, init));
    await client.connect(new StreamableHTTPClientTransport(new URL(body.url), { fetch: send }));
    connected.push(client);
  }
  const titles = connected.map((client) => client.getServerVersion()?.title);
  expect(titles).toEqual(['Acme US: Support', 'Acme EU: Support']);
  expect(new Set(connected.map((client) => client.getServerVersion()?.name)).size).toBe(2);
  for (let times = 0; times < 10; times += 1) {
    // What a model has to choose by: whose workspace each says that it is.
    const chosen = connected.find((client) => client.getInstructions()?.includes('workspace "Acme EU"'));
    const result = await chosen?.callTool({
      name: 'intercom_conversations_reply',
      arguments: {
        conversation_id: cast.conversations.refund,
        message_type: 'comment',
        type: 'admin',
        admin_id: cast.admins.maya,
        body: `Reply ${times}`,
      },
    });
    expect(result?.isError ?? false, JSON.stringify(result)).toBe(false);
    expect(us.changes()).toEqual([]);
    expect(eu.changes()).not.toEqual([]);
    eu.reset();
  }
  for (const client of connected) await client.close();
});
