import { describe, expect, test } from 'vitest';
import { comment, fieldWords } from '../../../generator/inputs/field-words.ts';
import { inputMembers, type Reading } from '../../../generator/inputs/input-type.ts';
import type { JsonSchema } from '../../../generator/json/json-schema.ts';

const reading: Reading = { dropsNull: false, cleared: new Set(), named: {}, definitions: {}, types: {} };
const text: JsonSchema = { type: 'string' };

describe('an argument as the runtime takes it', () => {
  test.each<[string, { given: JsonSchema; want: string; key?: string; more?: Partial<Reading> }]>([
    ['a text', { given: text, want: 'readonly a?: string | undefined;' }],
    ['a time', { given: { type: 'integer', time: 'seconds' }, want: 'readonly a?: Time | undefined;' }],
    ['an id', { given: text, key: 'team_id', want: 'readonly team_id?: Id | undefined;' }],
    ['ids', { given: { type: 'array', items: text }, key: 'ids', want: 'readonly ids?: readonly Id[] | undefined;' }],
    [
      'a name for a number',
      { given: { type: 'integer' }, more: { named: { a: ['tag'] } }, want: 'readonly a?: Id | undefined;' },
    ],
    ['values', { given: { type: 'string', enum: ['x', 'y'] }, want: 'readonly a?: "x" | "y" | undefined;' }],
    [
      'null for what is left out',
      { given: text, more: { dropsNull: true }, want: 'readonly a?: string | null | undefined;' },
    ],
    [
      'null that clears',
      { given: text, more: { cleared: new Set(['a']) }, want: 'readonly a?: string | null | undefined;' },
    ],
    [
      'null once',
      {
        given: { anyOf: [text, { type: 'null' }] },
        more: { dropsNull: true },
        want: 'readonly a?: string | null | undefined;',
      },
    ],
    ['anything', { given: {}, want: 'readonly a?: unknown;' }],
    ['a map', { given: { type: 'object' }, want: 'readonly a?: Readonly<Record<string, unknown>> | undefined;' }],
    ['a name in quotation marks', { given: text, key: 'a-b', want: 'readonly "a-b"?: string | undefined;' }],
  ])('%s', (_name, { given, want, key = 'a', more }) => {
    const members = inputMembers({ properties: { [key]: given } }, { ...reading, ...more });
    expect(members.replace(/^\/\*\*.*\*\/\n/, '')).toBe(want);
  });

  test('is needed where it is required, but for the only value there is', () => {
    const schema: JsonSchema = { properties: { a: text, b: { enum: ['x'] } }, required: ['a', 'b'] };
    expect(inputMembers(schema, reading)).toBe('readonly a: string;\nreadonly b?: "x" | undefined;');
  });
});

test.each<[JsonSchema, readonly string[], string]>([
  [{ description: 'At most 150', maximum: 150, minimum: 1 }, [], 'At most 150. At least 1.'],
  [{ minimum: 1, maximum: 9 }, [], 'From 1 to 9.'],
  [{ maxItems: 5 }, [], 'At most 5 of them.'],
  [{ description: 'Who?' }, ['admin', 'ticket_type'], 'Who? An id, or a name that is unique (admin, ticket type).'],
  [{ description: 'Id or name' }, ['admin'], 'Id or name.'],
  [{}, [], ''],
])('the words of a field: %j', (schema, names, want) => {
  expect(fieldWords(schema, names)).toBe(want);
});

test('words cannot end their comment, begin a tag or break a line', () => {
  expect(comment('a */ b\n@deprecated c')).toBe('/** a *\\/ b deprecated c */\n');
  expect(comment(' ')).toBe('');
});
