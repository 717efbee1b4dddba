import { describe, expect, test } from 'vitest';
import { isRecord, type Json } from '../../../generator/json/json-schema.ts';
import { operation } from './support/describe.ts';
import { generated } from './support/wire.ts';

const text = { type: 'string' };
const cat = { type: 'object', required: ['kind', 'lives'], properties: { kind: text, lives: { type: 'integer' } } };
const dog = { type: 'object', required: ['kind', 'barks'], properties: { kind: text, barks: { type: 'boolean' } } };
function ref(name: string): Json {
  return { $ref: `#/components/schemas/${name}` };
}
const pet: Json = {
  oneOf: [ref('Cat'), ref('Dog')],
  discriminator: { propertyName: 'kind', mapping: { cat: '#/components/schemas/Cat', dog: 'Dog' } },
};

/** The tools of one operation that takes a body. */
function taking(schema: Json, schemas: Json = {}, more: Json = {}) {
  const requestBody = { required: true, content: { 'application/json': { schema } }, ...more };
  return generated({ doc: operation('post', '/pets', { requestBody }, { components: { schemas } }) });
}

describe('a discriminator', () => {
  test('at the top of a body is an enum of what its mapping says, and each value needs what its form needs', async () => {
    await using made = await taking(pet, { Cat: cat, Dog: dog });
    expect(made.catalog[0]?.inputSchema).toMatchObject({
      properties: { kind: { type: 'string', enum: ['cat', 'dog'] } },
      required: ['kind'],
    });
    const sent = await made.send({ kind: 'dog', barks: true });
    expect(JSON.parse(sent.text)).toEqual({ kind: 'dog', barks: true });
    await expect(made.send({ kind: 'dog', lives: 9 })).rejects.toThrow('barks: is missing, needed for kind dog');
    await expect(made.send({ kind: 'Dog!', barks: true })).rejects.toThrow('kind');
  });

  test.each<[string, { schema: Json; send: unknown; refused: unknown }]>([
    [
      'of a property',
      {
        schema: { properties: { pet } },
        send: { pet: { kind: 'cat', lives: 9 } },
        refused: { pet: { kind: 'cat', barks: true } },
      },
    ],
    [
      'of items',
      {
        schema: { properties: { pets: { type: 'array', items: pet } } },
        send: {
          pets: [
            { kind: 'cat', lives: 9 },
            { kind: 'dog', barks: false },
          ],
        },
        refused: { pets: [{ kind: 'cow', lives: 1 }] },
      },
    ],
    [
      'of the values of a map',
      {
        schema: { properties: { pets: { type: 'object', additionalProperties: pet } } },
        send: { pets: { rex: { kind: 'dog', barks: true } } },
        refused: { pets: { rex: { kind: 'dog' } } },
      },
    ],
    [
      'two levels down',
      {
        schema: { properties: { home: { type: 'object', properties: { pet } } } },
        send: { home: { pet: { kind: 'dog', barks: true } } },
        refused: { home: { pet: { kind: 'horse', barks: true } } },
      },
    ],
  ])('%s keeps its forms apart', async (_name, { schema, send, refused }) => {
    await using made = await taking({ type: 'object', ...schema }, { Cat: cat, Dog: dog });
    expect(JSON.stringify(made.catalog[0]?.inputSchema)).toContain('"enum":["cat"]');
    expect(JSON.parse((await made.send(send)).text)).toEqual(send);
    await expect(made.send(refused)).rejects.toThrow();
  });

  test('without a mapping has the names of the schemas for its values', async () => {
    const bare = { ...pet, discriminator: { propertyName: 'kind' } };
    await using made = await taking(bare, { Cat: cat, Dog: dog });
    expect(made.catalog[0]?.inputSchema.properties).toMatchObject({ kind: { enum: ['Cat', 'Dog'] } });
  });

  test('leaves alone the values that a form lists itself, where none of them is the name of its schema', async () => {
    const listed = (schema: Json, value: string): Json => ({
      ...schema,
      properties: {
        ...(isRecord(schema.properties) ? schema.properties : {}),
        kind: { type: 'string', enum: [value] },
      },
    });
    const bare = { ...pet, discriminator: { propertyName: 'kind' } };
    await using made = await taking(bare, { Cat: listed(cat, 'felis'), Dog: listed(dog, 'canis') });
    expect(made.catalog[0]?.inputSchema.properties).toMatchObject({ kind: { enum: ['felis', 'canis'] } });
  });

  test('of a schema that others are made of stands for all of these', async () => {
    const schemas = {
      Pet: {
        type: 'object',
        required: ['kind'],
        properties: { kind: text, name: text, friend: ref('Pet') },
        discriminator: {
          propertyName: 'kind',
          mapping: { cat: '#/components/schemas/Cat', dog: '#/components/schemas/Dog' },
        },
      },
      Cat: { allOf: [ref('Pet'), { type: 'object', required: ['lives'], properties: { lives: { type: 'integer' } } }] },
      Dog: { allOf: [ref('Pet')], properties: { barks: { type: 'boolean' } } },
    };
    await using made = await taking(ref('Pet'), schemas);
    expect(made.catalog[0]?.inputSchema.properties).toMatchObject({
      kind: { enum: ['cat', 'dog'] },
      name: {},
      lives: {},
      barks: {},
    });
    await expect(made.send({ kind: 'cat', name: 'Tom' })).rejects.toThrow('lives: is missing');
    const tom = { kind: 'cat', name: 'Tom', lives: 9, friend: { kind: 'dog', barks: true } };
    expect(JSON.parse((await made.send(tom)).text)).toEqual(tom);
  });

  test('of what a schema is made of has the one value that means it', async () => {
    const schemas = {
      Pet: { type: 'object', required: ['kind'], properties: { kind: text }, discriminator: { propertyName: 'kind' } },
      Cat: { allOf: [ref('Pet'), { properties: { lives: { type: 'integer' } } }] },
    };
    await using made = await taking(ref('Cat'), schemas);
    expect(JSON.parse((await made.send({ lives: 9 })).text)).toEqual({ kind: 'Cat', lives: 9 });
  });

  test.each(['__proto__', 'constructor', 'a b'])('called %s breaks nothing', async (propertyName) => {
    const schema = { oneOf: [ref('Cat'), ref('Dog')], discriminator: { propertyName, mapping: { __proto__: 'Cat' } } };
    await using made = await taking(schema, { Cat: cat, Dog: dog });
    expect(made.tools).toHaveLength(1);
  });

  test('with hundreds of heirs tells their values, and takes the time of a few', async () => {
    const names = Array.from({ length: 300 }, (_value, at) => `Pet${at}`);
    const mapping = Object.fromEntries(names.map((name) => [name.toLowerCase(), `#/components/schemas/${name}`]));
    const heirs = names.map((name) => [name, { allOf: [ref('Pet'), { properties: { [name]: ref('Pet') } }] }] as const);
    const base = { properties: { kind: text, friend: ref('Pet') }, discriminator: { propertyName: 'kind', mapping } };
    await using made = await taking(
      { properties: { a: ref('Pet'), b: ref('Pet') } },
      { Pet: base, ...Object.fromEntries(heirs) },
    );
    expect(JSON.stringify(made.files.get('tools/pets.ts') ?? [...made.files.values()])).toContain('pet299');
  });
});

