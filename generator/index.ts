export type { ToolChange } from './compare/compare.ts';
export { type Diagnostic, DiagnosticError, diagnostic, type Severity } from './diagnostics/diagnostics.ts';
export { type GenerateOptions, type GenerateReport, generate, type ResourceSummary } from './generate.ts';
export { generatorVersion } from './generator-version.ts';
export { importDescription, printSummary, type UpdateOptions, type UpdateSummary, updateSpec } from './import/index.ts';
export type { ArgumentFacts, ToolFacts } from './words/describe-tool.ts';
export { inspectWords, type WordsReport } from './words/inspect-words.ts';
export type { WordsProblem } from './words/lint-words.ts';
export { type WrittenStubs, writeStubs } from './words/write-stubs.ts';
