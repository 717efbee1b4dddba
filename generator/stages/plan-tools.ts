import type { CatalogEntry } from '../../runtime/catalog/catalog.ts';
import { checkClients } from '../check/lint-tools.ts';
import { type Diagnostic, DiagnosticError } from '../diagnostics/diagnostics.ts';
import { emitCatalog } from '../emit/catalog.ts';
import type { FactOrigins } from '../facts/read-facts.ts';
import type { Api, DescribedOperation } from '../ir/ir.ts';
import type { Json } from '../json/json-schema.ts';
import { lint } from '../load/lint.ts';
import { load, readOverlays } from '../load/load.ts';
import { normalize } from '../normalize/normalize.ts';
import { cutSchemas } from '../plan/cut-schemas.ts';
import { describe } from '../plan/describe.ts';
import { nameOperations } from '../plan/name.ts';
import { type PlannedModule, plan } from '../plan/plan.ts';
import { readSource } from '../source/read-source.ts';

/** What tools are planned from. */
export interface PlanOptions {
  /** File or address of an OpenAPI 3 description. */
  readonly spec: string;
  /** Folder of overlays. */
  readonly overlays?: string;
  /** Prefix of the tool names. */
  readonly name: string;
  /** Whether what has no words is reported; where there are overlays, unless said otherwise. */
  readonly expectWords?: boolean;
}

/** Everything that is decided before the first line of code is written. */
export interface PlannedApi {
  /** The description, bundled, with its overlays applied. */
  readonly document: Json;
  readonly origins: FactOrigins;
  readonly api: Api<DescribedOperation>;
  readonly modules: readonly PlannedModule[];
  readonly catalog: CatalogEntry[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Throws {@link DiagnosticError} as soon as one of what was found is an error. */
export function throwErrors(diagnostics: readonly Diagnostic[]): void {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new DiagnosticError(errors);
}

/** The tools of a description, planned and not yet written. Throws {@link DiagnosticError} where a problem is an error. */
export async function planTools(
  { spec, overlays, name, expectWords = overlays !== undefined }: PlanOptions,
  onStage: (stage: string) => void = () => {},
): Promise<PlannedApi> {
  const diagnostics: Diagnostic[] = [];
  const collect = (found: readonly Diagnostic[]): void => {
    diagnostics.push(...found);
    throwErrors(diagnostics);
  };

  onStage('load');
  const { text } = await readSource(spec);
  const loaded = await load(spec, text, overlays === undefined ? [] : await readOverlays(overlays));
  collect(loaded.diagnostics);
  collect(lint(loaded.document));

  onStage('plan');
  const normalized = normalize(loaded.document, name, loaded.origins);
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
  return { document: loaded.document, origins: loaded.origins, api, modules, catalog, diagnostics };
}