describe('a union without a discriminator', () => {
  test.each<[string, { schema: Json; right: unknown[]; wrong: unknown[] }]>([
    [
      'of a property keeps every form',
      {
        schema: {
          properties: {
            to: {
              oneOf: [
                { type: 'object', required: ['email'], properties: { email: text } },
                { type: 'object', required: ['phone'], properties: { phone: text } },
              ],
            },
          },
        },
        right: [{ to: { email: 'a' } }, { to: { phone: '1' } }],
        wrong: [{ to: {} }],
      },
    ],
    [
      'whose forms agree on what they need is one object',
      {
        schema: {
          properties: {
            to: {
              anyOf: [
                { type: 'object', required: ['id'], properties: { id: text, a: text } },
                { type: 'object', required: ['id'], properties: { id: text, b: text } },
              ],
            },
          },
        },
        right: [{ to: { id: '1', a: 'x' } }, { to: { id: '1', b: 'x' } }],
        wrong: [{ to: { a: 'x' } }],
      },
    ],
    [
      'of closed forms takes no mixture of them',
      {
        schema: {
          oneOf: [
            { type: 'object', additionalProperties: false, required: ['a'], properties: { a: text } },
            { type: 'object', additionalProperties: false, required: ['b'], properties: { b: text } },
          ],
        },
        right: [{ a: '1' }, { b: '1' }],
        wrong: [{ a: '1', b: '1' }, {}],
      },
    ],
    [
      'of an object and a list stays whole',
      {
        schema: {
          oneOf: [
            { type: 'object', properties: { a: text } },
            { type: 'array', items: text },
          ],
        },
        right: [{ body: { a: '1' } }, { body: ['1', '2'] }],
        wrong: [{ body: true }],
      },
    ],
    [
      'of what a list holds takes each form in one list',
      {
        schema: {
          properties: {
            parts: {
              type: 'array',
              items: {
                oneOf: [
                  { type: 'object', required: ['text'], properties: { text } },
                  { type: 'object', required: ['url'], properties: { url: text } },
                ],
              },
            },
          },
        },
        right: [{ parts: [{ text: 'a' }, { url: 'b' }] }],
        wrong: [{ parts: [{ other: 'a' }] }],
      },
    ],
    [
      'beside common properties needs one of them',
      {
        schema: {
          type: 'object',
          properties: { a: text, b: text, c: text },
          required: ['c'],
          anyOf: [{ required: ['a'] }, { required: ['b'] }],
        },
        right: [
          { c: '1', a: '1' },
          { c: '1', b: '1' },
          { c: '1', a: '1', b: '1' },
        ],
        wrong: [{ c: '1' }, { a: '1' }],
      },
    ],
  ])('%s', async (_name, { schema, right, wrong }) => {
    await using made = await taking(schema);
    for (const args of right) {
      const want = isRecord(args) && 'body' in args ? args.body : args;
      expect(JSON.parse((await made.send(args)).text)).toEqual(want);
    }
    for (const args of wrong) await expect(made.send(args), JSON.stringify(args)).rejects.toThrow();
  });
});
