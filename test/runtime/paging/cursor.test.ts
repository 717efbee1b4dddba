import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { catalog, loadTool } from '../../../intercom/catalog.ts';
import { defineTool } from '../../../runtime/tool/define-tool.ts';
import type { Tool } from '../../../runtime/tool/tool.ts';
import { digestValue } from '../../../runtime/value/digest.ts';
import { isRecord } from '../../../runtime/value/value.ts';
import { rosa } from '../../support/people.ts';
import { record } from '../../support/recorder.ts';
import type { ThingPage } from '../../support/sample-tools.ts';
import { listThings } from '../../support/sample-tools.ts';

const answer = { body: { data: [{ id: 'a' }], pages: { next: { starting_after: 'x' } } } };
const open = { field: 'open', operator: '=', value: true };
const closed = { field: 'open', operator: '=', value: false };

async function search(): Promise<Tool> {
  const tool = await loadTool('list_all_intercom_search_contacts');
  if (tool === undefined) throw new Error('no such tool');
  return tool;
}

async function cursorOf(page: Promise<unknown>): Promise<string> {
  const output = await page;
  if (isRecord(output) && typeof output.next_cursor === 'string') return output.next_cursor;
  throw new Error('no cursor');
}

describe('a cursor goes with the arguments that it was given for', () => {
  const email = { field: 'email', operator: '=', value: rosa.email };
  const name = { field: 'name', operator: '~', value: rosa.name };

  test.each<[string, object]>([
    ['another query', { query: name }],
    ['no query', {}],
    ['one more argument', { query: email, sort: { field: 'name', order: 'ascending' } }],
  ])('%s is refused before anything is sent', async (_, changed) => {
    await using server = await record(() => answer);
    const tool = await search();
    const next_cursor = await cursorOf(server.client.call(tool, { query: email }));
    const call = server.client.call(tool, { ...changed, next_cursor });
    await expect(call).rejects.toMatchObject({ name: 'InputError' });
    if ('query' in changed) {
      await expect(call).rejects.toMatchObject({
        message: 'next_cursor: was given for another tool or for other arguments than these',
        help: expect.stringMatching(/^Repeat the arguments of the first page exactly \(limit may change\)/),
      });
    }
    expect(server.requests).toHaveLength(1);
  });

  test.each<[string, object]>([
    ['the same again', { query: email }],
    ['another limit', { query: email, limit: 3 }],
    ['the keys in another order', { query: Object.fromEntries(Object.entries(email).reverse()) }],
  ])('%s is taken', async (_, same) => {
    await using server = await record(() => answer);
    const tool = await search();
    const next_cursor = await cursorOf(server.client.call(tool, { query: email, limit: 9 }));
    await server.client.call(tool, { ...same, next_cursor });
    expect(server.requests).toHaveLength(2);
  });

  test('an id may be a number one time and a text the other, under its own name or as id', async () => {
    await using server = await record(() => ({ body: { data: [{ id: '1' }, { id: '2' }] } }));
    const tool = await loadTool('list_all_intercom_contact_tags');
    if (tool === undefined) throw new Error('no such tool');
    const next_cursor = await cursorOf(server.client.call(tool, { contact_id: '5', limit: 1 }));
    for (const again of [{ contact_id: 5 }, { id: '5' }]) {
      expect(await server.client.call(tool, { ...again, limit: 1, next_cursor })).toMatchObject({
        result: [{ id: '2' }],
      });
    }
    await expect(server.client.call(tool, { contact_id: '6', next_cursor })).rejects.toThrow('other arguments');
  });

  test('what means something else each time, such as a relative date, is the same where it was given alike', async () => {
    await using server = await record(() => answer);
    let now = 0;
    const input = z.strictObject({
      next_cursor: z.string().optional(),
      since: z.string().transform((given) => `${given} ${++now}`),
    });
    const list = listThings({ style: 'cursor', items: 'data' });
    const tool: Tool<z.input<typeof input>, ThingPage> = defineTool({
      ...list,
      input: () => input,
      request: ({ since }) => ({ path: '/things', query: { since } }),
    });
    const next_cursor = await cursorOf(server.client.call(tool, { since: 'yesterday' }));
    await server.client.call(tool, { since: 'yesterday', next_cursor });
    await expect(server.client.call(tool, { since: 'today', next_cursor })).rejects.toThrow('other arguments');
    expect(server.requests.map(({ query }) => query.get('since'))).toEqual(['yesterday 1', 'yesterday 2']);
  });

  test('of one tool is none of any other', async () => {
    await using server = await record(() => ({ body: { type: 'list', data: [{ id: 'a' }, { id: 'b' }] } }));
    const [tags, emails] = await Promise.all(['list_all_intercom_tags', 'list_all_intercom_emails'].map(loadTool));
    if (tags === undefined || emails === undefined) throw new Error('no such tool');
    const next_cursor = await cursorOf(server.client.call(tags, { limit: 1 }));
    await expect(server.client.call(emails, { next_cursor })).rejects.toThrow(
      'was given for another tool or for other arguments than these',
    );
  });
});

