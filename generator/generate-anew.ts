import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { CatalogEntry } from '../runtime/catalog/catalog.ts';
import { withoutRawErrors } from './build/contain.ts';
import { emitFiles } from './build/emit-files.ts';
import { type PlannedTools, planTools } from './build/plan-tools.ts';
import { changeReport } from './compare/change-report.ts';
import { readSurface, surfaceOf } from './compare/surface.ts';
import { unchangedReport } from './compare/unchanged-report.ts';
import { type Diagnostic, DiagnosticError, diagnostic } from './diagnostics/diagnostics.ts';
import { lostOperations } from './diagnostics/lost-operations.ts';
import { type Loaded, load, readOverlays } from './load/load.ts';
import { explainAbsent } from './moves/explain-absent.ts';
import { readGenerated } from './moves/read-generated.ts';
import { withUpstreamPointers } from './moves/upstream-pointers.ts';
import type { PlannedModule } from './plan/plan.ts';
import type { GenerateOptions, GenerateReport, ResourceSummary } from './run/generate-options.ts';
import { inputsDigest } from './run/inputs.ts';
import { RECORD } from './run/record.ts';
import { recordOf } from './run/record-of.ts';
import { readSource } from './source/read-source.ts';
import { placingErrors, withPlaces } from './source/with-places.ts';
import { wordsTodos } from './words/words-todos.ts';
import { replacedFiles } from './write/own-files.ts';
import { readIfThere, writeTogether } from './write/write-together.ts';

/**
 * Turns a description into tool modules. Throws {@link DiagnosticError} when a problem is an error, and then leaves the
 * old output as it was.
 */
export async function generateAnew(options: GenerateOptions): Promise<GenerateReport> {
  const { out, check = false, strict = false, accept = () => true, onStage = () => {} } = options;
  const start = performance.now();
  // Before anything is read: what changes meanwhile makes another digest the next time.
  const inputs = inputsDigest(options);
  const built = await build(options, onStage);
  const { files, catalog, modules, version } = built;
  const diagnostics = [...built.diagnostics];
  const tokens = catalog.reduce((sum, one) => sum + one.tokens, 0);
  const lost = lostOperations(diagnostics);
  if (strict && lost.length > 0) throw new DiagnosticError(lost);

  onStage('compare');
  const changed: string[] = [];
  for (const [name, text] of files) if ((await readIfThere(join(out, name))) !== text) changed.push(name);
  const stale = replacedFiles(out).filter((name) => !files.has(name));
  const note = (message: string): void => {
    diagnostics.push(diagnostic('FORMER_FILES_DAMAGED', message, out));
  };
  const wordless = options.overlays === undefined ? [] : wordsTodos(modules.flatMap(({ tools }) => tools));
  // Tools are compared by two files; where these are as they were, there is nothing to compare.
  const isSame = !changed.includes('catalog.json') && !changed.includes('operations.json');
  const changes = isSame
    ? unchangedReport(version, tokens, wordless)
    : changeReport(await readSurface(out, { note }), surfaceOf(built), wordless);
  const report = withUpstreamPointers(changes, [built]);
  const isAccepted = accept(report);
  const resources = summaries(modules, catalog);
  if (!check && isAccepted) {
    onStage('write');
    const said = { version, resources, diagnostics, todos: wordless };
    const record = inputs === undefined ? undefined : recordOf({ inputs, files, others: built.others, said }, options);
    const written = new Map(changed.map((name) => [join(out, name), files.get(name) ?? '']));
    if (record !== undefined) written.set(join(out, RECORD), record);
    await writeTogether(written);
    for (const name of [...stale, ...(record === undefined ? [RECORD] : [])])
      await rm(join(out, name), { force: true });
  }
  return {
    version,
    resources,
    tools: catalog.length,
    tokens,
    report,
    diagnostics,
    files: [...changed, ...stale].sort(),
    milliseconds: Math.round(performance.now() - start),
  };
}

function summaries(modules: readonly PlannedModule[], catalog: readonly CatalogEntry[]): ResourceSummary[] {
  const entries = Map.groupBy(catalog, ({ module }) => module);
  return modules.map(({ name, tools }) => ({
    resource: name,
    tools: tools.length,
    tokens: (entries.get(name) ?? []).reduce((sum, { tokens }) => sum + tokens, 0),
  }));
}

interface Built extends Pick<Loaded, 'spelling' | 'source' | 'others'> {
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
  const { spelling, source, others } = loaded;
  return {
    ...{ files, catalog, modules, operations, version: api.version, spelling, source, others },
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
