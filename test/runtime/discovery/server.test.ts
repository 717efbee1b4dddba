import { Client as McpClient } from '@modelcontextprotocol/client';
import { InMemoryTransport } from '@modelcontextprotocol/server';
import { describe, expect, test } from 'vitest';
import { catalog, loadTool } from '../../../intercom/catalog.ts';
import { createClient } from '../../../intercom/client.ts';
import { intercomProfile } from '../../../intercom/profile.ts';
import type { ToolFilter } from '../../../runtime/catalog/filter.ts';
import { createDiscovery, type McpServerOptions, serveStdio } from '../../../runtime/mcp/index.ts';

interface Session extends AsyncDisposable {
  readonly client: McpClient;
  readonly sent: readonly string[];
  readonly call: (name: string, args: unknown) => Promise<{ readonly isError?: boolean; readonly text: string }>;
}

/** A server over what a filter keeps, with discovery unless switched off, and the requests that it sends to the API. */
async function connect(filter: ToolFilter = {}, settings: Partial<McpServerOptions> = {}): Promise<Session> {
  const sent: string[] = [];
  const api = createClient({
    token: 'test-token',
    fetch: async (url, init) => {
      sent.push(`${init?.method} ${new URL(String(url)).pathname}`);
      return Response.json({ type: 'conversation', id: '7', state: 'open' });
    },
  });
  const toolbox = createDiscovery({ profile: intercomProfile, from: catalog });
  const [here, there] = InMemoryTransport.createLinkedPair();
  const server = serveStdio(
    { client: api, profile: intercomProfile, catalog, filter, loadTool, toolbox, ...settings },
    { transport: there },
  );
  const client = new McpClient({ name: 'test', version: '1' }, { versionNegotiation: { mode: 'auto' } });
  await client.connect(here);
  return {
    client,
    sent,
    call: async (name, args) => {
      const { content, isError } = await client.callTool({ name, arguments: { ...Object(args) } });
      const [first] = content;
      return { ...(isError !== undefined && { isError }), text: first?.type === 'text' ? first.text : '' };
    },
    [Symbol.asyncDispose]: async () => {
      await client.close();
      await server.close();
    },
  };
}

const READ = 'get_single_intercom_conversation_by_id';
const WRITE = 'intercom_conversations_manage';
const close = { conversation_id: '7', admin_id: '1', message_type: 'close', type: 'admin' };

test('a model searches, describes and calls', async () => {
  await using session = await connect();
  const { tools } = await session.client.listTools();
  expect(tools.map(({ name }) => name)).toEqual([
    'search_tools',
    'describe_tools',
    'call_read_tool',
    'call_write_tool',
  ]);
  expect((await session.call('search_tools', { query: 'close a conversation' })).text).toContain(WRITE);
  expect((await session.call('describe_tools', { names: [WRITE] })).text).toContain('message_type');
  expect(session.sent).toEqual([]);
  expect((await session.call('call_read_tool', { name: READ, arguments: { conversation_id: '7' } })).text).toContain(
    'open',
  );
  expect((await session.call('call_write_tool', { name: WRITE, arguments: close })).isError).toBeFalsy();
  expect(session.sent).toEqual(['GET /conversations/7', 'POST /conversations/7/parts']);
});

describe('refused, and nothing sent', () => {
  test.each<[string, string, object, RegExp]>([
    [
      'a write as a read',
      'call_read_tool',
      { name: WRITE, arguments: close },
      /^Use call_write_tool .*changes something/s,
    ],
    [
      'a write as a read, its arguments beside its name',
      'call_read_tool',
      { name: WRITE, ...close },
      /^Use call_write_tool .*changes something/s,
    ],
    ['an unknown argument beside the others', 'call_read_tool', { name: READ, arguments: {}, colour: 1 }, /colour/],
    [
      'an unknown tool',
      'call_read_tool',
      { name: 'get_conversation' },
      /^Find the name with search_tools.*no tool is called/s,
    ],
    ['a discovery tool', 'call_read_tool', { name: 'search_tools' }, /no tool is called "search_tools"/],
    ['a built-in name', 'call_read_tool', { name: '__proto__' }, /no tool is called "__proto__"/],
    ['no name', 'call_read_tool', { arguments: {} }, /name: is required/],
  ])('%s', async (_what, name, args, text) => {
    await using session = await connect();
    expect(await session.call(name, args)).toEqual({ isError: true, text: expect.stringMatching(text) });
    expect(session.sent).toEqual([]);
  });
});

test.each<[string, string, unknown]>([
  ['nothing', READ, undefined],
  ['a missing id', READ, {}],
  ['a wrong type', READ, { conversation_id: true }],
  ['an unknown argument', READ, { conversation_id: '7', colour: 'red' }],
  ['a path out of place', READ, { conversation_id: '..' }],
  ['a text', READ, 'conversation 7'],
])('arguments are checked as in a direct call: %s', async (_what, name, args) => {
  await using through = await connect();
  await using direct = await connect({}, { toolbox: undefined });
  const answered = await through.call('call_read_tool', { name, ...(args !== undefined && { arguments: args }) });
  expect(answered.isError).toBe(true);
  if (typeof args !== 'string') expect(answered).toEqual(await direct.call(name, args));
  expect(answered.text).not.toContain('call_read_tool');
  expect([...through.sent, ...direct.sent]).toEqual([]);
});

test('arguments as JSON in a text are read', async () => {
  await using session = await connect();
  const args = JSON.stringify({ conversation_id: '7' });
  expect((await session.call('call_read_tool', { name: READ, arguments: args })).isError).toBeFalsy();
  expect(session.sent).toEqual(['GET /conversations/7']);
});

