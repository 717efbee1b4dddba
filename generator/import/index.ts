export { officialAddress } from '../source/read-source.ts';
export { importDescription } from './import-description.ts';
export { printSummary } from './print-summary.ts';
export { type PreparedUpdate, prepareUpdate, type UpdateOptions, type UpdateSummary } from './update-spec.ts';
