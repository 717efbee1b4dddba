import { join, resolve } from 'node:path';
import type { CatalogEntry } from '../../runtime/catalog/catalog.ts';
import { answerTypes, answerTypesText } from '../answers/answer-types.ts';
import { checkModules } from '../check/check-modules.ts';
import { checkTypes } from '../check/check-types.ts';
import { type Diagnostic, DiagnosticError } from '../diagnostics/diagnostics.ts';
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

/**
 * All files of the tools, checked and formatted. A tool that cannot be written, or does not compile, is left out, and a warning says
 * so. Throws {@link DiagnosticError} where a fault is of no tool.
 */
export async function emitFiles(planned: PlannedTools, options: EmitFilesOptions): Promise<EmittedFiles> {
  const diagnostics: Diagnostic[] = [];
  let current = planned;
  for (let round = 1; ; round += 1) {
    const { emitted, left } = await emitOnce(current, options);
    const { api } = current;
    const reasons = new Map([...left, ...faultsByTool(emitted.diagnostics)]);
    const errors = emitted.diagnostics.filter(({ severity }) => severity === 'error');
    const isOfTools = errors.every(({ pointer }) => reasons.has(pointer));
    if (errors.length > 0 && (!isOfTools || round === MOST_ROUNDS || reasons.size === api.operations.length))
      throw new DiagnosticError(errors);
    for (const operation of api.operations) {
      const reason = reasons.get(operation.pointer);
      if (reason !== undefined) diagnostics.push(leftOut(operation, reason));
    }
    current = withoutTools(current, new Set(reasons.keys()));
    if (errors.length === 0)
      return { ...emitted, planned: current, diagnostics: [...emitted.diagnostics, ...diagnostics] };
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

async function emitOnce(
  all: PlannedTools,
  { name, runtime, runtimeTypes, out, onStage }: EmitFilesOptions,
): Promise<EmittedOnce> {
  const diagnostics: Diagnostic[] = [];
  const { document, operations } = all.api;
  onStage('emit');
  const answering = { lookup: lookupIn(document), timeKeys: new Set(timeKeys(document).keys) };
  const { noise, rare } = all.api;
  const written = contain(operations, (some) => {
    const planned = withoutOthers(all, some);
    return {
      planned,
      ...emitWire(planned, { ...answering, runtime, runtimeTypes }),
      answers: answerTypesText(answerTypes(planned.modules, { ...answering, noise, rare })),
      operations: emitOperations(planned.document, planned.api),
    };
  });
  const { planned, files, wire, answers, operations: operationsText } = written.result;
  const { modules, catalog, api } = planned;
  files.set('modules.ts', template('modules.ts.hbs')({ modules }));
  const facts = emitFacts(api, catalog);
  diagnostics.push(...facts.diagnostics);
  files.set('facts.ts', facts.text);
  files.set('connection.ts', emitConnection(api.connection));
  const types = emitTypes(wire);
  diagnostics.push(...types.diagnostics);
  files.set('types/schema.d.ts', types.text);

  onStage('check');
  const { barrel, diagnostics: checking } = checkModules(files, modules);
  diagnostics.push(...checking);
  files.set('index.ts', barrel);
  // What does not parse can be neither formatted nor checked.
  const isSound = checking.every(({ severity }) => severity !== 'error');

  onStage('format');
  const formatted = isSound ? format(files) : files;
  // What stands there unchanged was checked when it was written.
  if (isSound && (await differs(formatted, out))) {
    onStage('types');
    diagnostics.push(...checkTypes(formatted, modules, { out: resolve(out), runtime, runtimeTypes }));
  }
  // They import JSON that stands on no disk yet, and hold nothing that could be wrong with a description.
  const whole = new Map([
    ['api.ts', emitApi(name)],
    ['answers.ts', emitAnswers()],
  ]);
  for (const [file, text] of format(whole)) formatted.set(file, text);
  formatted.set('catalog.json', catalogText(catalog));
  formatted.set('answers.json', answers);
  formatted.set('operations.json', operationsText);
  const left = new Map([...written.left].map(([{ pointer }, reason]) => [pointer, reason]));
  return { emitted: { files: formatted, operations: operationsText, diagnostics }, left };
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

/** Whether any of the files is other than the one that stands there. */
async function differs(files: ReadonlyMap<string, string>, out: string): Promise<boolean> {
  for (const [name, text] of files) if ((await readIfThere(join(out, name))) !== text) return true;
  return false;
}

/** One tool a line, so that a change of one tool is a change of one line. */
function catalogText(catalog: readonly CatalogEntry[]): string {
  return `[\n${catalog.map((entry) => JSON.stringify(entry)).join(',\n')}\n]\n`;
}
