import { describe, expect, test } from 'vitest';
import { emitFacts } from '../../../generator/emit/facts.ts';
import { timeKeys } from '../../../generator/emit/time-keys.ts';
import type { Json } from '../../../generator/json/json-schema.ts';
import { catalogDigest } from '../../../runtime/catalog/catalog-digest.ts';

function schemas(all: Json): Json {
  return { components: { schemas: all } };
}
function object(properties: Json): Json {
  return { type: 'object', properties };
}
const time = { type: 'integer', format: 'unix-time' };
const counter = { type: 'integer' };

describe('properties that hold a time', () => {
  test.each<[string, { given: Json; want: string[] }]>([
    [
      'by format; a counter of a telling name is none',
      { given: { pet: object({ hatched_at: time, updated_at: counter }) }, want: ['hatched_at'] },
    ],
    ...['date-time', 'timestamp', 'unix-timestamp', 'unix_time', 'unixtime', 'epoch-seconds', 'epoch'].map(
      (format): [string, { given: Json; want: string[] }] => [
        `the format ${format}`,
        { given: { pet: object({ at: { type: 'integer', format } }) }, want: format === 'unix_time' ? [] : ['at'] },
      ],
    ),
    ...['int64', 'int32', 'time-ms', 'timestamp-millis', 'duration'].map(
      (format): [string, { given: Json; want: string[] }] => [
        `not the format ${format}`,
        { given: { pet: object({ at: { type: 'integer', format } }) }, want: [] },
      ],
    ),
    ['not a text', { given: { pet: object({ at: { type: 'string', format: 'date-time' } }) }, want: [] }],
    ['a number', { given: { pet: object({ at: { type: 'number', format: 'unix-time' } }) }, want: ['at'] }],
    ['a list of types', { given: { pet: object({ at: { ...time, type: ['integer', 'null'] } }) }, want: ['at'] }],
    [
      'by reference',
      { given: { at: time, pet: object({ born: { $ref: '#/components/schemas/at' } }) }, want: ['born'] },
    ],
    ['as a form', { given: { pet: object({ at: { anyOf: [{ type: 'string' }, time] } }) }, want: ['at'] }],
    ['inside of another', { given: { pet: object({ owner: object({ since: time }) }) }, want: ['since'] }],
    ['through a circle', { given: { pet: object({ at: { $ref: '#/components/schemas/pet' } }) }, want: [] }],
  ])('%s', (_name, { given, want }) => {
    expect(timeKeys(schemas(given))).toEqual({ keys: want, diagnostics: [] });
  });

  test.each<[string, { given: Json; want: string[]; says: string }]>([
    [
      'more often a time',
      {
        given: { a: object({ at: time }), b: object({ at: time }), c: object({ at: counter }) },
        want: ['at'],
        says: 'at is a time in 2 schemas and a plain number in 1: taken as a time',
      },
    ],
    [
      'in doubt a number',
      {
        given: { a: object({ at: time }), c: object({ at: counter }) },
        want: [],
        says: 'at is a time in 1 schemas and a plain number in 1: taken as a number',
      },
    ],
  ])('%s, and it is said', (_name, { given, want, says }) => {
    const { keys, diagnostics } = timeKeys(schemas(given));
    expect(keys).toEqual(want);
    expect(diagnostics).toMatchObject([
      { code: 'TIME_KEY_AMBIGUOUS', message: says, pointer: '/components/schemas/c/properties/at' },
    ]);
  });
});

test('the facts of an API: title, version, servers with the defaults of their variables, groups of tags', () => {
  const document = {
    info: { title: "Pets' API", version: 2 },
    servers: [
      { url: 'https://{region}.pets.test', variables: { region: { default: 'eu' } } },
      { url: 'https://{shop}.pets.test' },
      { url: '/v2' },
      'nonsense',
    ],
  };
  const { text } = emitFacts({ document, groups: { shop: ['orders', 'pets'] } }, []);
  expect(text.match(/export const .*/g)).toEqual([
    'export const apiTitle = "Pets\' API";',
    'export const apiVersion = "2";',
    `export const catalogDigest = "${catalogDigest([])}";`,
    'export const servers: readonly string[] = ["https://eu.pets.test", "/v2"];',
    'export const timeKeys: readonly string[] = [];',
    'export const groups: Readonly<Record<string, readonly string[]>> = {"shop":["orders","pets"]};',
  ]);
});
