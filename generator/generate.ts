import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { CatalogEntry } from '../runtime/catalog/catalog.ts';
import { withoutRawErrors } from './build/contain.ts';
import { emitFiles } from './build/emit-files.ts';
import { type PlannedTools, planTools } from './build/plan-tools.ts';
import type { ChangeReport } from './compare/change.ts';
import { changeReport } from './compare/change-report.ts';
import { readSurface, surfaceOf } from './compare/surface.ts';
import { type Diagnostic, DiagnosticError, diagnostic, LOST_OPERATION } from './diagnostics/diagnostics.ts';
import { type Loaded, load, readOverlays } from './load/load.ts';
import { explainAbsent } from './moves/explain-absent.ts';
import { readGenerated } from './moves/read-generated.ts';
import { withUpstreamPointers } from './moves/upstream-pointers.ts';
import type { PlannedModule } from './plan/plan.ts';
import { readSource } from './source/read-source.ts';
import { placingErrors, withPlaces } from './source/with-places.ts';
import { wordsTodos } from './words/words-todos.ts';
import { readIfThere, writeTogether } from './write/write-together.ts';

/** What to generate from, and where to. */
export interface GenerateOptions {
  /** File or address of an OpenAPI 3 description. */
  readonly spec: string;
  /** Folder of overlays; without one the description's own words are used. */
  readonly overlays?: string;
  readonly out: string;
  /** Prefix of the tool names. */
  readonly name: string;
  /** How generated modules import the runtime's tool module. */
  readonly runtime: string;
  /** Where the runtime's types are to be imported from alone; from `runtime` unless said otherwise. */
  readonly runtimeTypes?: string;
  /** Refuses a description of which an operation is lost. */
  readonly strict?: boolean;
  /** Compares with what is there and writes nothing. */
  readonly check?: boolean;
  /** Asked once it is known what would change; nothing is written where the answer is no. */
  readonly accept?: (report: ChangeReport) => boolean;
  /** Told the name of each stage as it begins. */
  readonly onStage?: (stage: string) => void;
}

/** One line of the report: a resource, its tools, and what they cost a model. */
export interface ResourceSummary {
  readonly resource: string;
  readonly tools: number;
  readonly tokens: number;
}

/** What a run of the generator did, or with `check` would do. */
export interface GenerateReport {
  readonly version: string;
  readonly resources: readonly ResourceSummary[];
  readonly tools: number;
  /** Tokens (o200k) of all tools as `tools/list` answers them. */
  readonly tokens: number;
  /** What differs from what was generated before. */
  readonly report: ChangeReport;
  readonly diagnostics: readonly Diagnostic[];
  /** Files that differ from what was there, relative to `out`; with `check`, drift. */
  readonly files: readonly string[];
  readonly milliseconds: number;
}

/**
 * Turns a description into tool modules. Throws {@link DiagnosticError} when a problem is an error, and then leaves the
 * old output as it was.
 */
export async function generate(options: GenerateOptions): Promise<GenerateReport> {
  const { out, check = false, strict = false, accept = () => true, onStage = () => {} } = options;
  const start = performance.now();
  const built = await build(options, onStage);
  const { files, catalog, modules, version } = built;
  const diagnostics = [...built.diagnostics];
  const lost = diagnostics.filter(({ code }) => LOST_OPERATION.includes(code));
  if (strict && lost.length > 0) throw new DiagnosticError(lost);

  onStage('compare');
  const changed: string[] = [];
  for (const [name, text] of files) if ((await readIfThere(join(out, name))) !== text) changed.push(name);
  const stale = (await listFiles(out)).filter((name) => !files.has(name));
  const note = (message: string): void => {
    diagnostics.push(diagnostic('FORMER_FILES_DAMAGED', message, out));
  };
  const before = await readSurface(out, { note });
  const wordless = options.overlays === undefined ? [] : wordsTodos(modules.flatMap(({ tools }) => tools));
  const changes = changeReport(before, surfaceOf(built), wordless);
  const report = withUpstreamPointers(changes, [built]);
  const isAccepted = accept(report);
  if (!check && isAccepted) {
    onStage('write');
    await writeTogether(new Map(changed.map((name) => [join(out, name), files.get(name) ?? ''])));
    for (const name of stale) await rm(join(out, name));
  }
  return {
    version,
    resources: modules.map(({ name, tools }) => ({
      resource: name,
      tools: tools.length,
      tokens: catalog.filter(({ module }) => module === name).reduce((sum, { tokens }) => sum + tokens, 0),
    })),
    tools: catalog.length,
    tokens: catalog.reduce((sum, { tokens }) => sum + tokens, 0),
    report,
    diagnostics,
    files: [...changed, ...stale].sort(),
    milliseconds: Math.round(performance.now() - start),
  };
}

