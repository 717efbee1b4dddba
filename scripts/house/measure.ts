import { dirname } from 'node:path';
import { circlesOf, fileGraph, folderGraph } from './circles.ts';
import type { SourceFile } from './source-files.ts';
import { trespassesOf } from './trespasses.ts';

/** No handwritten file is longer. */
const MOST_LINES = 250;

/** A file with fewer lines that one file alone reads may as well stand in that file. */
const FEW_LINES = 15;

/** Files that a program writes. */
const emitted = /^(?:generated\/|dashboard\/api\/schema\.d\.ts$)/;

/** The state of the house, in lists that say where. */
export interface Measures {
  /** Files that stand in `runtime/` itself. */
  readonly runtimeRoot: readonly string[];
  /** Folders that import each other, each a group; a folder is the files that stand in it. */
  readonly folderCircles: readonly (readonly string[])[];
  readonly fileCircles: readonly (readonly string[])[];
  /** Which folder imports which, as `folder -> folder`. */
  readonly folderArrows: readonly string[];
  /** What the table of rooms forbids. */
  readonly trespasses: readonly string[];
  /** Short files that one other file imports. */
  readonly tinyFiles: readonly string[];
  /** Lines of `runtime/` that speak of Intercom, as `file:line`. */
  readonly intercomInRuntime: readonly string[];
  /** Lines of handwritten files, tests and generated files apart. */
  readonly lines: { readonly files: number; readonly median: number; readonly p90: number; readonly longest: number };
  readonly longFiles: readonly string[];
}

/** Measures a project by its files; tests count where circles and long files are looked for, and nowhere else. */
export function measure(files: ReadonlyMap<string, SourceFile>): Measures {
  const graph = fileGraph(files);
  const handwritten = [...files.values()].filter(({ path }) => !emitted.test(path));
  const sources = handwritten.filter(({ path }) => !path.startsWith('test/'));
  const readers = readersOf(sources);
  const lengths = sources.map(({ lines }) => lines).sort((one, other) => one - other);
  const folders = folderGraph(fileGraph(new Map(sources.map((file) => [file.path, file]))));
  return {
    runtimeRoot: sources.map(({ path }) => path).filter((path) => dirname(path) === 'runtime'),
    folderCircles: circlesOf(folderGraph(graph)),
    fileCircles: circlesOf(graph),
    folderArrows: [...folders].flatMap(([folder, targets]) => [...targets].map((target) => `${folder} -> ${target}`)),
    trespasses: trespassesOf(files.values()),
    tinyFiles: sources
      .filter(({ path, lines }) => lines < FEW_LINES && readers.get(path) === 1)
      .map(({ path }) => path),
    intercomInRuntime: sources.filter(({ path }) => path.startsWith('runtime/')).flatMap(intercomLines),
    lines: {
      files: sources.length,
      median: quantile(lengths, 0.5),
      p90: quantile(lengths, 0.9),
      longest: quantile(lengths, 1),
    },
    longFiles: handwritten.filter(({ lines }) => lines > MOST_LINES).map(({ path }) => path),
  };
}

/** How many files import each file. */
function readersOf(sources: readonly SourceFile[]): ReadonlyMap<string, number> {
  const readers = new Map<string, number>();
  for (const { imports } of sources) {
    for (const target of new Set(imports.map(({ target }) => target)))
      readers.set(target, (readers.get(target) ?? 0) + 1);
  }
  return readers;
}

/** The package's own name, in code and in headers, is not a word about Intercom. */
function intercomLines({ path, text }: SourceFile): string[] {
  return text
    .replaceAll(/intercom-mcp(?:-toolkit)?/gi, '')
    .split('\n')
    .flatMap((line, at) => (/intercom/i.test(line) ? [`${path}:${at + 1}`] : []));
}

function quantile(sorted: readonly number[], part: number): number {
  return sorted[Math.ceil(part * sorted.length) - 1] ?? 0;
}
