import type { JsonObject } from '../json/json.ts';
import { type FieldRow, fieldRows, ProseChanged, type SearchType, type Warn } from './search-fields.ts';
import {
  extraOperators,
  type OperatorRow,
  operatorRows,
  operatorsOfField,
  operatorsOfType,
} from './search-operators.ts';

/** The operations whose prose must hold the tables of fields and operators. */
export const searchPaths = ['/contacts/search', '/conversations/search', '/tickets/search'] as const;

/** Whether prose holds a table of searchable fields at all. */
export function hasSearchTable(prose: string): boolean {
  return /^\s*#+\s*Accepted Fields\s*$/im.test(prose);
}

/**
 * `x-search`, parsed from the prose of a search operation; throws {@link ProseChanged} where a table or a limit is gone.
 * What cannot be read of a row is left out, and `warn` is told.
 *
 * `fields[]`: `name`; `type` (a list when the value may be of several, `any` when it is not known); `operators` (by the
 * tables); `values` (where the prose lists them); `extraOperators` (granted in a sentence beside the table); and for custom
 * attributes, whose `name` ends with a placeholder, `prefix`: what the name of a real field begins with.
 */
export function searchFacts(prose: string, warn: Warn): JsonObject {
  const rows = fieldRows(prose, warn);
  const operators = operatorRows(prose, rows, warn);
  const fields = rows.filter((field) => {
    const isSearchable = operatorsOfField(prose, operators, field).length > 0;
    if (!isSearchable) warn(`the field \`${field.name}\` has no operators; its row is left out`);
    return isSearchable;
  });
  if (fields.length === 0) throw new ProseChanged('no field of the table "Accepted Fields" has operators');
  const types = [...new Set(fields.flatMap((field) => field.types))];
  return {
    fields: fields.map((field) => fieldFact(prose, operators, field)),
    operators: Object.fromEntries(types.map((type: SearchType) => [type, operatorsOfType(operators, type)])),
    maxNesting: limit(prose, /\blimit of max (\d+) nested filters\b/i, 'nested filters'),
    maxFilters: limit(prose, /\blimit of max (\d+) filters for each AND or OR group\b/i, 'filters of a group'),
  };
}

function fieldFact(prose: string, rows: readonly OperatorRow[], field: FieldRow): JsonObject {
  const operators = operatorsOfField(prose, rows, field);
  const [type = 'any', ...others] = field.types;
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
