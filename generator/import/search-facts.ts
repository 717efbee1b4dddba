import type { JsonObject } from '../json/json.ts';
import { type FieldRow, fieldRows, ProseChanged, type SearchType } from './search-fields.ts';
import {
  extraOperators,
  type OperatorRow,
  operatorRows,
  operatorsOfField,
  operatorsOfType,
} from './search-operators.ts';

/** The operations whose prose must hold the tables of fields and operators. */
export const searchPaths = ['/contacts/search', '/conversations/search', '/tickets/search'] as const;

/**
 * `x-search`, parsed from the prose of a search operation; throws {@link ProseChanged} when it reads differently.
 *
 * `fields[]`: `name`; `type` (a list when the value may be of several); `operators` (by the tables); `values` (where the
 * prose lists them); `extraOperators` (granted in a sentence beside the table); and for custom attributes, whose `name`
 * ends with a placeholder, `prefix`: what the name of a real field begins with.
 */
export function searchFacts(prose: string): JsonObject {
  const fields = fieldRows(prose);
  const rows = operatorRows(prose, fields);
  const types = [...new Set(fields.flatMap((field) => field.types))];
  return {
    fields: fields.map((field) => fieldFact(prose, rows, field)),
    operators: Object.fromEntries(types.map((type: SearchType) => [type, operatorsOfType(rows, type)])),
    maxNesting: limit(prose, /\blimit of max (\d+) nested filters\b/i, 'nested filters'),
    maxFilters: limit(prose, /\blimit of max (\d+) filters for each AND or OR group\b/i, 'filters of a group'),
  };
}

function fieldFact(prose: string, rows: readonly OperatorRow[], field: FieldRow): JsonObject {
  const operators = operatorsOfField(prose, rows, field);
  if (operators.length === 0) throw new ProseChanged(`the field \`${field.name}\` has no operators`);
  const [type = 'string', ...others] = field.types;
  const extra = extraOperators(prose, field.name).filter((operator) => !operators.includes(operator));
  const brace = field.name.indexOf('{');
  return {
    name: field.name,
    type: others.length > 0 ? field.types : type,
    operators,
    ...(field.values.length > 0 ? { values: field.values } : {}),
    ...(extra.length > 0 ? { extraOperators: extra } : {}),
    ...(brace < 0 ? {} : { prefix: field.name.slice(0, brace) }),
  };
}

function limit(prose: string, wording: RegExp, what: string): number {
  const count = wording.exec(prose)?.[1];
  if (count === undefined) throw new ProseChanged(`the limit of ${what} is not stated any more`);
  return Number(count);
}
