export { compileSearch } from './compile-query.ts';
export type { FieldReader, FieldValue, RowTest } from './field-value.ts';
export { SearchFault } from './search-fault.ts';
export type { SearchContext, SearchTable, SearchType } from './search-table.ts';
export { compileSort, type RowOrder } from './sort.ts';
