import type { CatalogEntry } from '../../catalog/catalog.ts';
import { nearest } from '../../value/nearest.ts';

/** The functions of a catalog by their names. */
export interface FunctionNames {
  /** The function that is meant by a name as a model may write it, or what it could be instead: none is guessed of several. */
  readonly find: (name: string) => FoundFunction;
  readonly all: readonly string[];
}

/** What a name came to. */
export type FoundFunction =
  | { readonly entry: CatalogEntry }
  | { readonly entry: undefined; readonly isAmbiguous: boolean; readonly candidates: readonly string[] };

/** What a program calls a tool: a catalogue made by hand need not say. */
export function functionName({ function: own, name }: Pick<CatalogEntry, 'name' | 'function'>): string {
  return own ?? name;
}

const prepared = new WeakMap<readonly CatalogEntry[], FunctionNames>();

/** The names of a catalog's functions, kept as long as the catalog. */
export function functionNames(catalog: readonly CatalogEntry[]): FunctionNames {
  const known = prepared.get(catalog) ?? createNames(catalog);
  prepared.set(catalog, known);
  return known;
}

/** Characters of a name that are looked at. */
const LONGEST = 200;
/** Parts in front of a name that are taken for a client's. */
const MOST_PARTS = 8;

function createNames(catalog: readonly CatalogEntry[]): FunctionNames {
  const exact = new Map<string, CatalogEntry>();
  for (const entry of catalog) exact.set(entry.name, entry);
  for (const entry of catalog) exact.set(functionName(entry), entry);
  const alike = new Map<string, Set<CatalogEntry>>();
  for (const [name, entry] of exact) alike.set(letters(name), (alike.get(letters(name)) ?? new Set()).add(entry));
  const all = catalog.map(functionName);

  function find(name: string): FoundFunction {
    const word = name.slice(0, LONGEST).trim();
    const known = exact.get(word);
    if (known !== undefined) return { entry: known };
    for (const part of withoutPrefixes(word)) {
      const entry = exact.get(part);
      if (entry !== undefined) return { entry };
      const [first, ...others] = alike.get(letters(part)) ?? [];
      if (first !== undefined && others.length === 0) return { entry: first };
      if (first !== undefined)
        return { entry: undefined, isAmbiguous: true, candidates: [first, ...others].map(functionName) };
    }
    const own = withoutPrefixes(word).find((part) => !/__|[.:/]/.test(part)) ?? word;
    const close = [
      ...nearest(own, all),
      ...nearest(own, exact.keys())
        .flatMap((near) => exact.get(near) ?? [])
        .map(functionName),
    ];
    return { entry: undefined, isAmbiguous: false, candidates: [...new Set(close)].slice(0, 3) };
  }
  return { find, all };
}

/** A name as it is, and without what clients put in front: `mcp__acme__x`, `functions.x`, `acme_x`. */
function withoutPrefixes(name: string): string[] {
  const called = name.replace(/\(.*$/s, '');
  // Some clients count calls of one name behind it.
  const [behind = called] = called
    .split(/__|[.:/]/)
    .filter((part) => /[a-z]/i.test(part))
    .slice(-1);
  const words = behind.split('_');
  const shorter = words.slice(1, MOST_PARTS).map((_, at) => words.slice(at + 1).join('_'));
  // A word alone is a verb of many.
  return [called, behind, ...shorter.filter((part) => part.includes('_') || /[a-z][A-Z]/.test(part))];
}

function letters(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}
