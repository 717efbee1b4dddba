import type { CatalogEntry } from './catalog.ts';

/** A tool that somebody named as it was called before. */
export interface FormerlyNamed<Entry> {
  readonly entry: Entry;
  /** True where the last day of the name is over. */
  readonly isOver: boolean;
  /** One line that says what the tool is called now, and up to when the old name works or did. */
  readonly note: string;
  /** What it is called now, in the form of the name that was given: a tool's or a function's. */
  readonly name: string;
}

/** Finds tools by names that they had. */
export interface Aliases<Entry> {
  /** All names that tools had. */
  readonly names: readonly string[];
  /** The tool that had this name, or whose function had it; undefined for every other name, that of a tool among them. */
  readonly find: (name: string) => FormerlyNamed<Entry> | undefined;
}

type Named = Pick<CatalogEntry, 'name' | 'function' | 'aliases'>;

/** The {@link Aliases} of a catalogue; `now` is the time in milliseconds. */
export function createAliases<Entry extends Named>(
  catalog: readonly Entry[],
  now: () => number = Date.now,
): Aliases<Entry> {
  const current = new Set(catalog.flatMap((entry) => [entry.name, entry.function]));
  const known = new Map<string, { entry: Entry; name: string; until: string }>();
  for (const entry of catalog)
    for (const alias of entry.aliases ?? []) {
      known.set(alias.name, { entry, name: entry.name, until: alias.until });
      if (alias.function !== undefined)
        known.set(alias.function, { entry, name: entry.function ?? entry.name, until: alias.until });
    }
  return {
    names: catalog.flatMap(({ aliases = [] }) => aliases.map(({ name }) => name)),
    find: (old) => {
      const found = current.has(old) ? undefined : known.get(old);
      if (found === undefined) return undefined;
      const { entry, name, until } = found;
      const isOver = now() >= Date.parse(until) + A_DAY;
      const rest = isOver ? `: the old name ended with ${until}` : `; the old name works until ${until}`;
      return { entry, name, isOver, note: `${old} is called ${name} now${rest}.` };
    },
  };
}

const A_DAY = 24 * 60 * 60_000;

/** Which tools names choose that somebody stored: a name that a tool had goes on choosing it, whatever the day. */
export interface ChosenNames {
  /** All names that tools have or had. */
  readonly names: readonly string[];
  /** Whether a name chooses a tool. One that a tool has now chooses that one alone. */
  readonly chooses: (name: string, entry: Pick<CatalogEntry, 'name' | 'aliases'>) => boolean;
}

/** The {@link ChosenNames} of a catalogue. */
export function chosenNames(catalog: readonly Pick<CatalogEntry, 'name' | 'aliases'>[]): ChosenNames {
  const current = new Set(catalog.map(({ name }) => name));
  return {
    names: catalog.flatMap(({ name, aliases = [] }) => [name, ...aliases.map((alias) => alias.name)]),
    chooses: (wanted, { name, aliases = [] }) =>
      name === wanted || (!current.has(wanted) && aliases.some((alias) => alias.name === wanted)),
  };
}
