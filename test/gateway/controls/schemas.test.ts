import { describe, expect, test } from 'vitest';
import { catalog } from '../../../intercom/catalog.ts';
import { asker, caller, eras, toolResult } from '../support/eras.ts';
import { testGateway } from '../support/gateway.ts';

/** Levels, levels with what is referred to, and characters that a schema may have: what the largest has, and a little room. */
const DEEPEST = 20;
const UNFOLDED = 28;
const LONGEST = 4000;

/** Bytes of what the audit log keeps of a call's arguments. */
const LARGEST_SHAPE = 16_000;

function levels(value: unknown): number {
  return typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(levels)) : 0;
}

/** Levels of a schema with all that it refers to put in place; throws where it comes back to itself. */
function unfolded(schema: unknown, root: unknown, path: readonly string[] = []): number {
  if (typeof schema !== 'object' || schema === null) return 0;
  const target = Object(schema).$ref;
  if (typeof target === 'string') {
    if (path.includes(target)) throw new Error(`${target} comes back to itself`);
    const found = target
      .replace(/^#\//, '')
      .split('/')
      .reduce<unknown>((place, key) => Object(place)[key], root);
    if (found === undefined) throw new Error(`${target} leads nowhere`);
    return 1 + unfolded(found, root, [...path, target]);
  }
  const parts = Object.entries(schema).filter(([key]) => key !== '$defs');
  return 1 + Math.max(0, ...parts.map(([, part]) => unfolded(part, root, path)));
}

test('control 17: a schema that came back to itself would be seen', () => {
  const recursive = {
    $defs: { a: { properties: { b: { $ref: '#/$defs/a' } } } },
    properties: { a: { $ref: '#/$defs/a' } },
  };
  expect(() => unfolded(recursive, recursive)).toThrow('comes back to itself');
});

describe.each(eras)('control 17: nothing is without bounds, in $revision', (era) => {
  test.each([{}, { confirm: 'write' as const }, { mode: 'discovery' as const }, { mode: 'code' as const }])(
    'the schemas of a list with %j',
    async (config) => {
      await using made = await testGateway();
      const { url } = await made.server(await made.account(), { methods: ['read', 'write'], ...config });
      const { tools } = Object((await asker(made, era)(url, 'tools/list')).message.result);
      const lengths = { list: catalog.length, discovery: 4, code: 3 };
      expect(tools.length).toBe(lengths['mode' in config ? config.mode : 'list']);
      for (const { name, inputSchema } of tools) {
        expect({ name, unfolded: unfolded(inputSchema, inputSchema) <= UNFOLDED }).toEqual({ name, unfolded: true });
        expect({ name, levels: levels(inputSchema) <= DEEPEST }).toEqual({ name, levels: true });
        expect({ name, long: JSON.stringify(inputSchema).length > LONGEST }).toEqual({ name, long: false });
        expect({ name, closed: inputSchema.additionalProperties }).toEqual({ name, closed: false });
      }
    },
  );

  const deep = (open: string, shut: string, count = 100_000) => `${open.repeat(count)}1${shut.repeat(count)}`;
  const wide = (prefix: string, count = 1000) =>
    JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, index) => [`${prefix}${index}`, index])));
  const fat = (depth: number): unknown =>
    depth === 0
      ? 1
      : Object.fromEntries(Array.from({ length: 45 }, (_, index) => [`${'k'.repeat(60)}${index}`, fat(depth - 1)]));
  const monsters: [string, string][] = [
    ['objects in objects', deep('{"a":', '}')],
    ['lists in lists', `{"query":${deep('[', ']')}}`],
    ['a deep filter', `{"query":${deep('{"operator":"AND","value":[', ']}')}}`],
    ['deep attributes', `{"custom_attributes":${deep('{"a":', '}')}}`],
    ['many arguments', wide('k')],
    ['a filter of many keys', `{"query":${wide('k')}}`],
    [
      'many filters',
      `{"query":{"operator":"AND","value":[${Array.from({ length: 50_000 }, (_, i) => `{"field":"f${i}","operator":"=","value":1}`)}]}}`,
    ],
    [
      'many wrong values',
      `{"query":{"field":"state","operator":"IN","value":[${Array.from({ length: 100_000 }, (_, i) => `"s${i}"`)}]},"fields":[${Array.from({ length: 100_000 }, (_, i) => `"f${i}"`)}]}`,
    ],
    ['many attributes', `{"custom_attributes":${wide('k')}}`],
    ['names that are long, wide and deep', `{"custom_attributes":${JSON.stringify(fat(2))}}`],
    [
      'a list of many forms',
      `{"tag_ids":[${Array.from({ length: 40 }, (_, i) => `{"${'f'.repeat(60)}${i}":${JSON.stringify(fat(1))}}`)}]}`,
    ],
  ];
  const tools = ['list_all_intercom_search_conversations', 'create_a_intercom_contact'];

  test.each(monsters)('arguments: %s', async (_, args) => {
    await using made = await testGateway();
    const { url } = await made.server(await made.account(), { methods: ['read', 'write'] });
    for (const name of tools) {
      const plain = era.request(url, 'tools/call', { name, arguments: 'ARGUMENTS' });
      const { headers } = plain;
      const body = (await plain.text()).replace('"ARGUMENTS"', () => args);
      const response = await made.gateway.fetch(new Request(url, { method: 'POST', headers, body }));
      const text = await response.text();
      expect(response.status).toBe(200);
      expect(text).toContain('"isError":true');
      expect(text.length).toBeLessThan(10_000);
    }
    expect((await made.mcp(url, 'tools/list')).status).toBe(200);
    await made.gateway.context.audit.flush();
    const rows = await made.store.db.selectFrom('audit').selectAll().where('action', '=', 'tools/call').execute();
    expect(rows).toHaveLength(tools.length);
    for (const row of rows) {
      expect(Buffer.byteLength(JSON.stringify(row))).toBeLessThan(LARGEST_SHAPE);
      // Cut, and still what it says it is.
      expect(JSON.parse(row.arguments ?? '')).toBeTypeOf('object');
    }
  });

  test('of very many unknown arguments the first are told, and how many more there are', async () => {
    await using made = await testGateway();
    const { url } = await made.server(await made.account());
    const args = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`k${index}`, 1]));
    const { text } = toolResult(await caller(made, era)(url, 'list_all_intercom_admins', args));
    expect(text).toMatch(/k0: unknown argument[\s\S]*and 988 more problems/);
  });

  test.each([
    ['many arguments', wide('k', 100_000)],
    ['a filter of many keys', `{"query":${wide('k', 1001)}}`],
    ['many attributes', `{"custom_attributes":${wide('k', 100_000)}}`],
  ])('an object that is wider than any tool needs is refused before it is read: %s', async (_, args) => {
    await using made = await testGateway();
    const { url } = await made.server(await made.account(), { methods: ['read', 'write'] });
    const plain = era.request(url, 'tools/call', { name: tools[0] ?? '', arguments: 'ARGUMENTS' });
    const { headers } = plain;
    const body = (await plain.text()).replace('"ARGUMENTS"', () => args);
    const response = await made.gateway.fetch(new Request(url, { method: 'POST', headers, body }));
    expect([response.status, (await response.json()).error.data.code]).toEqual([413, 'too_many_members']);
    expect((await made.mcp(url, 'tools/list')).status).toBe(200);
  });

  test('a message that is nothing but brackets', async () => {
    await using made = await testGateway();
    const { url } = await made.server(await made.account());
    const { headers } = era.request(url, 'tools/list');
    for (const body of [deep('[', ']', 2_000_000), deep('{"a":', '}', 600_000), '['.repeat(4_000_000)])
      expect((await made.gateway.fetch(new Request(url, { method: 'POST', headers, body }))).status).toBe(400);
    expect((await made.mcp(url, 'tools/list')).status).toBe(200);
  });
});
