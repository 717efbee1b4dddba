import { readFile } from 'node:fs/promises';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { isRecord, type Json } from '../../../generator/json/json-schema.ts';
import type { CatalogEntry } from '../../../runtime/catalog/catalog.ts';

const catalog: CatalogEntry[] = JSON.parse(
  await readFile(new URL('../../../generated/intercom/catalog.json', import.meta.url), 'utf8'),
);

interface Place {
  readonly where: string;
  readonly schema: Json;
  readonly root: Json;
}

/** Every schema within a schema, and where it stands; what stands under `enum` is a value. */
function schemasIn(schema: unknown, where: string, root: Json): Place[] {
  if (!isRecord(schema)) return [];
  const below = (value: unknown, key: string): Place[] =>
    Array.isArray(value)
      ? value.flatMap((part, at) => schemasIn(part, `${where}/${key}/${at}`, root))
      : schemasIn(value, `${where}/${key}`, root);
  return [
    { where, schema, root },
    ...Object.entries(schema).flatMap(([keyword, value]) => {
      if (keyword === 'properties' || keyword === '$defs')
        return Object.entries(isRecord(value) ? value : {}).flatMap(([key, part]) => below(part, `${keyword}/${key}`));
      return keyword === 'enum' ? [] : below(value, keyword);
    }),
  ];
}

const all = catalog.flatMap(({ name, inputSchema }) => schemasIn(inputSchema, name, inputSchema));
function places(wrong: (place: Place) => boolean): string[] {
  return all.filter(wrong).map(({ where }) => where);
}

describe('every client accepts the input schemas', () => {
  test.each([
    ['JSON Schema 2020-12', new Ajv2020({ strict: true, allErrors: true })],
    ['JSON Schema draft-07', new Ajv({ strict: true, allErrors: true })],
  ])('%s, strictly', (_name, ajv) => {
    const refused = catalog.flatMap(({ name, inputSchema }) => {
      try {
        if (ajv.validateSchema(inputSchema) !== true) return [`${name}: ${ajv.errorsText()}`];
        ajv.compile(inputSchema);
        return [];
      } catch (error) {
        return [`${name}: ${String(error)}`];
      }
    });
    expect(refused).toEqual([]);
  });

  test('there are as many as there should be', () => {
    expect(catalog).toHaveLength(231);
    expect(all.length).toBeGreaterThan(1500);
  });

  test('an object at the top, closed, and no union there', () => {
    const unions = ['oneOf', 'anyOf', 'allOf', 'not', 'if', 'enum', '$ref'];
    const wrong = catalog.filter(
      ({ inputSchema }) =>
        inputSchema.type !== 'object' ||
        inputSchema.additionalProperties !== false ||
        unions.some((keyword) => keyword in inputSchema),
    );
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  test('only keywords that all of them know', () => {
    // Not among them: oneOf, allOf, not, nullable, example(s), const, format, default, $schema, x-….
    const known = new Set(
      'type description properties required additionalProperties items anyOf enum minimum maximum minItems maxItems minLength pattern $ref $defs'.split(
        ' ',
      ),
    );
    expect(places(({ schema }) => Object.keys(schema).some((keyword) => !known.has(keyword)))).toEqual([]);
  });

  test('types are single words', () => {
    const types = new Set(['object', 'array', 'string', 'integer', 'number', 'boolean', 'null']);
    expect(places(({ schema }) => 'type' in schema && !types.has(String(schema.type)))).toEqual([]);
    expect(places(({ schema }) => Array.isArray(schema.type))).toEqual([]);
  });

  test('property keys are plain', () => {
    const keys = ({ schema }: Place): string[] => Object.keys(isRecord(schema.properties) ? schema.properties : {});
    expect(places((place) => keys(place).some((key) => !/^[a-zA-Z0-9_.-]{1,64}$/.test(key)))).toEqual([]);
  });

  test('references lead to a definition of the same schema, and stand alone: draft-07 ignores what is beside them', () => {
    const references = all.filter(({ schema }) => '$ref' in schema);
    expect(references.length).toBeGreaterThan(0);
    expect(
      places(({ schema, root }) => {
        if (!('$ref' in schema)) return false;
        const name = /^#\/\$defs\/(\w+)$/.exec(String(schema.$ref))?.[1] ?? '';
        return Object.keys(schema).length > 1 || !isRecord(root.$defs) || !isRecord(root.$defs[name]);
      }),
    ).toEqual([]);
    expect(places(({ schema, root }) => '$defs' in schema && schema !== root)).toEqual([]);
  });

  test('what is required is there', () => {
    const required = ({ schema }: Place): unknown[] => (Array.isArray(schema.required) ? schema.required : []);
    expect(
      places((place) =>
        required(place).some(
          (key) => !isRecord(place.schema.properties) || !Object.hasOwn(place.schema.properties, String(key)),
        ),
      ),
    ).toEqual([]);
  });

  test('enums have values, once each, and all of a kind', () => {
    expect(
      places(({ schema: { enum: values } }) => {
        if (values === undefined) return false;
        if (!Array.isArray(values) || values.length === 0) return true;
        return (
          new Set(values).size !== values.length ||
          new Set(values.map((value) => typeof value)).size !== 1 ||
          values.includes(null)
        );
      }),
    ).toEqual([]);
  });
});
