import type { CatalogEntry } from '../../runtime/catalog/catalog.ts';
import { checkClients } from '../check/lint-tools.ts';
import { type Diagnostic, DiagnosticError } from '../diagnostics/diagnostics.ts';
import { emitCatalog } from '../emit/catalog.ts';
import type { FactOrigins } from '../facts/read-facts.ts';
import type { Api, DescribedOperation } from '../ir/ir.ts';
import type { Json } from '../json/json-schema.ts';
import { lint } from '../load/lint.ts';
import type { Loaded } from '../load/load.ts';
import { upstreamPointer } from '../load/respell-paths.ts';
import { normalize } from '../normalize/normalize.ts';
import { withPaging } from '../paging/with-paging.ts';
import { cutSchemas } from '../plan/cut-schemas.ts';
import { describe } from '../plan/describe.ts';
import { nameOperations } from '../plan/name.ts';
import { type PlannedModule, plan } from '../plan/plan.ts';

/** The tools of an API with everything decided, before any text of them is written. */
export interface PlannedTools {
  readonly modules: readonly PlannedModule[];
  readonly catalog: CatalogEntry[];
  readonly api: Api<DescribedOperation>;
  /** The description with its overlays applied. */
  readonly document: Json;
  /** Which actions of the overlays wrote what of it. */
  readonly origins: FactOrigins;
  readonly diagnostics: readonly Diagnostic[];
}

/** What is planned. */
export interface PlanOptions {
  /** Prefix of the tool names. */
  readonly name: string;
  /** Warns of operations and arguments that have no words of ours. */
  readonly expectWords: boolean;
  /** Whether the work goes on all the same after this error; it is among the diagnostics then. */
  readonly goesOn?: (problem: Diagnostic) => boolean;
}

/**
 * The stages from a loaded description to its catalogue, in memory. Throws {@link DiagnosticError} with the errors of
 * a stage. Pointers of diagnostics lead into the description as it spells its paths.
 */
export function planTools(
  { document: loaded, origins, spelling, diagnostics: loading }: Loaded,
  { name, expectWords, goesOn = () => false }: PlanOptions,
): PlannedTools {
  const diagnostics: Diagnostic[] = [];
  const collect = (found: readonly Diagnostic[]): void => {
    diagnostics.push(...found.map((each) => ({ ...each, pointer: upstreamPointer(each.pointer, spelling) })));
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    if (errors.some((error) => !goesOn(error))) throw new DiagnosticError(errors);
  };
  collect(loading);
  collect(lint(loaded));
  const { document, diagnostics: paging } = withPaging(loaded);
  collect(paging);
  const normalized = normalize(document, name, origins);
  collect(normalized.diagnostics);
  const named = nameOperations(normalized.api);
  collect(named.diagnostics);
  const described = describe(named.api, { expectWords });
  collect(described.diagnostics);
  const { api, diagnostics: cutting } = cutSchemas(described.api);
  collect(cutting);
  const modules = plan(api);
  const catalog = emitCatalog(modules);
  const pointers = modules.flatMap(({ tools }) => tools.map(({ names, pointer }) => [names.tool, pointer] as const));
  collect(checkClients(catalog, new Map(pointers)));
  return { modules, catalog, api, document, origins, diagnostics };
}
