import { type PlannedTools, planTools } from '../build/plan-tools.ts';
import type { ChangeReport, Surface } from '../compare/change.ts';
import { changeReport } from '../compare/change-report.ts';
import { surfaceOf } from '../compare/surface.ts';
import { DiagnosticError } from '../diagnostics/diagnostics.ts';
import { emitOperations } from '../emit/operations.ts';
import type { Json } from '../json/json-schema.ts';
import { type Loaded, loadDocument, overlay } from '../load/load.ts';
import type { OverlayFile } from '../load/overlay.ts';
import { wordsTodos } from '../words/words-todos.ts';
import { certainMoves, findMoves } from './find-moves.ts';
import { OVERLAY_CODES, todosOfMisfits, todosOfMoves, todosOfNames } from './find-todos.ts';
import { fileOfNames, type KeptName, keptNames, withKeptNames } from './keep-names.ts';
import { type MovedAction, moveOverlays } from './move-overlays.ts';
import { withUpstreamPointers } from './upstream-pointers.ts';

/** Two descriptions and what is laid over them. */
export interface Comparing {
  /** None where there is nothing to compare with. */
  readonly before: Json | undefined;
  readonly after: Json;
  readonly overlays: readonly OverlayFile[];
  /** Prefix of the tool names. */
  readonly name: string;
  /** What tools were last generated from, where moves are looked for that the description before has made already. */
  readonly generated?: { readonly surface: Surface; readonly document: Json } | undefined;
}

/** What a new description changes, and how the overlays follow. */
export interface Comparison {
  readonly report: ChangeReport;
  /** What the overlays have to say otherwise, of which nothing else can be meant. */
  readonly moved: readonly MovedAction[];
  readonly kept: readonly KeptName[];
}

/**
 * Compares the tools of two descriptions in memory, whether the overlays fit the new one or not: what is certain to have moved is
 * followed, and what does not fit is a to-do. Throws where no tools can be made of the new one. Pointers lead into the descriptions as they spell their paths.
 */
export async function compareDescriptions({
  before,
  after,
  overlays,
  name,
  generated,
}: Comparing): Promise<Comparison> {
  const plan = (of: Omit<Loaded, 'others'>): PlannedTools => planTools(of, { name, expectWords: false, goesOn });
  const old = before === undefined ? undefined : await builtBefore(before, overlays, plan);
  const { source } = await loadDocument('the new description', after, []);
  const wasMoved = generated !== undefined && old?.loaded.absent.some(({ isForeign }) => !isForeign);
  const written = wasMoved ? generated.document : old?.loaded.source;
  const moves = written === undefined ? { operations: [], schemas: [] } : findMoves(written, source);
  const certain = certainMoves(moves);
  const followed =
    written === undefined
      ? { overlays: [...overlays], moved: [] }
      : moveOverlays(overlays, { moves: certain, before: written });
  const loaded = { ...overlay(source, followed.overlays), source };
  const surface = wasMoved ? generated.surface : old && surfaceOfTools(old.tools);
  const ruled = plan(loaded);
  const file = fileOfNames(overlays);
  const kept =
    surface === undefined || file === undefined
      ? []
      : keptNames(certain.operations, { before: surface.catalog, after: ruled.catalog });
  const tools =
    kept.length === 0 ? ruled : plan({ ...overlay(source, withKeptNames(followed.overlays, kept)), source });
  const todos = [
    ...todosOfMoves(followed.moved, certain),
    ...todosOfNames(kept, file ?? ''),
    ...todosOfMisfits(
      old && { absent: old.loaded.absent, diagnostics: old.tools.diagnostics },
      { absent: loaded.absent, diagnostics: tools.diagnostics },
      { moves, before: written, after: source },
    ),
    ...(old === undefined || overlays.length === 0 ? [] : wordsTodos(tools.api.operations, old.tools.api.operations)),
  ];
  const now = surfaceOfTools(tools);
  const report = changeReport(surface, now, todos);
  return {
    report: withUpstreamPointers(report, old === undefined ? [loaded] : [loaded, old.loaded]),
    moved: followed.moved,
    kept,
  };
}

function goesOn({ code }: { readonly code: Parameters<typeof OVERLAY_CODES.has>[0] }): boolean {
  return OVERLAY_CODES.has(code);
}

type Plan = (loaded: Loaded) => PlannedTools;

/** What a description was until now; undefined where no tools can be made of it. */
async function builtBefore(
  document: Json,
  overlays: readonly OverlayFile[],
  plan: Plan,
): Promise<{ loaded: Loaded; tools: PlannedTools } | undefined> {
  try {
    const loaded = await loadDocument('the description before', document, overlays);
    return { loaded, tools: plan(loaded) };
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error;
    return undefined;
  }
}

function surfaceOfTools({ api, catalog, document }: PlannedTools): Surface {
  return surfaceOf({ version: api.version, catalog, operations: emitOperations(document, api) });
}
