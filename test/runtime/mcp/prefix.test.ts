import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { intercom } from '../../../intercom/catalog.ts';
import { createClient } from '../../../intercom/client.ts';
import { type CallOutcome, createDiscovery, createHttpHandler, createMcpServer } from '../../../runtime/mcp/index.ts';
import { createPrefix } from '../../../runtime/mcp/prefix.ts';
import { modernRequest, readAnswer } from '../../support/mcp-post.ts';
import { record, TOKEN } from '../../support/recorder.ts';
import { options } from './support/options.ts';
import { connections } from './support/session.ts';

const idle = { exchange: () => Promise.reject(new Error('no call was expected')) };

/** Words of a text that are names of tools as they stand in the catalogue. */
function ownNamesIn(text: string): string[] {
  const own = new Set(intercom.catalog.map(({ name }) => name));
  return [...text.matchAll(/[\w-]+/g)].map(([word]) => word).filter((word) => own.has(word));
}

const toolNames = z.looseObject({ tools: z.array(z.looseObject({ name: z.string() })) });

describe.each(Object.entries(connections))('%s', (_, connect) => {
  test('lists and calls tools by the prefix, and tells of calls by their own names', async () => {
    await using upstream = await record(() => ({ body: { id: '7', note: 'call get_thing' } }));
    const client = createClient({ token: TOKEN, baseUrl: upstream.url });
    const calls: CallOutcome[] = [];
    const onCall = async (outcome: CallOutcome) => void calls.push(outcome);
    await using session = await connect(options(client, { prefix: 'acme-1_', onCall }));
    const listed = (await session.tools()).map(({ name }) => String(name));
    expect(listed.length).toBeGreaterThan(5);
    for (const name of listed) expect(name).toMatch(/^acme-1_[a-z]/);
    // What the API answered stays as it is.
    expect((await session.call('acme-1_get_thing', { id: 7 })).text).toBe('{"id":"7","note":"call get_thing"}');
    await expect(session.call('get_thing', { id: 7 })).rejects.toThrow(
      'Unknown tool "get_thing". It is called "acme-1_get_thing" here.',
    );
    await expect(session.call('acme-1_get_thin')).rejects.toThrow('Did you mean "acme-1_get_thing"?');
    expect(calls.map(({ tool, status }) => [tool, status])).toEqual([
      ['get_thing', 'ok'],
      ['get_thing', 'unknown_tool'],
      ['acme-1_get_thin', 'unknown_tool'],
    ]);
    expect(upstream.requests).toHaveLength(1);
  });
});

/** Asks a server of Intercom's tools. */
function asker(settings: Partial<Parameters<typeof createHttpHandler>[0]> = {}) {
  const handler = createHttpHandler({ ...intercom, client: idle, prefix: 'a_', ...settings });
  return async (method: string, params: object = {}) =>
    (await readAnswer(await handler(modernRequest(method, params)))).message;
}

const discovery = createDiscovery({ profile: intercom.profile, from: intercom.catalog });

test('no text of a server names a tool without the prefix', async () => {
  const ask = asker();
  const texts = [
    await ask('server/discover'),
    await ask('tools/list'),
    await ask('prompts/get', { name: 'triage_conversations', arguments: { topic: 'x' } }),
    await ask('prompts/get', { name: 'escalate_ticket', arguments: { email: 'a@b.example' } }),
    await ask('resources/read', { uri: 'intercom://guides/search' }),
    // An error whose advice names a neighbour.
    await ask('tools/call', { name: 'a_intercom_conversations_reply', arguments: {} }),
  ].map((message) => JSON.stringify(message));
  expect(texts[1]?.match(/a_\w*intercom_\w+/g)?.length).toBeGreaterThan(231);
  for (const text of texts) expect(ownNamesIn(text)).toEqual([]);
  expect(texts[2]).toContain('a_intercom_conversations_reply');
});

test('tools are found, described and called by the prefix in discovery', async () => {
  await using upstream = await record(() => ({ body: { type: 'admin', id: '1' } }));
  const client = createClient({ token: TOKEN, baseUrl: upstream.url });
  const calls: string[] = [];
  const ask = asker({
    client,
    toolbox: discovery,
    onCall: async ({ tool }) => void calls.push(tool),
  });
  const call = async (name: string, args: object) =>
    JSON.stringify((await ask('tools/call', { name, arguments: args })).result);
  const { tools } = toolNames.parse((await ask('tools/list')).result);
  expect(tools.map(({ name }) => name)).toEqual([
    'a_search_tools',
    'a_describe_tools',
    'a_call_read_tool',
    'a_call_write_tool',
  ]);
  const found = await call('a_search_tools', { query: 'who am I' });
  const described = await call('a_describe_tools', { names: ['a_get_single_intercom_me'] });
  for (const text of [found, described, JSON.stringify(tools)]) expect(ownNamesIn(text)).toEqual([]);
  expect(described).toContain('a_get_single_intercom_me');
  for (const name of ['a_get_single_intercom_me', 'get_single_intercom_me'])
    expect(await call('a_call_read_tool', { name, arguments: {} })).toContain('\\"id\\":\\"1\\"');
  const wrong = await call('a_call_read_tool', { name: 'a_intercom_conversations_reply' });
  expect(wrong).toContain('a_intercom_conversations_reply changes something: a_call_read_tool does not call it');
  expect(calls).toEqual([
    'search_tools',
    'describe_tools',
    'get_single_intercom_me',
    'get_single_intercom_me',
    'call_read_tool',
  ]);
});

test('a question before a write names the tool as clients know it', async () => {
  const ask = asker({ confirm: 'write', client: createClient({ token: TOKEN, baseUrl: 'http://127.0.0.1:9' }) });
  const args = { tag_id: '5' };
  const { result } = await ask('tools/call', { name: 'a_delete_a_intercom_tag_by_id', arguments: args });
  const text = JSON.stringify(result);
  expect(ownNamesIn(text)).toEqual([]);
  expect(text).toContain('(a_delete_a_intercom_tag_by_id)');
  expect(text).toContain('call a_delete_a_intercom_tag_by_id again');
});

test.each([
  ['has space_', 'names of tools have letters of ASCII'],
  ['äöü_', 'names of tools have letters of ASCII'],
  ['x'.repeat(7), 'makes names of more than 64 characters: get_single_intercom_messages_whatsapp_status_by_message_id'],
])('%j is refused', (prefix, message) => {
  expect(() => createMcpServer({ ...intercom, client: idle, prefix })).toThrow(message);
});

test('a prefix has the room that the longest name of a filtered server leaves', () => {
  const filter = { tags: ['teams'] };
  expect(() => createMcpServer({ ...intercom, client: idle, prefix: 'x'.repeat(30), filter })).not.toThrow();
});

test('words of a text that are names of one word stay words', () => {
  const { show, read } = createPrefix('p_', ['search', 'get_thing']);
  expect(show('search with get_thing, not get_thing_x')).toBe('search with p_get_thing, not get_thing_x');
  expect(read('p_get_thing p_search p_other')).toBe('get_thing search p_other');
});
