import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { fileGraph } from '../../../scripts/house/circles.ts';
import { files } from './house.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** A change of one file's text, as somebody would make it who forgets all other places. */
export interface Mutation {
  /** The file by its path in the project. */
  readonly file: string;
  /** A text that stands once in the file. */
  readonly find: string;
  readonly replace: string;
  /** The folders whose files can notice it, where the others would take long and cannot; all of them unless given. */
  readonly noticedIn?: readonly string[];
}

/** Tells in which handwritten sources the compiler complains once a mutation is made; nothing is written. */
export interface MutatedProgram {
  readonly complaints: (mutation: Mutation) => string[];
}

/** The project's sources without tests, as the compiler sees them with the project's own settings. */
export function openProgram(): MutatedProgram {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const host = ts.createCompilerHost(options);
  const parse = host.getSourceFile;
  const parsed = new Map<string, ts.SourceFile | undefined>();
  let changed: { readonly name: string; readonly text: string } | undefined;
  // One file is parsed anew for a mutation; all others stay the same objects, parsed and bound.
  host.getSourceFile = (name, language, ...rest) => {
    if (name === changed?.name) return ts.createSourceFile(name, changed.text, language, true);
    if (!parsed.has(name)) parsed.set(name, parse(name, language, ...rest));
    return parsed.get(name);
  };
  let program: ts.Program | undefined;

  return {
    complaints: (mutation) => {
      const name = join(root, mutation.file);
      changed = { name, text: mutate(mutation) };
      const { noticedIn } = mutation;
      const isLookedAt = (path: string) => noticedIn?.some((folder) => path.startsWith(`${folder}/`)) ?? true;
      const rootNames = readersOf(mutation.file)
        .filter(isLookedAt)
        .map((path) => join(root, path));
      program = ts.createProgram({ rootNames, options, host, ...(program && { oldProgram: program }) });
      return rootNames.filter((reader) => complains(program, reader)).map((reader) => relative(root, reader));
    },
  };
}

/** The file and every handwritten source that imports it, itself or by others, sorted: nobody else can notice. */
function readersOf(file: string): string[] {
  const graph = fileGraph(files);
  const readers = new Set([file]);
  for (const reader of readers) for (const [path, imported] of graph) if (imported.has(reader)) readers.add(path);
  // The dashboard is a program with settings of its own.
  return [...readers].filter((path) => !/^(?:generated|test|bench|examples|dashboard)\//.test(path)).sort();
}

function complains(program: ts.Program | undefined, path: string): boolean {
  const source = program?.getSourceFile(path);
  if (program === undefined || source === undefined) throw new Error(`${path} is not in the program`);
  return program.getSyntacticDiagnostics(source).length + program.getSemanticDiagnostics(source).length > 0;
}

function mutate({ file, find, replace }: Mutation): string {
  const parts = files.get(file)?.text.split(find) ?? [];
  if (parts.length !== 2)
    throw new Error(`${file} holds ${JSON.stringify(find)} ${Math.max(0, parts.length - 1)} times, not once`);
  return parts.join(replace);
}
