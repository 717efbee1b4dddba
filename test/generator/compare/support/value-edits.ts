import { isRecord, type Json } from '../../../../generator/json/json-schema.ts';
import type { EditKind, Verdict } from './edits.ts';
import {
  compatibleAnswer,
  isEnum,
  isPlain,
  narrower,
  narrowerAnswer,
  otherAnswer,
  saidOfAnswer,
  schemaEdits,
  wider,
} from './schema-edits.ts';

const number = isPlain('integer', 'number');
const text = isPlain('string');
const list = ({ type, items }: Json): boolean => type === 'array' && isRecord(items);

/** Each bound: what it says, and the same more loosely. */
const bounds: readonly (readonly [
  keyword: string,
  where: (schema: Json) => boolean,
  strict: unknown,
  loose: unknown,
])[] = [
  ['minimum', number, 5, 2],
  ['maximum', number, 50, 90],
  ['minLength', text, 5, 2],
  ['maxLength', text, 50, 90],
  ['minItems', list, 5, 2],
  ['maxItems', list, 50, 90],
  ['multipleOf', number, 10, 5],
];

/** Each bound tightened, loosened, put on and taken off. */
const boundEdits: readonly EditKind[] = bounds.flatMap(([keyword, where, strict, loose]) =>
  schemaEdits([
    {
      name: `${keyword} tightened`,
      where,
      prepare: { [keyword]: loose },
      change: () => ({ [keyword]: strict }),
      argument: narrower,
      answer: saidOfAnswer,
    },
    {
      name: `${keyword} loosened`,
      where,
      prepare: { [keyword]: strict },
      change: () => ({ [keyword]: loose }),
      argument: wider,
      answer: saidOfAnswer,
    },
    {
      name: `${keyword} put on`,
      where,
      prepare: { [keyword]: undefined },
      change: () => ({ [keyword]: strict }),
      argument: narrower,
      answer: saidOfAnswer,
    },
    {
      name: `${keyword} taken off`,
      where,
      prepare: { [keyword]: strict },
      change: () => ({ [keyword]: undefined }),
      argument: wider,
      answer: saidOfAnswer,
    },
  ]),
);

const pattern = '^[a-f0-9]+$';
const changedDefault: Verdict = {
  kinds: ['argument default'],
  labels: ['compatible', 'breaking for models', 'cosmetic'],
};
/** Whether a format is checked is the service's affair: it is named, with any label. */
const format: Verdict = { kinds: ['argument narrowed', 'argument widened', 'argument type'] };
const answerFormat: Verdict = { kinds: ['answer type'] };

/** Edits of the values that a schema takes. */
export const valueEdits: readonly EditKind[] = [
  ...boundEdits,
  ...schemaEdits([
    {
      name: 'uniqueItems on',
      where: list,
      change: () => ({ uniqueItems: true }),
      argument: narrower,
      answer: saidOfAnswer,
    },
    {
      name: 'uniqueItems off',
      where: list,
      prepare: { uniqueItems: true },
      change: () => ({ uniqueItems: undefined }),
      argument: wider,
      answer: saidOfAnswer,
    },
    {
      name: 'pattern put on',
      where: text,
      prepare: { pattern: undefined },
      change: () => ({ pattern }),
      argument: narrower,
      answer: saidOfAnswer,
    },
    {
      name: 'pattern taken off',
      where: text,
      prepare: { pattern },
      change: () => ({ pattern: undefined }),
      argument: wider,
      answer: saidOfAnswer,
    },
    {
      name: 'pattern changed',
      where: text,
      prepare: { pattern },
      change: () => ({ pattern: '^[A-Z]+$' }),
      argument: narrower,
      answer: saidOfAnswer,
    },
    { name: 'format put on', where: text, change: () => ({ format: 'email' }), argument: format, answer: answerFormat },
    {
      name: 'format changed',
      where: text,
      prepare: { format: 'uri' },
      change: () => ({ format: 'uuid' }),
      argument: format,
      answer: answerFormat,
    },
    {
      name: 'format taken off',
      where: text,
      prepare: { format: 'uri' },
      change: () => ({ format: undefined }),
      argument: format,
      answer: answerFormat,
    },
    {
      name: 'default put on',
      where: text,
      prepare: { default: undefined },
      change: () => ({ default: 'a' }),
      argument: changedDefault,
      answer: saidOfAnswer,
    },
    {
      name: 'default changed',
      where: text,
      prepare: { default: 'a' },
      change: () => ({ default: 'b' }),
      argument: changedDefault,
      answer: saidOfAnswer,
    },
    {
      name: 'default taken off',
      where: text,
      prepare: { default: 'a' },
      change: () => ({ default: undefined }),
      argument: changedDefault,
      answer: saidOfAnswer,
    },
    {
      name: 'enum gains a value',
      where: isEnum(2),
      change: ({ enum: values }, random) => ({ enum: withValue(values, random.between(0, 2)) }),
      argument: wider,
      answer: compatibleAnswer,
    },
    {
      name: 'enum loses a value',
      where: isEnum(3),
      change: ({ enum: values }, random) => ({ enum: without(values, random.between(0, 2)) }),
      argument: narrower,
      answer: narrowerAnswer,
    },
    {
      name: 'enum loses a value and gains another',
      where: isEnum(3),
      change: ({ enum: values }, random) => ({ enum: withValue(without(values, random.between(0, 2)), 1) }),
      argument: {
        kinds: ['argument narrowed', 'argument widened', 'argument type'],
        labels: ['breaking for models', 'compatible'],
      },
      answer: { kinds: ['answer type'] },
    },
    {
      name: 'enum dropped',
      where: isEnum(2),
      change: () => ({ enum: undefined }),
      argument: wider,
      answer: { kinds: ['answer type'], labels: ['compatible', 'breaking for importers'] },
    },
    {
      name: 'enum put on',
      where: text,
      change: () => ({ enum: ['red', 'green', 'blue'] }),
      argument: narrower,
      answer: narrowerAnswer,
    },
    {
      name: 'enum of integers gains a value',
      where: number,
      prepare: { enum: [1, 2, 3] },
      change: () => ({ enum: [1, 2, 3, 4] }),
      argument: wider,
      answer: compatibleAnswer,
    },
    {
      name: 'enum of other values',
      where: isEnum(2),
      change: () => ({ enum: ['red', 'green'] }),
      argument: { kinds: ['argument narrowed', 'argument type', 'argument widened'] },
      answer: { kinds: ['answer type'] },
    },
    {
      name: 'property deprecated',
      where: text,
      change: () => ({ deprecated: true }),
      argument: { kinds: ['deprecation'], labels: ['compatible', 'cosmetic'] },
      answer: { kinds: ['deprecation'], labels: ['compatible', 'cosmetic'] },
    },
  ]),
  ...schemaEdits([
    {
      name: 'nested union of texts loses its enum',
      where: text,
      prepare: { type: undefined, anyOf: [{ type: 'string', enum: ['a', 'b'] }, { type: 'integer' }] },
      change: () => ({ anyOf: [{ type: 'string' }, { type: 'integer' }] }),
      argument: wider,
      answer: { kinds: otherAnswer.kinds ?? [], labels: ['compatible', 'breaking for importers'] },
    },
  ]),
];

function withValue(values: unknown, at: number): unknown[] {
  return Array.isArray(values) ? values.toSpliced(at, 0, 'quite_new') : [];
}

function without(values: unknown, at: number): unknown[] {
  return Array.isArray(values) ? values.toSpliced(at, 1) : [];
}
