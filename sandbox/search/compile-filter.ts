import { type FieldRule, fieldRule } from './field-rule.ts';
import type { RowTest } from './field-value.ts';
import { matchEqual } from './match-equal.ts';
import { matchOrder } from './match-order.ts';
import { matchText } from './match-text.ts';
import { invalid, SearchFault } from './search-fault.ts';
import type { SearchContext, SearchTable } from './search-table.ts';

/** The parts of a filter as they were sent. */
export interface FilterParts {
  readonly field?: unknown;
  readonly operator?: unknown;
  readonly value?: unknown;
}

/** A negation finds exactly the rows that the operator does not, those without a value among them. */
const negated: Readonly<Record<string, string>> = { '!=': '=', NIN: 'IN', '!~': '~' };

/** The test of one filter; throws {@link SearchFault} for a field, an operator or a value that the search does not take. */
export function compileFilter(table: SearchTable, filter: FilterParts, context: SearchContext): RowTest {
  const { field, operator, value } = filter;
  // Seen on Intercom's servers, which answer nothing better.
  if (operator === 'AND' || operator === 'OR') throw new SearchFault(500, 'server_error', 'Server Error');
  if (typeof field !== 'string') throw invalid('field must be a string');
  const rule = fieldRule(table, field, context.attributeType);
  if (rule === undefined) throw new SearchFault(400, 'invalid_field', `${field} is not a valid search field`);
  if (typeof operator !== 'string' || !rule.operators.has(operator))
    throw invalid(`operator must be one of ${[...rule.operators].join(', ')} for ${field}`);
  if (value === undefined) throw invalid(`value is required for ${field}`);
  const positive = negated[operator];
  const test = match(rule, positive ?? operator, value, context);
  return positive === undefined ? test : (row) => !test(row);
}

function match(rule: FieldRule, operator: string, value: unknown, { timezone }: SearchContext): RowTest {
  if (operator === 'IN') return matchEqual(rule, listOf(value, rule.name), timezone);
  if (Array.isArray(value)) throw invalid(`value must not be an array for ${operator}`);
  if (operator === '=') return matchEqual(rule, [value], timezone);
  return /^[<>]/.test(operator) ? matchOrder(rule, operator, value, timezone) : matchText(rule, operator, value);
}

/** The schema of the filter has only texts and integers in a list, so null is refused there. */
function listOf(value: unknown, name: string): readonly unknown[] {
  if (!Array.isArray(value)) throw invalid(`value must be an array for IN and NIN of ${name}`);
  if (value.length === 0 || value.includes(null)) throw invalid(`${name} needs values in the array`);
  return value;
}
