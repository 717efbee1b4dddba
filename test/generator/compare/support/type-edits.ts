import { isRecord } from '../../../../generator/json/json-schema.ts';
import type { EditKind } from './edits.ts';
import type { SchemaEdit } from './schema-edits.ts';
import {
  compatibleAnswer,
  isPlain,
  narrower,
  narrowerAnswer,
  otherAnswer,
  otherArgument,
  schemaEdits,
  wider,
} from './schema-edits.ts';

const edits: readonly SchemaEdit[] = [
  {
    name: 'integer becomes number',
    where: isPlain('integer'),
    change: () => ({ type: 'number' }),
    argument: wider,
    // Both are a number to a program.
    answer: { kinds: ['answer type'] },
  },
  {
    name: 'number becomes integer',
    where: isPlain('integer', 'number'),
    prepare: { type: 'number' },
    change: () => ({ type: 'integer' }),
    argument: narrower,
    answer: { kinds: ['answer type'] },
  },
  {
    name: 'string becomes string or integer',
    where: isPlain('string'),
    change: () => ({ type: undefined, oneOf: [{ type: 'string' }, { type: 'integer' }] }),
    argument: wider,
    answer: otherAnswer,
  },
  {
    name: 'string or integer becomes integer',
    where: isPlain('string', 'integer'),
    prepare: { type: undefined, oneOf: [{ type: 'string' }, { type: 'integer' }] },
    change: () => ({ type: 'integer', oneOf: undefined }),
    argument: narrower,
    answer: narrowerAnswer,
  },
  {
    name: 'string becomes boolean',
    where: isPlain('string'),
    change: () => ({ type: 'boolean' }),
    argument: otherArgument,
    answer: otherAnswer,
  },
  {
    name: 'string becomes object',
    isObject: true,
    where: isPlain('string'),
    change: () => ({ type: 'object', properties: { id: { type: 'string' } } }),
    argument: otherArgument,
    answer: otherAnswer,
  },
  {
    name: 'boolean becomes list',
    where: isPlain('boolean'),
    change: () => ({ type: 'array', items: { type: 'boolean' } }),
    argument: otherArgument,
    answer: { kinds: ['answer type', 'answer list'], labels: ['breaking for importers', 'breaking for models'] },
  },
  {
    name: 'type of a value dropped',
    where: isPlain('string', 'integer', 'boolean'),
    change: () => ({ type: undefined }),
    argument: wider,
    answer: otherAnswer,
  },
  {
    name: 'type of an open value stated',
    where: isPlain('string', 'integer', 'boolean'),
    prepare: { type: undefined },
    change: () => ({ type: 'string' }),
    argument: narrower,
    answer: narrowerAnswer,
  },
  {
    name: 'nullable on',
    where: isPlain('string', 'integer', 'boolean'),
    prepare: { nullable: undefined },
    change: () => ({ nullable: true }),
    argument: wider,
    answer: otherAnswer,
  },
  {
    name: 'nullable off',
    where: isPlain('string', 'integer', 'boolean'),
    prepare: { nullable: true },
    change: () => ({ nullable: undefined }),
    // Few tools take a null at all; where one does, ajv is the judge.
    argument: {
      kinds: ['argument narrowed', 'argument type'],
      labels: ['breaking for models', 'compatible', 'cosmetic'],
    },
    answer: compatibleAnswer,
  },
  {
    name: 'items of a list of another type',
    where: ({ type, items }) => type === 'array' && isRecord(items) && isPlain('string', 'integer')(items),
    change: ({ items }) => ({ items: { ...(isRecord(items) ? items : {}), type: 'boolean' } }),
    below: ['[]'],
    argument: otherArgument,
    answer: otherAnswer,
  },
  {
    name: 'values of a map of another type',
    isObject: true,
    where: isPlain('string'),
    prepare: { type: 'object', additionalProperties: { type: 'string' } },
    change: () => ({ additionalProperties: { type: 'boolean' } }),
    below: ['*'],
    argument: otherArgument,
    answer: otherAnswer,
  },
  {
    name: 'map closed',
    isObject: true,
    where: isPlain('string'),
    prepare: { type: 'object', properties: { id: { type: 'string' } }, additionalProperties: true },
    change: () => ({ additionalProperties: false }),
    argument: narrower,
    answer: narrowerAnswer,
  },
  {
    name: 'map opened',
    isObject: true,
    where: isPlain('string'),
    prepare: { type: 'object', properties: { id: { type: 'string' } }, additionalProperties: false },
    change: () => ({ additionalProperties: true }),
    argument: wider,
    answer: { kinds: ['answer type'], labels: ['compatible', 'cosmetic', 'breaking for importers'] },
  },
  {
    name: 'union gains a branch',
    where: isPlain('string'),
    prepare: { type: undefined, anyOf: [{ type: 'string' }, { type: 'integer' }] },
    change: () => ({ anyOf: [{ type: 'string' }, { type: 'integer' }, { type: 'boolean' }] }),
    argument: wider,
    answer: otherAnswer,
  },
  {
    name: 'union loses a branch',
    where: isPlain('string'),
    prepare: { type: undefined, oneOf: [{ type: 'string' }, { type: 'integer' }, { type: 'boolean' }] },
    change: () => ({ oneOf: [{ type: 'boolean' }, { type: 'string' }] }),
    argument: narrower,
    answer: narrowerAnswer,
  },
  {
    name: 'union of objects gains a branch',
    isObject: true,
    where: isPlain('string'),
    prepare: { type: undefined, oneOf: [dog(), cat()] },
    change: () => ({
      oneOf: [dog(), cat(), { type: 'object', required: ['fin'], properties: { fin: { type: 'string' } } }],
    }),
    argument: wider,
    answer: otherAnswer,
  },
];

/** Edits of the type of one value. */
export const typeEdits: readonly EditKind[] = schemaEdits(edits.map((edit) => ({ ...edit, isTyping: true })));

function dog(): object {
  return { type: 'object', required: ['bark'], properties: { bark: { type: 'string' } } };
}

function cat(): object {
  return { type: 'object', required: ['purr'], properties: { purr: { type: 'string' } } };
}
