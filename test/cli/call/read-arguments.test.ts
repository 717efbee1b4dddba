import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readArguments } from '../../../cli/call/read-arguments.ts';
import type { CatalogInputSchema } from '../../../runtime/catalog/catalog.ts';

const schema: CatalogInputSchema = {
  type: 'object',
  properties: {
    id: { type: 'string' },
    count: { type: 'integer' },
    price: { anyOf: [{ type: 'number' }, { type: 'null' }] },
    open: { type: 'boolean' },
    either: { anyOf: [{ type: 'integer' }, { type: 'string' }] },
    state: { enum: ['a', 'b'] },
    size: { enum: [1, 2] },
    ids: { type: 'array', items: { type: 'string' } },
    numbers: { type: 'array', items: { type: 'integer' } },
    people: { type: 'array', items: { type: 'object', properties: { name: { type: 'string' } } } },
    source: { type: 'object', properties: { type: { type: 'string' }, size: { type: 'integer' } } },
    query: { $ref: '#/$defs/Query' },
    free: { type: 'object' },
    marks: { type: 'object', additionalProperties: { type: 'string' } },
    'a.b': { type: 'string' },
  },
  $defs: {
    Query: {
      type: 'object',
      properties: {
        operator: { type: 'string' },
        value: { anyOf: [{ type: 'array', items: { $ref: '#/$defs/Query' } }, { type: 'string' }] },
      },
    },
  },
};

const read = (...words: string[]) => readArguments({ words, named: [] }, schema);

test.each<[string[], object]>([
  [['id=007'], { id: '007' }],
  [['id=true'], { id: 'true' }],
  [['id='], { id: '' }],
  [['id=a=b'], { id: 'a=b' }],
  [['id={"a":1}'], { id: '{"a":1}' }],
  [['id=@handle'], { id: '@handle' }],
  [['count=12'], { count: 12 }],
  [['count=many'], { count: 'many' }],
  [['price=1.5'], { price: 1.5 }],
  [['price=null'], { price: null }],
  [['open=true'], { open: true }],
  [['open=yes'], { open: 'yes' }],
  [['either=7'], { either: '7' }],
  [['state=a', 'size=2'], { state: 'a', size: 2 }],
  [['ids=a,b, c'], { ids: ['a', 'b', 'c'] }],
  [['ids=7'], { ids: ['7'] }],
  [['ids='], { ids: [] }],
  [['ids=["x,y"]'], { ids: ['x,y'] }],
  [['ids=a', 'ids=b,c'], { ids: ['a', 'b,c'] }],
  [['numbers=1,2'], { numbers: [1, 2] }],
  [['numbers=1', 'numbers=2'], { numbers: [1, 2] }],
  [['people={"name":"A"}', 'people={"name":"B"}'], { people: [{ name: 'A' }, { name: 'B' }] }],
  [['people.0.name=7', 'people.1.name=B'], { people: [{ name: '7' }, { name: 'B' }] }],
  [['source.type=email', 'source.size=3'], { source: { type: 'email', size: 3 } }],
  [['source={"type":"email"}', 'source.size=3'], { source: { type: 'email', size: 3 } }],
  [['query.operator==', 'query.value=5'], { query: { operator: '=', value: '5' } }],
  [['query.value.0.operator=>', 'query.value.0.value=1'], { query: { value: [{ operator: '>', value: '1' }] } }],
  [
    ['free.age=5', 'free.plan=pro', 'free.on=true', 'free.code="5"'],
    { free: { age: 5, plan: 'pro', on: true, code: '5' } },
  ],
  [['free.0=a'], { free: { 0: 'a' } }],
  [['marks.x=5'], { marks: { x: '5' } }],
  [['a.b=x'], { 'a.b': 'x' }],
  [['unknown=5'], { unknown: 5 }],
  [['{"id":"1"}'], { id: '1' }],
  [['{"id":"1"}', 'count=2'], { id: '1', count: 2 }],
  [['count=2', '{"id":"1","count":1}'], { id: '1', count: 2 }],
  [[], {}],
])('%j is %j', async (words, want) => {
  expect(await read(...words)).toEqual(want);
});

test.each([
  [['nothing'], '"nothing" is no argument'],
  [['=x'], '"=x" is no argument'],
  [['a..b=1'], 'a..b: is no name of an argument'],
  [[`${'a.'.repeat(30)}b=1`], 'is no name of an argument'],
  [['{'], 'the arguments are no JSON'],
  [['[1]'], 'the arguments are JSON, but no object'],
  [['{}', '{}'], 'more than one JSON object'],
  [['id=1', 'id=2'], 'id: was given more than once, and is no list'],
  [['source=x', 'source.type=y'], 'source: was given twice'],
])('%j is refused', async (words, message) => {
  await expect(read(...words)).rejects.toThrow(message);
});

test('names that objects have by birth are names like any other', async () => {
  const input = await read('__proto__.polluted=1', 'constructor=2');
  expect(Object.keys(input)).toEqual(['__proto__', 'constructor']);
  expect(Object.getPrototypeOf(input)).toBe(Object.prototype);
  expect('polluted' in {}).toBe(false);
});

describe('--arg', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'arg-'));
    await writeFile(join(folder, 'reply.md'), '# Hi, a\n\nb, c\n');
    await writeFile(join(folder, 'query.json'), '{"operator":"=","value":"x"}');
    await writeFile(join(folder, 'bytes'), Buffer.from([0xff, 0xfe, 0x00]));
  });
  afterAll(() => rm(folder, { recursive: true }));
  const named = (...words: string[]) =>
    readArguments({ words: [], named: words }, schema, Readable.from([Buffer.from('in')]));

  test('takes what stands in a file: text as it is, JSON where an object goes', async () => {
    expect(await named(`id=@${folder}/reply.md`, `query=@${folder}/query.json`, 'count=3')).toEqual({
      id: '# Hi, a\n\nb, c\n',
      query: { operator: '=', value: 'x' },
      count: 3,
    });
    expect(await named('id=@-')).toEqual({ id: 'in' });
  });

  test.each([
    ['missing', 'ENOENT'],
    ['bytes', 'not text in UTF-8'],
    ['', 'EISDIR'],
  ])('says why %j cannot be read', async (file, why) => {
    await expect(named(`id=@${folder}/${file}`)).rejects.toThrow(why);
  });
});