test.each<[unknown, unknown]>([
  [
    { a: 1, b: [2] },
    { b: ['2'], a: '1' },
  ],
  [{ a: { b: null, c: undefined } }, { a: {} }],
  [undefined, undefined],
])('%j and %j are the same arguments', (one, other) => {
  expect(digestValue(one)).toBe(digestValue(other));
});

test.each<[unknown, unknown]>([
  [open, closed],
  [{ a: [1, 2] }, { a: [2, 1] }],
  [{ a: true }, { a: 'true' }],
  [{ a: [1] }, { a: 1 }],
  [{ a: { b: 1 } }, { a: { c: 1 } }],
  [JSON.parse('{"__proto__":1}'), {}],
])('%j and %j are not', (one, other) => {
  expect(digestValue(one)).not.toBe(digestValue(other));
});

describe('a page that had to be cut', () => {
  test.each(['cursor', 'page', 'none'] as const)('can be gone on with behind any of its items: %s', async (style) => {
    await using server = await record(() => ({ body: { data: [1, 2, 3, 4] } }));
    const tool = listThings({ style, items: 'data' });
    const { output, resume } = await server.client.exchange(tool, { limit: 3 });
    expect(output).toMatchObject({ result: [1, 2, 3], next_cursor: await resume?.(3) });
    const rest = await server.client.call(tool, { limit: 3, next_cursor: (await resume?.(1)) ?? null });
    expect(rest).toMatchObject({ result: [2, 3, 4], next_cursor: null });
  });

  test('but not a scroll, which gives a page once', async () => {
    await using server = await record(() => ({ body: { data: [1, 2], scroll_param: 's' } }));
    const exchange = await server.client.exchange(listThings({ style: 'scroll', items: 'data' }), { limit: 1 });
    expect(exchange).toMatchObject({ output: { result: [1, 2] } });
    expect(exchange.resume).toBeUndefined();
  });
});

test('the API never leads a list to another host or path', async () => {
  const evil = 'https://evil.example/admins?page=2&starting_after=x&scroll_param=x&cursor=x#frag';
  await using server = await record(() => ({
    body: { data: [{ id: 'a' }], events: [{ id: 'a' }], pages: { next: evil } },
  }));
  for (const name of ['list_all_intercom_articles', 'list_all_intercom_events', 'list_all_intercom_conversations']) {
    const tool = await loadTool(name);
    const entry = catalog.find((one) => one.name === name);
    if (tool === undefined) throw new Error(`no tool ${name}`);
    const input = name.endsWith('events') ? { user_id: 'u' } : {};
    const page = await server.client.call(tool, input);
    const next = isRecord(page) ? page.next_cursor : undefined;
    if (typeof next === 'string') await server.client.call(tool, { ...input, next_cursor: next });
    expect(new Set(server.requests.map(({ pathname }) => pathname))).toEqual(new Set([entry?.path]));
    expect(server.requests.length).toBeGreaterThan(1);
    server.requests.length = 0;
  }
});
