export { compileSearch } from './compile-search.ts';
export { compileSort, type RowOrder } from './compile-sort.ts';
export type { FieldReader, FieldValue, RowTest } from './field-value.ts';
export { SearchFault } from './search-fault.ts';
export type { SearchContext, SearchTable, SearchType } from './search-table.ts';
