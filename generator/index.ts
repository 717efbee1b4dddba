export type { ToolChange } from './compare.ts';
export { type Diagnostic, DiagnosticError, type Severity } from './diagnostics.ts';
export { type GenerateOptions, type GenerateReport, generate, type ResourceSummary } from './generate.ts';
export { importDescription, type UpdateOptions, type UpdateSummary, updateSpec } from './import/index.ts';
