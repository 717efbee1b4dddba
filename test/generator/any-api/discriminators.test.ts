import { describe, expect, test } from 'vitest';
import { isRecord, type Json } from '../../../generator/json/json-schema.ts';
import { taking } from './support/taking.ts';

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

describe('a discriminator', () => {
  test('at the top of a body is an enum of what its mapping says, and each value needs what its form needs', async () => {
    await using made = await taking(pet, { schemas: { Cat: cat, Dog: dog } });
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
    await using made = await taking({ type: 'object', ...schema }, { schemas: { Cat: cat, Dog: dog } });
    expect(JSON.stringify(made.catalog[0]?.inputSchema)).toContain('"enum":["cat"]');
    expect(JSON.parse((await made.send(send)).text)).toEqual(send);
    await expect(made.send(refused)).rejects.toThrow();
  });

  test('without a mapping has the names of the schemas for its values', async () => {
    const bare = { ...pet, discriminator: { propertyName: 'kind' } };
    await using made = await taking(bare, { schemas: { Cat: cat, Dog: dog } });
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
    await using made = await taking(bare, { schemas: { Cat: listed(cat, 'felis'), Dog: listed(dog, 'canis') } });
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
    await using made = await taking(ref('Pet'), { schemas });
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
    await using made = await taking(ref('Cat'), { schemas });
    expect(JSON.parse((await made.send({ lives: 9 })).text)).toEqual({ kind: 'Cat', lives: 9 });
  });

  test.each(['__proto__', 'constructor', 'a b'])('called %s breaks nothing', async (propertyName) => {
    const schema = { oneOf: [ref('Cat'), ref('Dog')], discriminator: { propertyName, mapping: { __proto__: 'Cat' } } };
    await using made = await taking(schema, { schemas: { Cat: cat, Dog: dog } });
    expect(made.tools).toHaveLength(1);
  });

  test('with hundreds of heirs tells their values, and takes the time of a few', async () => {
    const names = Array.from({ length: 300 }, (_value, at) => `Pet${at}`);
    const mapping = Object.fromEntries(names.map((name) => [name.toLowerCase(), `#/components/schemas/${name}`]));
    const heirs = names.map((name) => [name, { allOf: [ref('Pet'), { properties: { [name]: ref('Pet') } }] }] as const);
    const base = { properties: { kind: text, friend: ref('Pet') }, discriminator: { propertyName: 'kind', mapping } };
    await using made = await taking(
      { properties: { a: ref('Pet'), b: ref('Pet') } },
      { schemas: { Pet: base, ...Object.fromEntries(heirs) } },
    );
    expect(made.files.get('tools/things.ts')).toContain('pet299');
  });
});
