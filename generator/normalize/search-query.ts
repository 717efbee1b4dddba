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
/** Custom attributes, and fields of no known type: only the API knows. */
const anyScalar: readonly JsonSchema[] = [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }];

/**
 * The search language of an operation as a schema without recursion: one filter, or a group of filters and
 * groups of filters. Fields stand by name beside the operators that their type allows; custom attributes by prefix.
 */
export function searchQuery({ fields, maxFilters, maxNesting }: SearchFacts): JsonSchema {
  const filters = searchKinds(fields).map((kind) =>
    'prefix' in kind
      ? filterSchema(
          { type: 'string', pattern: `^${kind.prefix.replaceAll('.', '\\.')}` },
          kind.operators,
          valueSchema('any', kind.operators),
        )
      : filterSchema(oneOf(kind.fields), kind.operators, valueSchema(kind.type, kind.operators)),
  );
  const filter: JsonSchema = { $ref: '#/$defs/filter' };
  const group = (items: JsonSchema): JsonSchema => ({
    type: 'object',
    properties: {
      operator: oneOf(['AND', 'OR']),
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
    properties: { field, operator: oneOf(operators), value },
    required: ['field', 'operator', 'value'],
  };
}

function oneOf(values: readonly string[]): JsonSchema {
  return { type: 'string', enum: [...values] };
}

function valueSchema(type: string, operators: readonly string[]): JsonSchema {
  const ones = type === 'any' ? anyScalar : [{ type: wireType[type] ?? 'string' }];
  const isListed = operators.some((operator) => lists.has(operator));
  const value = choice(isListed ? [...ones, { type: 'array', items: choice(ones) }] : ones);
  return type === 'date' ? { ...value, description: 'Unix seconds, ISO or now-24h' } : value;
}

function choice(forms: readonly JsonSchema[]): JsonSchema {
  const [form, ...others] = forms;
  return form !== undefined && others.length === 0 ? form : { anyOf: [...forms] };
}
