import type { CatalogEntry } from '../../runtime/catalog/catalog.ts';
import { checkClients } from '../check/lint-tools.ts';
import { type Diagnostic, DiagnosticError } from '../diagnostics/diagnostics.ts';
import { emitCatalog } from '../emit/catalog.ts';
import type { FactOrigins } from '../facts/read-facts.ts';
import type { Api, DescribedOperation } from '../ir/ir.ts';
import type { Json } from '../json/json-schema.ts';
import type { Loaded } from '../load/load.ts';
import { putRight } from '../load/put-right.ts';
import { upstreamPointer } from '../load/respell-paths.ts';
import { normalize } from '../normalize/normalize.ts';
import { withPaging } from '../paging/with-paging.ts';
import { cutSchemas } from '../plan/cut-schemas.ts';
import { describe } from '../plan/describe.ts';
import { nameOperations } from '../plan/name.ts';
import { type PlannedModule, plan } from '../plan/plan.ts';
import { contain } from './contain.ts';
import { leftOut } from './left-out.ts';

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

/** What of a loaded description tools are planned from. */
type Planned = Pick<Loaded, 'document' | 'origins' | 'spelling' | 'diagnostics'>;

/** What is planned. */
export interface PlanOptions {
  /** Prefix of the tool names. */
  readonly name: string;
  /** File or address of the description, where that is known. */
  readonly spec?: string;
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
  { document: overlaid, origins, spelling, diagnostics: loading }: Planned,
  { name, spec, expectWords, goesOn = () => false }: PlanOptions,
): PlannedTools {
  const diagnostics: Diagnostic[] = [];
  const collect = (found: readonly Diagnostic[]): void => {
    diagnostics.push(...found.map((each) => ({ ...each, pointer: upstreamPointer(each.pointer, spelling) })));
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    if (errors.some((error) => !goesOn(error))) throw new DiagnosticError(withReasons(errors, diagnostics));
  };
  collect(loading);
  const { document: right, diagnostics: mending } = putRight(overlaid);
  collect(mending);
  const { document, diagnostics: paging } = withPaging(right);
  collect(paging);
  const normalized = normalize(document, name, origins, spec);
  collect(normalized.diagnostics);
  collect(normalized.settings);
  // A stage that fails on an operation costs that operation.
  const { result, left } = contain(normalized.api.operations, (operations) =>
    decide({ ...normalized.api, operations }, { expectWords }),
  );
  for (const found of result.diagnostics) collect(found);
  collect([...left].map(([operation, reason]) => leftOut(operation, reason)));
  const { modules, catalog, api } = result;
  return { modules, catalog, api, document, origins, diagnostics };
}

/** Everything that is decided of operations, and the diagnostics of each stage. */
function decide(
  normalized: Api,
  { expectWords }: Pick<PlanOptions, 'expectWords'>,
): Pick<PlannedTools, 'modules' | 'catalog' | 'api'> & { diagnostics: readonly (readonly Diagnostic[])[] } {
  const named = nameOperations(normalized);
  const described = describe(named.api, { expectWords });
  const { api, diagnostics: cutting } = cutSchemas(described.api);
  const modules = plan(api);
  const catalog = emitCatalog(modules);
  const pointers = modules.flatMap(({ tools }) => tools.map(({ names, pointer }) => [names.tool, pointer] as const));
  const clients = checkClients(catalog, new Map(pointers));
  return { modules, catalog, api, diagnostics: [named.diagnostics, described.diagnostics, cutting, clients] };
}

/** So many places say why nothing is left. */
const MOST_REASONS = 20;

/** Errors, and where there is nothing to make a tool of, what was left out before. */
function withReasons(errors: readonly Diagnostic[], all: readonly Diagnostic[]): readonly Diagnostic[] {
  if (!errors.some(({ code }) => code === 'NO_OPERATIONS')) return errors;
  const reasons = all.filter(({ code }) => REASONS.some((one) => one === code));
  return [...errors, ...reasons.slice(0, MOST_REASONS)];
}

const REASONS = [
  'PARTS_LEFT_OUT',
  'OPERATION_LEFT_OUT',
  'VALUE_MALFORMED',
  'REFERENCE_UNREADABLE',
  'REFERENCE_DANGLING',
];
