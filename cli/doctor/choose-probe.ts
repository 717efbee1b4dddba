import type { CatalogEntry } from '../../runtime/catalog/catalog.ts';

/**
 * The tool whose call tells best whether a credential is accepted, and costs least: a GET that needs no argument, one that answers
 * whose credential it is before lists, short paths before long ones; undefined where there is none.
 */
export function chooseProbe(catalog: readonly CatalogEntry[]): CatalogEntry | undefined {
  const [best] = catalog
    .filter(({ method, access, inputSchema }) => method === 'GET' && access === 'read' && !hasRequired(inputSchema))
    .map((entry) => ({ entry, rank: rankOf(entry) }))
    .sort(
      (a, b) => a.rank - b.rank || a.entry.path.length - b.entry.path.length || (a.entry.path < b.entry.path ? -1 : 1),
    );
  return best?.entry;
}

/** Arguments of a probe: no more of a list than one item, where it can be said. */
export function probeArguments({ inputSchema }: CatalogEntry): Readonly<Record<string, unknown>> {
  const { properties } = inputSchema;
  return typeof properties === 'object' && properties !== null && 'limit' in properties ? { limit: 1 } : {};
}

function rankOf({ path, class: kind }: CatalogEntry): number {
  if (OWN.test(path)) return 0;
  // What says how a service is, or what it is, most often asks for no credential.
  if (OPEN.test(path)) return 3;
  return kind === 'list' ? 1 : 2;
}

/** Paths of whoever calls. */
const OWN = /\/(?:me|self|whoami|who_am_i|current_?user|account|profile|token\/?info|user)\/?$/i;

/** Paths that everybody may read. */
const OPEN = /\/(?:health\w*|ping|status|version|info|ready|live|\.well-known\/.*|openapi.*|docs|)$/i;

function hasRequired({ required }: CatalogEntry['inputSchema']): boolean {
  return Array.isArray(required) && required.length > 0;
}
