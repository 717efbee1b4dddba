export type { Json, JsonObject } from '../json/json.ts';
export { officialAddress } from '../source/read-source.ts';
export type { Changes, ContractChanges } from './compare-contracts.ts';
export { type ImportedDescription, importDescription } from './import-description.ts';
export { printSummary } from './print-summary.ts';
export { type UpdateOptions, type UpdateSummary, updateSpec } from './update-spec.ts';
