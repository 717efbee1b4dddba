import type { CatalogEntry } from '../../runtime/catalog/catalog.ts';

/** Characters that a tool's name may have. */
const LONGEST = 64;

/** The tools of one API. */
interface Named {
  readonly id: string;
  readonly catalog: readonly CatalogEntry[];
}

/** The same tools by names that no other API's tool has. */
interface Renamed {
  readonly catalog: readonly CatalogEntry[];
  /** The name that a tool is served by, by the name that its API gives it. */
  readonly servedName: (own: string) => string;
  /** The other way round, of those that have another one. */
  readonly ownNames: ReadonlyMap<string, string>;
}

/**
 * Tools of several APIs, each by a name of its own: what two of them would have, whether a name of now, one of before or that of
 * a function, gets the id of its API before it. Nothing else is changed.
 */
export function renameTools(apis: readonly Named[]): Renamed[] {
  const shared = sharedWords(apis.map(({ catalog }) => new Set(catalog.flatMap(toolNames))));
  const sharedFunctions = sharedWords(apis.map(({ catalog }) => new Set(catalog.flatMap(functionNames))));
  const taken = new Set(apis.flatMap(({ catalog }) => catalog.flatMap(toolNames)));
  return apis.map(({ id, catalog }) => {
    const names = new Map<string, string>();
    for (const name of catalog.flatMap(toolNames)) {
      if (!shared.has(name) || names.has(name)) continue;
      const free = freeName(`${slug(id)}_${name}`, taken);
      taken.add(free);
      names.set(name, free);
    }
    const servedName = (own: string): string => names.get(own) ?? own;
    const functionName = (own: string): string => (sharedFunctions.has(own) ? asFunction(id, own) : own);
    const isSame = names.size === 0 && !catalog.flatMap(functionNames).some((name) => sharedFunctions.has(name));
    return {
      catalog: isSame ? catalog : catalog.map((entry) => renamed(entry, { names, servedName, functionName })),
      servedName,
      ownNames: new Map([...names].map(([own, served]) => [served, own])),
    };
  });
}

interface Renaming {
  readonly names: ReadonlyMap<string, string>;
  readonly servedName: (own: string) => string;
  readonly functionName: (own: string) => string;
}

function renamed(entry: CatalogEntry, { names, servedName, functionName }: Renaming): CatalogEntry {
  const { aliases, description } = entry;
  // A program would call it by its name otherwise.
  const called = functionName(entry.function ?? entry.name);
  return {
    ...entry,
    name: servedName(entry.name),
    ...((entry.function !== undefined || called !== entry.name) && { function: called }),
    description: names.size === 0 ? description : description.replaceAll(WORD, servedName),
    ...(aliases && {
      aliases: aliases.map((alias) => ({
        ...alias,
        name: servedName(alias.name),
        ...(alias.function !== undefined && { function: functionName(alias.function) }),
      })),
    }),
  };
}

/** What could be the name of a tool in a text. */
const WORD = /\w+_\w+/g;

function toolNames({ name, aliases = [] }: CatalogEntry): string[] {
  return [name, ...aliases.map((alias) => alias.name)];
}

function functionNames({ name, function: called = name, aliases = [] }: CatalogEntry): string[] {
  return [called, ...aliases.flatMap((alias) => alias.function ?? [])];
}

function sharedWords(sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const words of sets)
    for (const word of words) {
      if (seen.has(word)) shared.add(word);
      seen.add(word);
    }
  return shared;
}

function freeName(wanted: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const end = number === 1 ? '' : `_${number}`;
    const name = wanted.slice(0, LONGEST - end.length) + end;
    if (!taken.has(name)) return name;
  }
}

function slug(id: string): string {
  return id.replaceAll('-', '_');
}

function asFunction(id: string, name: string): string {
  const camel = id.replaceAll(/[-_]+(\w?)/g, (_, letter: string) => letter.toUpperCase());
  return camel + name.charAt(0).toUpperCase() + name.slice(1);
}
