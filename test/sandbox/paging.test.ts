import { beforeAll, describe, expect, test } from 'vitest';
import { catalog, loadTool } from '../../intercom/catalog.ts';
import { createClient } from '../../intercom/client.ts';
import type { Page, Tool } from '../../runtime/tool/tool.ts';
import { cursorOf, startOf } from '../../sandbox/paging/cursor.ts';
import { cast } from '../../sandbox/sample/cast.ts';
import type { SampleSchema } from '../support/sample-value.ts';
import { START, testSandbox } from './support/sandbox.ts';
import { realArguments } from './support/sweep.ts';
import { sweepArguments } from './support/sweep-arguments.ts';

const sandbox = testSandbox();
let total: unknown;
const client = createClient({
  token: 'sandbox',
  baseUrl: 'http://localhost',
  now: () => START,
  fetch: async (input, init) => {
    const response = await sandbox.fetch(input, init);
    const answer: unknown = await response.clone().json();
    total = typeof answer === 'object' && answer !== null && 'total_count' in answer ? answer.total_count : undefined;
    return response;
  },
});

/** The ids, or what else tells items apart, of a list that is walked from its start to its end. */
async function walk(tool: Tool, input: Readonly<Record<string, unknown>>): Promise<string[]> {
  const seen: string[] = [];
  // One scroll may be open at a time, for a minute.
  sandbox.pass(120);
  // A tool of the catalogue, of which it is known here that it lists.
  const list = tool as Tool<unknown, Page<unknown>>;
  for await (const item of client.paginate(list, input)) seen.push(keyOf(item));
  return seen;
}

function keyOf(item: unknown): string {
  const { id, ...rest }: { id?: unknown } = typeof item === 'object' && item !== null ? item : { item };
  return typeof id === 'string' || typeof id === 'number' ? `${id}` : JSON.stringify(rest);
}

describe('every list that comes in pages', () => {
  interface List {
    readonly tool: Tool;
    readonly given: Readonly<Record<string, unknown>>;
    readonly isSized: boolean;
  }
  const lists: List[] = [];
  beforeAll(async () => {
    const state = sandbox.snapshot();
    for (const { name, inputSchema } of catalog) {
      const tool = await loadTool(name);
      if (tool?.pagination === undefined || tool.pagination.style === 'none') continue;
      const [first] = realArguments(tool, inputSchema, state, sweepArguments);
      const isSized = Object.hasOwn((inputSchema as SampleSchema).properties ?? {}, 'limit');
      if (first !== undefined) lists.push({ tool, given: everything(first.given), isSized });
    }
  });

  /** A search finds all that there is. */
  const everything = (given: Readonly<Record<string, unknown>>) =>
    'query' in given && typeof given.query === 'object'
      ? { ...given, query: { field: 'created_at', operator: '>', value: 1 } }
      : given;

  test('gives every row once, in the same order, whatever the size of a page', async () => {
    expect(lists.length).toBeGreaterThan(35);
    const long: string[] = [];
    for (const { tool, given, isSized } of lists) {
      const usual = await walk(tool, given);
      const counted = total;
      expect(new Set(usual).size, tool.name).toBe(usual.length);
      if (counted !== undefined && counted !== null) expect(usual.length, `${tool.name} counts`).toBe(counted);
      if (usual.length > 7) long.push(tool.name);
      for (const limit of isSized ? [1, 2, 7] : [])
        expect(await walk(tool, { ...given, limit }), `${tool.name} by ${limit}`).toEqual(usual);
    }
    expect(long.length).toBeGreaterThan(15);
  });
});

describe('a cursor, when rows come and go between two pages', () => {
  const rows = (text: string) => [...text].map((id) => ({ id }));
  const next = (after: string): string => {
    const cursor = cursorOf(rows('abcdefghij'), 4);
    const there = rows(after);
    return there
      .slice(startOf(cursor, there))
      .map(({ id }) => id)
      .join('');
  };
  test.for([
    ['nothing happens', 'abcdefghij', 'efghij'],
    ['rows come before it', 'xyabcdefghij', 'efghij'],
    ['rows go before it', 'cdefghij', 'efghij'],
    ['the whole page that was read goes', 'efghij', 'efghij'],
    ['its first row goes', 'abcdfghij', 'fghij'],
    ['the last row that was read moves to the top', 'dabcefghij', 'efghij'],
    ['its first row moves to the top', 'eabcdfghij', 'fghij'],
    ['both rows go', 'abcfghij', 'ghij'],
    ['all rows go', '', ''],
  ] as const)('%s', ([, after, expected]) => {
    expect(next(after)).toBe(expected);
  });

  test('all that was found on a page is closed before the next one is asked for', async () => {
    const { call } = testSandbox();
    const query = { field: 'state', operator: '=', value: 'open' };
    const seen: string[] = [];
    let pagination: object = { per_page: 3 };
    const before = await call('POST', '/conversations/search', { query, pagination: { per_page: 150 } });
    for (;;) {
      const { body } = await call('POST', '/conversations/search', { query, pagination });
      const { conversations, pages } = body as {
        conversations: { id: string }[];
        pages: { next: { starting_after: string } | null };
      };
      for (const { id } of conversations) {
        seen.push(id);
        await call('POST', `/conversations/${id}/parts`, {
          message_type: 'close',
          type: 'admin',
          admin_id: cast.admins.maya,
        });
      }
      if (pages.next === null) break;
      pagination = { per_page: 3, starting_after: pages.next.starting_after };
    }
    const { conversations } = before.body as { conversations: { id: string }[] };
    expect(seen).toEqual(conversations.map(({ id }) => id));
    expect(seen.length).toBeGreaterThan(9);
  });
});

test('sizes and numbers of pages are whole and positive, and what is too large is cut', async () => {
  const { call } = testSandbox();
  for (const wrong of ['0', '-1', '1e2', '1.5', 'abc', '', '0x10', ' 1'])
    for (const name of ['page', 'per_page'])
      expect((await call('GET', `/articles?${name}=${encodeURIComponent(wrong)}`)).status, `${name}=${wrong}`).toBe(
        400,
      );
  expect(await call('GET', '/contacts?per_page=1000000000')).toMatchObject({ body: { pages: { per_page: 150 } } });
  expect(await call('GET', '/articles?page=1000000000')).toMatchObject({ status: 200, body: { data: [] } });
  for (const cursor of ['abc', 'W10=', 'bnVsbA==', 'WzEuNSwiYSIsImIiXQ=='])
    expect(await call('GET', `/contacts?starting_after=${encodeURIComponent(cursor)}`)).toMatchObject({
      status: 400,
      body: { errors: [{ code: 'client_error' }] },
    });
});
