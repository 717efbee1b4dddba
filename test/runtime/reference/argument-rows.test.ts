import { describe, expect, test } from 'vitest';
import { catalog } from '../../../intercom/catalog.ts';
import type { CatalogInputSchema } from '../../../runtime/catalog/catalog.ts';
import { argumentRows } from '../../../runtime/reference/argument-rows.ts';

function rows(properties: object, more: object = {}) {
  return argumentRows({ type: 'object', properties, ...more } as CatalogInputSchema);
}

const row = { required: false, nullable: false };

describe('arguments as a table', () => {
  test('say what each is, and list values beside their type', () => {
    const properties = {
      name: { type: 'string', description: 'What it is called' },
      state: { type: 'string', enum: ['open', 'closed'], default: 'open' },
      kinds: { type: 'array', items: { type: 'string', enum: ['a', 'b'] } },
      id: { anyOf: [{ type: 'string' }, { type: 'integer' }] },
      until: { anyOf: [{ type: 'string' }, { type: 'null' }] },
      count: { type: ['integer', 'null'] },
    };
    expect(rows(properties, { required: ['name'] })).toEqual([
      { ...row, name: 'name', type: 'string', required: true, description: 'What it is called' },
      { ...row, name: 'state', type: 'string', values: ['open', 'closed'], default: 'open' },
      { ...row, name: 'kinds', type: 'string[]', values: ['a', 'b'] },
      { ...row, name: 'id', type: 'string|integer' },
      { ...row, name: 'until', type: 'string', nullable: true },
      { ...row, name: 'count', type: 'integer', nullable: true },
    ]);
  });

  test('give what lies in objects, lists and maps lines of its own', () => {
    const inner = { type: 'object', properties: { url: { type: 'string' } }, required: ['url'] };
    const properties = {
      one: inner,
      many: { type: 'array', items: inner },
      map: { type: 'object', additionalProperties: inner },
      any: { type: 'object', additionalProperties: { type: 'number' } },
    };
    expect(rows(properties).map(({ name, type, required }) => [name, type, required])).toEqual([
      ['one', 'object', false],
      ['one.url', 'string', true],
      ['many', 'object[]', false],
      ['many[].url', 'string', true],
      ['map', 'object', false],
      ['map.*.url', 'string', true],
      ['any', 'Record<string, number>', false],
    ]);
  });

  test('follow a schema that leads to itself once', () => {
    const $defs = { node: { type: 'object', properties: { next: { $ref: '#/$defs/node' } } } };
    expect(rows({ first: { $ref: '#/$defs/node' } }, { $defs }).map(({ name, type }) => [name, type])).toEqual([
      ['first', 'object'],
      ['first.next', 'Node'],
    ]);
  });

  test('go four levels deep', () => {
    let deep: object = { type: 'string' };
    for (let level = 0; level < 100; level += 1) deep = { type: 'object', properties: { in: deep } };
    expect(rows({ in: deep }).map(({ name }) => name)).toEqual(['in', 'in.in', 'in.in.in', 'in.in.in.in']);
  });

  test.for([
    [{}, 0],
    [{ x: true }, 1],
    [{ x: { $ref: '#/$defs/none' } }, 1],
    [{ x: { anyOf: [] } }, 1],
    [{ x: { type: 'array' } }, 1],
  ] as const)('of odd schemas are told as well: %j', ([properties, count]) => {
    expect(rows(properties)).toHaveLength(count);
  });

  test('of every tool have names of their own', () => {
    for (const { name, inputSchema } of catalog) {
      const names = argumentRows(inputSchema).map((each) => each.name);
      expect({ name, names }).toEqual({ name, names: [...new Set(names)] });
    }
  });
});
