import { expect, test } from 'vitest';
import { bodies, changesOf, lines, type Row } from './support/compared.ts';

const text = { type: 'string' };
const whole = { type: 'integer' };
const real = { type: 'number' };
const texts = { type: 'array', items: text };
const x = { ...text, enum: ['x'] };
const xy = { ...text, enum: ['x', 'y'] };
const either = { oneOf: [text, whole] };

const rows: Row[] = [
  ['the same', text, text],
  ['a wider type', text, either, '- argument widened: a'],
  ['a narrower type', either, text, 'MI argument narrowed: a'],
  ['another type', text, { type: 'boolean' }, 'MI argument type: a'],
  ['whole numbers that become any', whole, real, '- argument widened: a'],
  ['any numbers that become whole', real, whole, 'MI argument narrowed: a'],
  ['text that becomes anything', text, {}, '- argument widened: a'],
  ['anything that becomes text', {}, text, 'MI argument narrowed: a'],
  ['one text that becomes a list', text, texts, 'MI argument type: a'],
  ['a list of other items', texts, { type: 'array', items: whole }, 'MI argument type: a[]'],
  ['values that are listed now', text, xy, 'MI argument narrowed: a'],
  ['values that are no longer listed', xy, text, '- argument widened: a'],
  ['one more value', x, xy, '- argument widened: a'],
  ['one value less', xy, x, 'MI argument narrowed: a'],
  ['a value for another', xy, { ...text, enum: ['x', 'z'] }, 'MI argument narrowed: a', '- argument widened: a'],
  ['the order of values', xy, { ...text, enum: ['y', 'x'] }],
  ['one value as a constant', x, { ...text, const: 'x' }],
  ['values in two forms of a union', xy, { oneOf: [x, { ...text, enum: ['y'] }] }],
  ['a list beside any text', { oneOf: [x, text] }, text],
  ['a larger maximum', { ...whole, maximum: 5 }, { ...whole, maximum: 9 }, '- argument widened: a'],
  ['a smaller maximum', { ...whole, maximum: 9 }, { ...whole, maximum: 5 }, 'M argument narrowed: a'],
  ['a first maximum', whole, { ...whole, maximum: 5 }, 'M argument narrowed: a'],
  ['a maximum that is gone', { ...whole, maximum: 5 }, whole, '- argument widened: a'],
  ['a smaller minimum', { ...whole, minimum: 5 }, { ...whole, minimum: 1 }, '- argument widened: a'],
  ['a larger minimum', { ...whole, minimum: 1 }, { ...whole, minimum: 5 }, 'M argument narrowed: a'],
  ['a bound of whole numbers in other words', { ...whole, minimum: 1 }, { ...whole, exclusiveMinimum: 0 }],
  [
    'an exclusive bound in the words of 3.0',
    { ...real, exclusiveMaximum: 5 },
    { ...real, maximum: 5, exclusiveMaximum: true },
  ],
  [
    'a bound that becomes exclusive',
    { ...whole, maximum: 5 },
    { ...whole, maximum: 5, exclusiveMaximum: true },
    'M argument narrowed: a',
  ],
  ['shorter texts', text, { ...text, maxLength: 5 }, 'M argument narrowed: a'],
  ['longer texts', { ...text, maxLength: 5 }, { ...text, maxLength: 9 }, '- argument widened: a'],
  ['a least length of nothing', text, { ...text, minLength: 0 }],
  ['a pattern', text, { ...text, pattern: '^x' }, 'M argument narrowed: a'],
  ['another pattern', { ...text, pattern: '^x' }, { ...text, pattern: '^y' }, 'M argument type: a'],
  ['a format', text, { ...text, format: 'email' }, 'M argument narrowed: a'],
  ['a format that is gone', { ...text, format: 'email' }, text, '- argument widened: a'],
  [
    'a time in another format, which the client writes',
    { ...text, format: 'date-time' },
    { ...whole, format: 'unix-time' },
    '- argument type: a',
  ],
  ['a larger integer', { ...whole, format: 'int32' }, { ...whole, format: 'int64' }, '- argument widened: a'],
  ['a smaller integer', { ...whole, format: 'int64' }, { ...whole, format: 'int32' }, 'M argument narrowed: a'],
  ['a finer step', { ...whole, multipleOf: 4 }, { ...whole, multipleOf: 2 }, '- argument widened: a'],
  ['a coarser step', { ...whole, multipleOf: 2 }, { ...whole, multipleOf: 4 }, 'M argument narrowed: a'],
  ['fewer items', { ...texts, maxItems: 9 }, { ...texts, maxItems: 5 }, 'M argument narrowed: a'],
  ['items that must differ', texts, { ...texts, uniqueItems: true }, 'M argument narrowed: a'],
  ['items that need not differ, said', texts, { ...texts, uniqueItems: false }],
  ['null as well', text, { ...text, nullable: true }, '- argument widened: a'],
  ['null no longer', { ...text, nullable: true }, text, 'MI argument narrowed: a'],
  ['null in the words of 3.1', { ...text, nullable: true }, { type: ['string', 'null'] }],
  ['null as a form of a union', { ...text, nullable: true }, { anyOf: [text, { type: 'null' }] }],
  ['null beside a composition', { nullable: true, allOf: [text] }, { ...text, nullable: true }],
  ['another default', { ...text, default: 'x' }, { ...text, default: 'y' }, '- argument default: a'],
  ['a first default', text, { ...text, default: 'x' }, '- argument default: a'],
  ['a default that is gone', { ...text, default: 'x' }, text, '- argument default: a'],
  ['a union of one', text, { oneOf: [text] }],
  ['a union of the same twice', { oneOf: [either, text] }, either],
  ['a composition of one', text, { allOf: [text] }],
  ['the order of a union', either, { anyOf: [whole, text] }],
  ['a list of types for a union', either, { type: ['integer', 'string'] }],
  [
    'the order of a composition',
    { allOf: [{ ...text, minLength: 2 }, { maxLength: 9 }] },
    { allOf: [{ maxLength: 9 }, { ...text, minLength: 2 }] },
  ],
  [
    'the tighter bound of a composition',
    { allOf: [{ ...text, maxLength: 3 }, { maxLength: 9 }] },
    { ...text, maxLength: 3 },
  ],
  ['that it is deprecated', text, { ...text, deprecated: true }, '- deprecation: a'],
  ['that it is not deprecated, said', text, { ...text, deprecated: false }],
  ['that it is read-only', text, { ...text, readOnly: true }, 'MI argument removed: a'],
  ['that it is no longer read-only', { ...text, readOnly: true }, text, '- argument added: a'],
  ['a keyword that nothing is known of', text, { ...text, moods: ['good'] }, '- argument type: a'],
  ['what it must not be', text, { ...text, not: { const: 'x' } }, 'M argument narrowed: a'],
  ['nothing that it must not be', { ...text, not: { const: 'x' } }, text, '- argument widened: a'],
  [
    'something else that it must not be',
    { ...text, not: { const: 'x' } },
    { ...text, not: { const: 'y' } },
    'M argument type: a',
  ],
  ['a condition', text, { ...text, if: { minLength: 3 } }, 'M argument narrowed: a'],
  ['how long its whole numbers are', { type: 'integer' }, { type: 'integer', format: 'int64' }, '- argument type: a'],
  ['a vendor extension and words', text, { ...text, 'x-mood': 1, title: 'A', example: 'b' }],
];

test.each(rows)('a value that is sent: %s', (_, before, after, ...want) => {
  expect(lines(changesOf(...bodies(before, after)))).toEqual(want);
});
