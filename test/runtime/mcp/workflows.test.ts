import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { catalog, intercom } from '../../../intercom/catalog.ts';
import type { ToolFilter } from '../../../runtime/index.ts';
import { createHttpHandler } from '../../../runtime/mcp/index.ts';
import { objectSchema } from '../../../runtime/tool/object-schema.ts';
import { modernRequest, readAnswer } from '../../support/mcp-post.ts';
import { nora, rosa } from '../../support/people.ts';

const idle = { exchange: () => Promise.reject(new Error('no call was expected')) };

async function ask(method: string, params: object = {}, filter?: ToolFilter) {
  const handler = createHttpHandler({ ...intercom, client: idle, filter });
  return (await readAnswer(await handler(modernRequest(method, params)))).message;
}

const named = z.array(z.looseObject({ name: z.string() }));
function names(list: unknown): string[] {
  return named.parse(list).map(({ name }) => name);
}

const promptMessages = z.object({
  messages: z.tuple([z.object({ role: z.literal('user'), content: z.object({ text: z.string() }) })]),
});
function textOf(result: unknown): string {
  return promptMessages.parse(result).messages[0].content.text;
}

/** The tools of PRODUCT's two workflows, in their order. */
const order: [string, Record<string, string>, string[]][] = [
  [
    'triage_conversations',
    { topic: 'password reset' },
    [
      'list_all_intercom_search_conversations',
      'get_single_intercom_conversation_by_id',
      'list_all_intercom_articles_search',
      'intercom_conversations_reply',
    ],
  ],
  [
    'escalate_ticket',
    { email: rosa.email },
    [
      'list_all_intercom_search_contacts',
      'list_all_intercom_search_conversations',
      'get_single_intercom_conversation_by_id',
      'update_a_intercom_ticket_by_id',
    ],
  ],
];

describe.each(order)('%s', (name, args, tools) => {
  test('names the tools in order, and only tools that exist', async () => {
    const { result } = await ask('prompts/get', { name, arguments: args });
    const text = textOf(result);
    const found = [...text.matchAll(/\b[a-z]+(?:_[a-z]+)*_intercom_[a-z_]+|\bintercom_[a-z_]+/g)].map(([tool]) => tool);
    const known = new Set(catalog.map((entry) => entry.name));
    expect(found.filter((tool) => !known.has(tool))).toEqual([]);
    const first = found.filter((tool, index) => tools.includes(tool) && found.indexOf(tool) === index);
    expect(first).toEqual(tools);
    expect(text).toContain(JSON.stringify(Object.values(args)[0]));
  });

  test('says which argument is missing', async () => {
    for (const given of [{}, { [Object.keys(args)[0] ?? '']: ' ' }]) {
      const { error } = await ask('prompts/get', { name, arguments: given });
      expect(error).toMatchObject({ code: -32602, message: expect.stringContaining(Object.keys(args)[0] ?? '') });
    }
  });

  test('is offered only where all of its tools are', async () => {
    expect(names((await ask('prompts/list')).result?.prompts)).toContain(name);
    const prompts = await ask('prompts/list', {}, { methods: ['read'] });
    expect(prompts.error ?? prompts.result?.prompts).toMatchObject({ code: -32601 });
    const escalation = await ask('prompts/list', {}, { tags: ['support'] });
    expect(names(escalation.result?.prompts)).toEqual(['escalate_ticket']);
  });
});

test('a prompt takes what a person fills in', async () => {
  const given = { topic: 'x', admin_id: nora.id, since: '3 days' };
  const text = textOf((await ask('prompts/get', { name: 'triage_conversations', arguments: given })).result);
  expect(text).toContain(`admin_id "${nora.id}"`);
  expect(text).toContain('3 days');
});

test('an unknown prompt is refused with the nearest one', async () => {
  for (const name of ['triage', '__proto__']) {
    expect((await ask('prompts/get', { name })).error).toMatchObject({ code: -32602 });
  }
  const { error } = await ask('prompts/get', { name: 'triage_conversation' });
  expect(error?.message).toContain('"triage_conversations"');
});

describe('the guide to searching', () => {
  test('is read as Markdown, and its example is a query that a search takes', async () => {
    const { result } = await ask('resources/list');
    const [{ uri = '' } = {}] = z.array(z.looseObject({ uri: z.string() })).parse(result?.resources);
    const read = await ask('resources/read', { name: uri, uri });
    const [guide] = z.array(z.looseObject({ mimeType: z.string(), text: z.string() })).parse(read.result?.contents);
    expect(guide?.mimeType).toBe('text/markdown');
    expect(guide?.text.length).toBeLessThan(4000);
    const example = /```json\n([\s\S]*?)```/.exec(guide?.text ?? '')?.[1] ?? '';
    const search = await intercom.loadTool('list_all_intercom_search_conversations');
    expect(search && objectSchema(search).safeParse({ query: JSON.parse(example) })).toMatchObject({ success: true });
  });

  test('is offered where a search is, and nothing else is found', async () => {
    expect((await ask('resources/list', {}, { tags: ['articles'] })).error).toMatchObject({ code: -32601 });
    expect(names((await ask('resources/list', {}, { tags: ['crm'] })).result?.resources)).toEqual(['search-guide']);
    const unknown = await ask('resources/read', { name: 'file:///etc/passwd', uri: 'file:///etc/passwd' });
    expect(unknown.error).toMatchObject({ code: -32602 });
  });
});

test('the tools that most conversations need are at hand from the start, and no others', async () => {
  const { result } = await ask('tools/list');
  const tools = z.array(z.looseObject({ name: z.string(), _meta: z.unknown().optional() })).parse(result?.tools);
  const loaded = tools.filter(({ _meta }) => _meta !== undefined);
  expect(loaded.map(({ name }) => name).sort()).toEqual([...(intercom.profile.alwaysLoad ?? [])].sort());
  for (const { _meta } of loaded) expect(_meta).toEqual({ 'anthropic/alwaysLoad': true });
});

test('lists may be kept, by the client alone', async () => {
  for (const method of ['server/discover', 'tools/list', 'prompts/list', 'resources/list']) {
    expect((await ask(method)).result).toMatchObject({ ttlMs: 300_000, cacheScope: 'private' });
  }
});
