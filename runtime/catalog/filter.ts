import { METHOD_CLASSES } from '../tool/tool.ts';
import { InputError } from '../value/errors.ts';
import { suggestFrom } from '../value/nearest.ts';
import { type ChosenNames, chosenNames } from './aliases.ts';
import type { CatalogEntry } from './catalog.ts';

/** Which tools to keep: those that any of `methods` and any of `tags` names; a missing list keeps everything. */
export interface ToolFilter {
  /** Method classes, `read`, `write`, `destructive`, or exact tool names; a name that a tool had keeps it as well. */
  readonly methods?: readonly string[] | undefined;
  readonly tags?: readonly string[] | undefined;
}

/** What a filter names beside exact tools. */
export const FILTER_METHODS = ['read', 'write', 'destructive', ...METHOD_CLASSES] as const;

const METHODS: ReadonlyMap<string, (entry: CatalogEntry) => boolean> = new Map([
  ['read', ({ access }: CatalogEntry) => access === 'read'],
  ['write', ({ access }: CatalogEntry) => access === 'write'],
  ['destructive', ({ destructive }: CatalogEntry) => destructive],
  ...METHOD_CLASSES.map((name) => {
    return [name, (entry: CatalogEntry) => entry.class === name] as const;
  }),
]);

/** The entries of a catalog that a filter keeps; throws {@link InputError} for unknown values and where nothing is left. */
export function filterCatalog(
  catalog: readonly CatalogEntry[],
  { methods, tags }: ToolFilter,
): readonly CatalogEntry[] {
  const knownTags = new Set(catalog.flatMap((entry) => entry.tags));
  const { names, chooses } = chosenNames(catalog);
  check({ argument: 'methods', values: methods, known: new Set([...METHODS.keys(), ...names]) });
  check({ argument: 'tags', values: tags, known: knownTags });
  const kept = catalog.filter((entry) => hasMethod(entry, methods, chooses) && hasTag(entry, tags));
  // The very list where nothing is left out: by it one finds what was made of it before.
  if (kept.length > 0 && kept.length === catalog.length) return catalog;
  if (kept.length > 0) return kept;
  throw new InputError(
    [{ argument: '', message: 'no tool has one of these methods and one of these tags' }],
    'Leave methods or tags out, or name more of them.',
  );
}

function hasMethod(entry: CatalogEntry, methods: ToolFilter['methods'], chooses: ChosenNames['chooses']): boolean {
  return methods?.some((method) => chooses(method, entry) || METHODS.get(method)?.(entry) === true) ?? true;
}

function hasTag(entry: CatalogEntry, tags: ToolFilter['tags']): boolean {
  return tags?.some((tag) => entry.tags.includes(tag)) ?? true;
}

interface Check {
  readonly argument: 'methods' | 'tags';
  readonly values: readonly string[] | undefined;
  readonly known: ReadonlySet<string>;
}

function check({ argument, values, known }: Check): void {
  if (values === undefined) return;
  const allowed =
    argument === 'methods' ? `${[...METHODS.keys()].join(', ')} and tool names` : [...known].sort().join(', ');
  if (values.length === 0) {
    throw new InputError(
      [{ argument, message: 'an empty list keeps nothing' }],
      `Leave ${argument} out to keep everything.`,
    );
  }
  const unknown = values.flatMap((value, index) => (known.has(value) ? [] : [{ value, index }]));
  if (unknown.length === 0) return;
  const suggest = suggestFrom(known);
  const problems = unknown.map(({ value, index }) => {
    const message = `${JSON.stringify(value)} is unknown.${suggest(value)}`;
    return { argument: `${argument}[${index}]`, message };
  });
  throw new InputError(problems, `Use ${allowed}.`);
}
