import { compileFilter, type FilterParts } from './compile-filter.ts';
import type { RowTest } from './field-value.ts';
import { invalid, SearchFault } from './search-fault.ts';
import type { SearchContext, SearchTable } from './search-table.ts';

/**
 * Reads the query of a search once and answers the test that rows are found by; throws {@link SearchFault} for what
 * Intercom refuses.
 */
export function compileSearch(rules: SearchTable, query: unknown, context: SearchContext): RowTest {
  // The code is that of other operations' required parameters.
  if (query === undefined || query === null)
    throw new SearchFault(400, 'parameter_not_found', 'query is a required parameter');
  return compileNode(query, rules, context, 1);
}

function compileNode(node: unknown, rules: SearchTable, context: SearchContext, level: number): RowTest {
  if (typeof node !== 'object' || node === null || Array.isArray(node))
    throw invalid('query must be an object with field, operator and value, or with operator and value');
  const { field, operator, value }: FilterParts = node;
  if (field !== undefined && field !== null) return compileFilter(rules, { field, operator, value }, context);
  if (operator !== 'AND' && operator !== 'OR') throw invalid('operator must be AND or OR where there is no field');
  if (level > rules.maxNesting) throw invalid(`query must not be nested more than ${rules.maxNesting} levels`);
  if (!Array.isArray(value) || value.length === 0) throw invalid(`value of ${operator} must be an array of filters`);
  if (value.length > rules.maxFilters) throw invalid(`${operator} must not join more than ${rules.maxFilters} filters`);
  const tests = value.map((inner) => compileNode(inner, rules, context, level + 1));
  return operator === 'AND' ? (row) => tests.every((test) => test(row)) : (row) => tests.some((test) => test(row));
}
