export type { Changes, ContractChanges } from './compare-contracts.ts';
export { type ImportedDescription, importDescription } from './import-description.ts';
export type { Json, JsonObject } from './json.ts';
export { printSummary } from './print-summary.ts';
export { officialAddress } from './read-source.ts';
export { type UpdateOptions, type UpdateSummary, updateSpec } from './update-spec.ts';
