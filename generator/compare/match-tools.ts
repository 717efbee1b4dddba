import type { CatalogEntry } from '../../runtime/catalog/catalog.ts';
import { shapeOf } from '../text/path-shape.ts';
import type { Description } from './description.ts';

/** A tool and what it was. */
export interface ToolPair {
  readonly before: CatalogEntry;
  readonly after: CatalogEntry;
  /** Whether more than a shared name says that both are one operation. */
  readonly isCertain: boolean;
}

/** Tools that are in both catalogues, and those that came or went. */
export interface MatchedTools {
  readonly pairs: readonly ToolPair[];
  readonly added: readonly CatalogEntry[];
  readonly removed: readonly CatalogEntry[];
}

/** One side: its tools, and the description that knows their operations' ids. */
export interface Side {
  readonly catalog: readonly CatalogEntry[];
  readonly description: Description;
}

/**
 * Finds which tool became which: by method and path, unless the operation's id and the tool's name both went elsewhere;
 * then by the shape of the path, by the operation's id, and by the tool's name. Where two could be meant, none is.
 */
export function matchTools(before: Side, after: Side): MatchedTools {
  const left = new Set(before.catalog);
  const free = new Set(after.catalog);
  const pairs: ToolPair[] = [];
  const join = (keys: Keys, isCertain = true): void => {
    const [olds, news] = [group(left, keys.before), group(free, keys.after)];
    for (const [key, [old, ...others]] of olds) {
      const [now, ...more] = news.get(key) ?? [];
      if (!old || !now || others.length > 0 || more.length > 0) continue;
      left.delete(old);
      free.delete(now);
      pairs.push({ before: old, after: now, isCertain });
    }
  };
  const place = ({ method, path }: CatalogEntry): string => `${method} ${path}`;
  const shape = ({ method, path }: CatalogEntry): string => `${method} ${shapeOf(path)}`;
  const [oldId, newId] = [idIn(before), idIn(after)];
  const withId = (of: typeof oldId, more: (entry: CatalogEntry) => string) => (entry: CatalogEntry) => {
    const id = of(entry);
    return id === undefined ? undefined : `${id} ${more(entry)}`;
  };
  join({ before: withId(oldId, place), after: withId(newId, place) });
  join({ before: withId(oldId, shape), after: withId(newId, shape) });
  join({ before: withId(oldId, ({ name }) => name), after: withId(newId, ({ name }) => name) });
  join({ before: place, after: place });
  join({ before: shape, after: shape });
  join({ before: oldId, after: newId });
  join({ before: ({ name }) => name, after: ({ name }) => name }, false);
  return { pairs, added: [...free], removed: [...left] };
}

type Key = (entry: CatalogEntry) => string | undefined;
interface Keys {
  readonly before: Key;
  readonly after: Key;
}

function group(entries: Iterable<CatalogEntry>, key: Key): Map<string, CatalogEntry[]> {
  const groups = new Map<string, CatalogEntry[]>();
  for (const entry of entries) {
    const own = key(entry);
    if (own !== undefined) groups.set(own, [...(groups.get(own) ?? []), entry]);
  }
  return groups;
}

function idIn({ description }: Side): (entry: CatalogEntry) => string | undefined {
  return ({ method, path }) => {
    const id = description.operationAt(method, path)?.operationId;
    return typeof id === 'string' && id !== '' ? id : undefined;
  };
}
