import { expect, test } from 'vitest';
import type { Json } from '../../../generator/json/json-schema.ts';
import { answers, bodies, changesOf, lines, object, ref } from './support/compared.ts';

const text = { type: 'string' };
const own: Json = {
  cat: object({ kind: text, claws: text }, ['kind']),
  dog: object({ kind: text, bark: text }, ['kind']),
};
const listed: Json = {
  cat: object({ kind: { ...text, enum: ['cat'] }, claws: text }, ['kind']),
  dog: object({ kind: { ...text, enum: ['dog'] }, bark: text }, ['kind']),
};

function pet(mapping?: Json): Json {
  return { oneOf: [ref('cat'), ref('dog')], discriminator: { propertyName: 'kind', ...(mapping && { mapping }) } };
}

const usual = { c: '#/components/schemas/cat', d: '#/components/schemas/dog' };

/** Name, mappings before and after, and what it comes to where it is sent, and where it is answered. */
const rows: readonly (readonly [
  name: string,
  before: Json | undefined,
  after: Json | undefined,
  sent: string[],
  answered: string[],
])[] = [
  ['the same in another order', usual, { d: usual.d, c: usual.c }, [], []],
  ['by the names of schemas in place of their addresses', usual, { c: 'cat', d: usual.d }, [], []],
  [
    'none, by which the names of schemas are meant',
    { cat: usual.c, d: usual.d },
    undefined,
    ['MI argument narrowed: a.kind', '- argument widened: a.kind'],
    ['I answer type: kind', '- answer type: kind'],
  ],
  [
    'a value renamed',
    usual,
    { cc: usual.c, d: usual.d },
    ['MI argument narrowed: a.kind', '- argument widened: a.kind'],
    ['I answer type: kind', '- answer type: kind'],
  ],
  ['a value more', usual, { ...usual, cc: usual.c }, ['- argument widened: a.kind'], ['- answer type: kind']],
  ['a value less', { ...usual, cc: usual.c }, usual, ['MI argument narrowed: a.kind'], ['I answer type: kind']],
  [
    'values that were exchanged',
    usual,
    { c: usual.d, d: usual.c },
    [
      'MI argument narrowed: a.kind',
      '- argument widened: a.kind',
      'MI argument narrowed: a.kind',
      '- argument widened: a.kind',
    ],
    ['I answer type: kind', '- answer type: kind', 'I answer type: kind', '- answer type: kind'],
  ],
  ['of things that are none', { cat: usual.c, dog: usual.d }, { c: null, d: 7 }, [], []],
];

test.each(rows)('the mapping of a discriminator: %s', (_, before, after, sent, answered) => {
  expect(lines(changesOf(...bodies(pet(before), pet(after), [own, own])))).toEqual(sent);
  expect(lines(changesOf(...answers(pet(before), pet(after), [own, own])))).toEqual(answered);
});

test.each([
  ['put on', pet(), pet({ cat: usual.c, dog: usual.d })],
  ['with values that no form takes', pet(), pet({ cat: usual.c, dog: usual.d, cow: usual.c })],
] as const)('a mapping %s changes nothing where the forms list their values', (_, before, after) => {
  expect(lines(changesOf(...bodies(before, after, [listed, listed])))).toEqual([]);
  expect(lines(changesOf(...answers(before, after, [listed, listed])))).toEqual([]);
});

test('what a mapping says of a schema that others are made of is told as well', () => {
  const made = (mapping: Json): Json => ({
    animal: { ...object({ kind: text }, ['kind']), discriminator: { propertyName: 'kind', mapping } },
    cat: { allOf: [ref('animal'), object({ claws: text })] },
  });
  const [before, after] = [made({ c: usual.c }), made({ cc: usual.c })];
  expect(lines(changesOf(...answers(ref('animal'), ref('animal'), [before, after])))).toEqual([
    'I answer type: kind',
    '- answer type: kind',
  ]);
});