test('a write is confirmed in two steps as without discovery', async () => {
  await using session = await connect({}, { confirm: 'write' });
  const asked = await session.call('call_write_tool', { name: WRITE, arguments: close });
  const token = /"confirmation_token":"([^"]+)"/.exec(asked.text)?.[1];
  // The name of who acts is looked up for whoever agrees.
  expect(session.sent).toEqual(['GET /admins']);
  const confirmed = { ...close, confirmation_token: token };
  const done = await session.call('call_write_tool', { name: WRITE, arguments: confirmed });
  expect(done.isError).toBeFalsy();
  expect(session.sent).toContain('POST /conversations/7/parts');
});

describe('a filtered-out tool', () => {
  const hidden = 'list_all_intercom_admins';
  const never = 'list_all_intercom_admixs';

  test.each<[string, (name: string) => object]>([
    ['call_read_tool', (name) => ({ name, arguments: {} })],
    ['describe_tools', (name) => ({ names: [name] })],
    ['describe_tools', (name) => ({ names: [name, READ] })],
    ['call_read_tool', (name) => ({ name: READ, arguments: { conversation_id: { [name]: name } } })],
    ['call_read_tool', (name) => ({ name: READ, arguments: { conversation_id: '7', colour: name } })],
  ])('answers %s as one that never existed', async (tool, args) => {
    await using session = await connect({ tags: ['conversations'] });
    const [given, unknown] = [await session.call(tool, args(hidden)), await session.call(tool, args(never))];
    const withoutName = ({ text }: { text: string }) => text.replaceAll(/list_all_intercom_admi[nx]s/g, '…');
    expect(withoutName(given)).toBe(withoutName(unknown));
    expect(given.isError).toBe(unknown.isError);
    expect(session.sent).toEqual([]);
  });

  test('is not found, even by its name', async () => {
    await using session = await connect({ tags: ['conversations'] });
    expect((await session.call('search_tools', { query: hidden })).text).not.toContain(`"${hidden}"`);
  });
});

describe('a tool called by its own name', () => {
  test('is called, a write too, and the result says that it is not listed', async () => {
    await using session = await connect();
    const read = await session.client.callTool({ name: READ, arguments: { conversation_id: '7' } });
    expect(read.content.at(-1)).toEqual({
      type: 'text',
      text: expect.stringMatching(/not in your list.*call_read_tool/),
    });
    const written = await session.client.callTool({ name: WRITE, arguments: close });
    expect(written.isError).toBeFalsy();
    expect(written.content.at(-1)).toEqual({ type: 'text', text: expect.stringMatching(/call_write_tool/) });
    expect(session.sent).toEqual(['GET /conversations/7', 'POST /conversations/7/parts']);
  });

  test('answers through its caller without such a word', async () => {
    await using session = await connect();
    const args = { name: READ, arguments: { conversation_id: '7' } };
    const { content } = await session.client.callTool({ name: 'call_read_tool', arguments: args });
    expect(JSON.stringify(content)).not.toContain('call_read_tool');
  });

  test('is confirmed as through its caller', async () => {
    await using session = await connect({}, { confirm: 'write' });
    expect((await session.call(WRITE, close)).text).toContain('confirmation_token');
    expect(session.sent).toEqual(['GET /admins']);
  });

  test('is unknown where it was filtered out, as one that never existed', async () => {
    await using session = await connect({ methods: ['read'] });
    await expect(session.call(WRITE, close)).rejects.toThrow(/Unknown tool "intercom_conversations_manage"\.$/);
    await expect(session.call('intercom_conversations_managf', close)).rejects.toThrow(/Unknown tool "[a-z_]+"\.$/);
    await expect(session.call('call_write_tool', { name: WRITE })).rejects.toThrow(/Unknown tool/);
    expect(session.sent).toEqual([]);
  });

  test.each(['__proto__', 'constructor', '', 'x'.repeat(100_000)])(
    'a name that none has is unknown: %#',
    async (name) => {
      await using session = await connect();
      await expect(session.call(name, {})).rejects.toThrow(/Unknown tool/);
    },
  );
});

describe('a caller that was called otherwise than it says', () => {
  test('a read does no harm through the caller of writes: it is made, and the right one named', async () => {
    await using session = await connect();
    const args = { name: READ, arguments: { conversation_id: '7' } };
    const { content, isError } = await session.client.callTool({ name: 'call_write_tool', arguments: args });
    expect(isError).toBeFalsy();
    expect(content.at(-1)).toEqual({ type: 'text', text: expect.stringMatching(/only reads.*call_read_tool/) });
    expect(session.sent).toEqual(['GET /conversations/7']);
  });

  test("what a client adds for itself is nobody's argument", async () => {
    await using session = await connect();
    const args = { name: READ, toolCallId: '7', arguments: { conversation_id: '7' } };
    expect((await session.call('call_read_tool', args)).isError).toBeFalsy();
    expect(session.sent).toEqual(['GET /conversations/7']);
  });

  test('arguments beside the name are taken, and it is said where they belong', async () => {
    await using session = await connect();
    const args = { name: READ, conversation_id: '7' };
    const { content } = await session.client.callTool({ name: 'call_read_tool', arguments: args });
    expect(content.at(-1)).toEqual({ type: 'text', text: expect.stringContaining('stand in arguments') });
    expect(session.sent).toEqual(['GET /conversations/7']);
  });
});
