import { join, resolve } from 'node:path';
import type { CatalogEntry } from '../../runtime/catalog/catalog.ts';
import { answerTypes, answerTypesText } from '../answers/answer-types.ts';
import { checkModules } from '../check/check-modules.ts';
import { checkTypes } from '../check/check-types.ts';
import { checkedFiles } from '../check/checked-files.ts';
import { type Diagnostic, DiagnosticError, diagnostic } from '../diagnostics/diagnostics.ts';
import { emitAnswers, emitApi } from '../emit/api.ts';
import { emitConnection } from '../emit/connection.ts';
import { emitFacts } from '../emit/facts.ts';
import { emitOperations } from '../emit/operations.ts';
import { template } from '../emit/templates.ts';
import { timeKeys } from '../emit/time-keys.ts';
import { emitTools } from '../emit/tools.ts';
import { emitTypes } from '../emit/types.ts';
import { wireDocument } from '../emit/wire-document.ts';
import type { Json } from '../json/json-schema.ts';
import { lookupIn } from '../json/lookup.ts';
import { format } from '../write/format.ts';
import { readIfThere } from '../write/write-together.ts';
import { contain } from './contain.ts';
import { withoutTools } from './leave-tools-out.ts';
import { leftOut } from './left-out.ts';
import type { PlannedTools } from './plan-tools.ts';

/** Where the files will stand, and how they import the runtime. */
export interface EmitFilesOptions {
  readonly name: string;
  readonly runtime: string;
  readonly runtimeTypes: string;
  readonly out: string;
  /** Told the name of each stage as it begins. */
  readonly onStage: (stage: string) => void;
}