interface Built extends Pick<Loaded, 'spelling' | 'source'> {
  readonly files: ReadonlyMap<string, string>;
  readonly catalog: CatalogEntry[];
  readonly modules: readonly PlannedModule[];
  /** The text of `operations.json`. */
  readonly operations: string;
  readonly version: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Every stage but the writing: the files by name, in memory. Throws {@link DiagnosticError} and nothing else. */
export async function build(
  options: Omit<GenerateOptions, 'out'> & { out?: string },
  onStage: (stage: string) => void = () => {},
): Promise<Built> {
  return await withoutRawErrors(() => buildAll(options, onStage));
}

async function buildAll(
  {
    spec,
    overlays,
    name,
    runtime,
    runtimeTypes = runtime,
    out = join('generated', name),
  }: Omit<GenerateOptions, 'out'> & { out?: string },
  onStage: (stage: string) => void,
): Promise<Built> {
  onStage('load');
  const { text } = await readSource(spec);
  const loaded = await load(spec, text, overlays === undefined ? [] : await readOverlays(overlays));

  onStage('plan');
  const diagnosed = loaded.absent.length === 0 ? loaded.diagnostics : await explained(loaded, out);
  const plan = (): PlannedTools =>
    planTools({ ...loaded, diagnostics: diagnosed }, { name, spec, expectWords: overlays !== undefined });
  const all = loaded.places === undefined ? plan() : placingErrors(loaded.places, plan);
  const { files, planned, operations, diagnostics } = await emitFiles(all, {
    name,
    runtime,
    runtimeTypes,
    out,
    onStage,
  });
  const { catalog, modules, api } = planned;
  const { spelling, source } = loaded;
  return {
    ...{ files, catalog, modules, operations, version: api.version, spelling, source },
    diagnostics: placed([...all.diagnostics, ...diagnostics], loaded),
  };
}

function placed(diagnostics: readonly Diagnostic[], { places }: Pick<Loaded, 'places'>): readonly Diagnostic[] {
  return places === undefined ? diagnostics : withPlaces(diagnostics, places);
}

/** What was generated there before tells where the targets of overlays went. */
async function explained(loaded: Loaded, out: string): Promise<Diagnostic[]> {
  return explainAbsent(loaded, (await readGenerated(out))?.document);
}

/** What earlier versions of the generator wrote under other names. */
const formerFiles = ['contract.json', 'schema.d.ts', 'time-keys.ts', 'version.ts'];

/** The files that an earlier run may have written: nothing else in the folder is touched. */
async function listFiles(folder: string): Promise<string[]> {
  try {
    const former = (await readdir(folder)).filter((entry) => formerFiles.includes(entry));
    const parts = await Promise.all(
      ['tools', 'inputs'].map(async (part) => {
        const entries = await readdir(join(folder, part)).catch(nothing);
        return entries.filter((entry) => entry.endsWith('.ts')).map((entry) => `${part}/${entry}`);
      }),
    );
    return [...former, ...parts.flat()];
  } catch (error) {
    return nothing(error);
  }
}

/** What stands in a folder that is not there. */
function nothing(error: unknown): string[] {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
  throw error;
}
