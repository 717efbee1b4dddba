import { expect, test } from 'vitest';
import { catalog, intercom } from '../../../intercom/catalog.ts';
import type { ToolFilter } from '../../../runtime/index.ts';
import { createHttpHandler, createMcpServer } from '../../../runtime/mcp/index.ts';
import { modernRequest, readAnswer } from '../../support/mcp-post.ts';
import { connections } from './support/session.ts';

const idle = { exchange: () => Promise.reject(new Error('no call was expected')) };

const filters: [string, ToolFilter, string[], string[]][] = [
  ['class', { methods: ['read'] }, ['get_single_intercom_me'], ['intercom_conversations_reply']],
  ['single class', { methods: ['delete'] }, ['delete_a_intercom_tag_by_id'], ['get_single_intercom_tag_by_id']],
  ['name', { methods: ['get_single_intercom_me'] }, ['get_single_intercom_me'], ['list_all_intercom_admins']],
  ['tag', { tags: ['articles'] }, ['list_all_intercom_articles_search'], ['list_all_intercom_search_contacts']],
  ['group', { tags: ['knowledge_base'] }, ['list_all_intercom_articles'], ['list_all_intercom_search_contacts']],
  [
    'both',
    { tags: ['tickets'], methods: ['read'] },
    ['get_single_intercom_ticket_by_id'],
    ['update_a_intercom_ticket_by_id', 'get_single_intercom_conversation_by_id'],
  ],
];

test.each(filters)('by %s, in the list and for a call', async (_, filter, kept, dropped) => {
  await using session = await connections['legacy, stdio']?.({ ...intercom, client: idle, filter });
  const names = (await session?.tools())?.map(({ name }) => name) ?? [];
  expect(names).toEqual(expect.arrayContaining(kept));
  expect(names.filter((name) => dropped.includes(String(name)))).toEqual([]);
  for (const name of kept) {
    expect(await session?.call(name, { no_such_argument: 1 })).toMatchObject({ isError: true });
  }
  for (const name of dropped) {
    await expect(session?.call(name)).rejects.toMatchObject({ code: -32602 });
  }
});

test('nobody learns whether a tool was filtered out or never existed', async () => {
  const filter = { methods: ['read'] };
  const handler = createHttpHandler({ ...intercom, client: idle, filter });
  const kept = new Set(catalog.filter(({ access }) => access === 'read').map(({ name }) => name));
  for (const { name } of catalog.filter((entry) => !kept.has(entry.name))) {
    const { status, message } = await readAnswer(await handler(modernRequest('tools/call', { name, arguments: {} })));
    // The same catalog without the tool is a world in which it never existed.
    const without = catalog.filter((entry) => kept.has(entry.name));
    const other = createHttpHandler({ ...intercom, catalog: without, client: idle });
    const stranger = await readAnswer(await other(modernRequest('tools/call', { name, arguments: {} })));
    expect({ status, message }).toEqual({ status: stranger.status, message: stranger.message });
    expect(message.error).toMatchObject({ code: -32602, message: expect.stringContaining(`Unknown tool "${name}".`) });
    const named = [...(message.error?.message.matchAll(/"([a-z0-9_]+)"/g) ?? [])].map((match) => match[1] ?? '');
    expect(named.slice(1).filter((hint) => !kept.has(hint))).toEqual([]);
  }
});

test('a filter that keeps nothing, or names what there is not, is refused at once', () => {
  const serve = (filter: ToolFilter) => () => createMcpServer({ ...intercom, client: idle, filter });
  expect(serve({ tags: ['articles'], methods: ['get_single_intercom_me'] })).toThrow('no tool has');
  expect(serve({ tags: ['article'] })).toThrow('Did you mean "articles"');
});
