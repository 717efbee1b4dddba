export type { Breaks, Change, ChangeKind, ChangeReport, Label, Release, Surface, Todo } from './compare/change.ts';
export { changeReport } from './compare/change-report.ts';
export { compareSurfaces } from './compare/compare-surfaces.ts';
export { markdownReport } from './compare/markdown-report.ts';
export { printReport } from './compare/print-report.ts';
export { readSurface, surfaceOf } from './compare/surface.ts';
export { type Diagnostic, DiagnosticError, diagnostic, type Severity } from './diagnostics/diagnostics.ts';
export { type GenerateOptions, type GenerateReport, generate, type ResourceSummary } from './generate.ts';
export { generatorVersion } from './generator-version.ts';
export {
  importDescription,
  type PreparedUpdate,
  prepareUpdate,
  printSummary,
  type UpdateOptions,
  type UpdateSummary,
} from './import/index.ts';
export { type InitOptions, type InitReport, initProject } from './init-project.ts';
export type { ArgumentFacts, ToolFacts } from './words/describe-tool.ts';
export { inspectWords, type WordsReport } from './words/inspect-words.ts';
export type { WordsProblem } from './words/lint-words.ts';
export { type WrittenStubs, writeStubs } from './words/write-stubs.ts';