/** The files by name, and the tools that they are of. */
export interface EmittedFiles {
  readonly files: Map<string, string>;
  readonly planned: PlannedTools;
  /** The text of `operations.json`. */
  readonly operations: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** So often are tools left out whose files turned out not to compile, each time those that are found. */
const MOST_ROUNDS = 4;

/** Characters of modules that are formatted, and whose types are checked: both take most of the time, and grow with them. */
const MOST_FORMATTED = 6_000_000;
const MOST_CHECKED = 4_000_000;

/**
 * All files of the tools, checked and formatted. A tool that cannot be written, or does not compile, is left out, and a warning says
 * so. Throws {@link DiagnosticError} where a fault is of no tool.
 */
export async function emitFiles(planned: PlannedTools, options: EmitFilesOptions): Promise<EmittedFiles> {
  const diagnostics: Diagnostic[] = [];
  let current = planned;
  for (let round = 1; ; round += 1) {
    const { emitted, left } = await emitOnce(current, options);
    const { operations } = current.api;
    const errors = emitted.diagnostics.filter(({ severity }) => severity === 'error');
    const known = new Set(operations.map(({ pointer }) => pointer));
    const faults = faultsByTool(errors.filter(({ pointer }) => known.has(pointer)));
    const reasons = new Map([...left, ...faults]);
    // Where no tool is named, or naming them comes to no end, halves of the tools are tried.
    const isUnclear = errors.length > 0 && (faults.size === 0 || round === MOST_ROUNDS);
    if (isUnclear) for (const [pointer, reason] of tried(current, options, errors)) reasons.set(pointer, reason);
    if (errors.length > 0 && reasons.size === operations.length) throw new DiagnosticError(errors);
    for (const operation of operations) {
      const reason = reasons.get(operation.pointer);
      if (reason !== undefined) diagnostics.push(leftOut(operation, reason));
    }
    current = withoutTools(current, new Set(reasons.keys()));
    if (errors.length === 0)
      return { ...emitted, planned: current, diagnostics: [...emitted.diagnostics, ...diagnostics] };
    if (round > MOST_ROUNDS) throw new DiagnosticError(errors);
  }
}

/** The tools without which there is no error, by their pointers with the reason; throws the errors where they are of none. */
function tried(planned: PlannedTools, options: EmitFilesOptions, errors: readonly Diagnostic[]): Map<string, string> {
  try {
    const { left } = contain(planned.api.operations, (some) => {
      const { files, modules, diagnostics } = writtenTools(withoutOthers(planned, some), options);
      const all = [
        ...diagnostics,
        ...checkTypes(withoutJson(files), modules, { ...options, out: resolve(options.out) }),
      ];
      const error = all.find(({ severity }) => severity === 'error');
      if (error !== undefined) throw new Error(`${error.code}: ${error.message}`);
    });
    return new Map([...left].map(([{ pointer }, reason]) => [pointer, reason]));
  } catch {
    throw new DiagnosticError(errors);
  }
}

/** The first fault of each tool, by the pointer of its operation. */
function faultsByTool(diagnostics: readonly Diagnostic[]): Map<string, string> {
  const faults = diagnostics.filter(({ severity, pointer }) => severity === 'error' && pointer !== '');
  return new Map(faults.toReversed().map(({ pointer, code, message }) => [pointer, `${code}: ${message}`]));
}

interface EmittedOnce {
  readonly emitted: Omit<EmittedFiles, 'planned'>;
  /** Operations whose tools could not be written, by their pointers. */
  readonly left: ReadonlyMap<string, string>;
}

async function emitOnce(all: PlannedTools, options: EmitFilesOptions): Promise<EmittedOnce> {
  const { runtime, runtimeTypes, out, onStage } = options;
  onStage('emit');
  const answering = answeringOf(all);
  const { noise, rare } = all.api;
  const written = contain(all.api.operations, (some) => {
    const planned = withoutOthers(all, some);
    return {
      planned,
      ...emitWire(planned, { ...answering, runtime, runtimeTypes }),
      answers: answerTypesText(answerTypes(planned.modules, { ...answering, noise, rare })),
      operations: emitOperations(planned.document, planned.api),
    };
  });
  const { planned, answers, operations } = written.result;
  const { files, modules, diagnostics, isSound } = writtenTools(planned, options, written.result);
  // What stands there unchanged was checked when it was written.
  if (isSound && (await differs(files, out))) {
    onStage('types');
    const some = checkedFiles(withoutJson(files), modules, MOST_CHECKED);
    if (some.left > 0)
      diagnostics.push(
        diagnostic('TYPES_UNCHECKED', `the types of ${some.left} of ${planned.catalog.length} tools were not checked`),
      );
    diagnostics.push(...checkTypes(some.files, modules, { out: resolve(out), runtime, runtimeTypes }));
  }
  files.set('catalog.json', catalogText(planned.catalog));
  files.set('answers.json', answers);
  files.set('operations.json', operations);
  const left = new Map([...written.left].map(([{ pointer }, reason]) => [pointer, reason]));
  return { emitted: { files, operations, diagnostics }, left };
}

function answeringOf({ api }: PlannedTools) {
  return { lookup: lookupIn(api.document), timeKeys: new Set(timeKeys(api.document).keys) };
}

/** The modules of tools and what stands beside them, formatted where they are no more than can be. */
function writtenTools(
  planned: PlannedTools,
  { name, runtime, runtimeTypes, onStage }: EmitFilesOptions,
  { files, wire } = emitWire(planned, { ...answeringOf(planned), runtime, runtimeTypes }),
) {
  const { modules, api, catalog } = planned;
  files.set('modules.ts', template('modules.ts.hbs')({ modules }));
  const facts = emitFacts(api, catalog);
  files.set('facts.ts', facts.text);
  files.set('connection.ts', emitConnection(api.connection));
  const types = emitTypes(wire);
  files.set('types/schema.d.ts', types.text);
  onStage('check');
  const { barrel, diagnostics: checking } = checkModules(files, modules);
  files.set('index.ts', barrel);
  files.set('api.ts', emitApi(name));
  files.set('answers.ts', emitAnswers());
  const isSound = checking.every(({ severity }) => severity !== 'error');
  onStage('format');
  const size = sizeOf(files);
  const isLarge = size > MOST_FORMATTED;
  const formatted = isLarge ? { files, problem: `the modules are ${megabytes(size)} MB of TypeScript` } : format(files);
  const unformatted = formatted.problem === undefined ? [] : [diagnostic('OUTPUT_UNFORMATTED', formatted.problem)];
  const diagnostics = [...facts.diagnostics, ...types.diagnostics, ...checking, ...unformatted];
  return { files: formatted.files, modules, diagnostics, isSound };
}

/** The tools, and the part of the description that the types of their answers name. */
function emitWire(
  { modules, api }: PlannedTools,
  options: Parameters<typeof emitTools>[1],
): { files: Map<string, string>; wire: Json } {
  const { files, wire } = emitTools(modules, options);
  return { files, wire: wireDocument(api.document, wire) };
}

function withoutOthers(planned: PlannedTools, kept: readonly { readonly pointer: string }[]): PlannedTools {
  const pointers = new Set(kept.map(({ pointer }) => pointer));
  return withoutTools(
    planned,
    new Set(planned.api.operations.map(({ pointer }) => pointer).filter((one) => !pointers.has(one))),
  );
}

/** They import JSON that stands on no disk yet, and hold nothing that could be wrong with a description. */
function withoutJson(files: ReadonlyMap<string, string>): Map<string, string> {
  return new Map([...files].filter(([name]) => name !== 'api.ts' && name !== 'answers.ts'));
}

function sizeOf(files: ReadonlyMap<string, string>): number {
  return [...files.values()].reduce((sum, text) => sum + text.length, 0);
}

function megabytes(size: number): string {
  return (size / 1_000_000).toFixed(0);
}

/** Whether any of the files is other than the one that stands there. */
async function differs(files: ReadonlyMap<string, string>, out: string): Promise<boolean> {
  for (const [name, text] of files) if ((await readIfThere(join(out, name))) !== text) return true;
  return false;
}

/** One tool a line, so that a change of one tool is a change of one line. */
function catalogText(catalog: readonly CatalogEntry[]): string {
  return `[\n${catalog.map((entry) => JSON.stringify(entry)).join(',\n')}\n]\n`;
}
