import type { SearchFacts } from '../ir/ir.ts';
import type { JsonSchema } from '../json/json-schema.ts';
import { searchKinds } from './search-rules.ts';

const wireType: Record<string, string> = {
  string: 'string',
  integer: 'integer',
  number: 'number',
  date: 'integer',
  boolean: 'boolean',
};
const lists = new Set(['IN', 'NIN']);

/**
 * The search language of an operation as a schema without recursion: one filter, or a group of filters and
 * groups of filters. Fields stand by name beside the operators that their type allows; custom attributes by prefix.
 */
export function searchQuery({ fields, maxFilters, maxNesting }: SearchFacts): JsonSchema {
  const filters = searchKinds(fields).map((kind) =>
    'prefix' in kind
      ? filterSchema({ type: 'string', pattern: `^${kind.prefix.replaceAll('.', '\\.')}` }, kind.operators, {})
      : filterSchema({ enum: [...kind.fields] }, kind.operators, valueSchema(kind.type, kind.operators)),
  );
  const filter: JsonSchema = { $ref: '#/$defs/filter' };
  const group = (items: JsonSchema): JsonSchema => ({
    type: 'object',
    properties: {
      operator: { enum: ['AND', 'OR'] },
      value: { type: 'array', minItems: 1, maxItems: maxFilters, items },
    },
    required: ['operator', 'value'],
  });
  const levels = Array.from({ length: maxNesting }).reduce<JsonSchema>(
    // A group stands in a choice of its own: adapters (LangChain's) merge the objects of one choice into a single object.
    (items) => ({ anyOf: [filter, { anyOf: [group(items)] }] }),
    filter,
  );
  return { ...levels, $defs: { filter: { anyOf: filters } } };
}

function filterSchema(field: JsonSchema, operators: readonly string[], value: JsonSchema): JsonSchema {
  return {
    type: 'object',
    properties: { field, operator: { enum: [...operators] }, value },
    required: ['field', 'operator', 'value'],
  };
}

function valueSchema(type: string, operators: readonly string[]): JsonSchema {
  const one: JsonSchema = { type: wireType[type] ?? 'string' };
  const value = operators.some((operator) => lists.has(operator))
    ? { anyOf: [one, { type: 'array', items: one }] }
    : one;
  return type === 'date' ? { ...value, description: 'Unix seconds' } : value;
}
