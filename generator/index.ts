export type { ToolChange } from './compare/compare.ts';
export { type Diagnostic, DiagnosticError, type Severity } from './diagnostics/diagnostics.ts';
export { type GenerateOptions, type GenerateReport, generate, type ResourceSummary } from './generate.ts';
export { importDescription, type UpdateOptions, type UpdateSummary, updateSpec } from './import/index.ts';
