export { officialAddress } from '../source/read-source.ts';
export { importDescription } from './import-description.ts';
export { printSummary } from './print-summary.ts';
export { type UpdateOptions, type UpdateSummary, updateSpec } from './update-spec.ts';
