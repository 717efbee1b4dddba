import { isRecord, own } from '../value/value.ts';

/** Items without the lists that most of them have in common, and those lists. */
export interface SharedLists {
  readonly items: readonly unknown[];
  readonly shared: Readonly<Record<string, unknown>>;
}

/** Takes lists that at least two items have in common out of these: shown once, they hold for each item that has none of its own. */
export function shareLists(items: readonly unknown[], keys: readonly string[]): SharedLists {
  let left = items;
  const shared: Record<string, unknown> = {};
  for (const key of keys) {
    const texts = items.map((item) => JSON.stringify(own(item, key)) ?? '');
    const counts = Map.groupBy(texts, (text) => text);
    const [common = '', same = []] = [...counts].toSorted(([, a], [, b]) => b.length - a.length)[0] ?? [];
    // An item without any would seem to have those of the others.
    if (same.length < 2 || texts.includes('')) continue;
    shared[key] = JSON.parse(common);
    left = left.map((item, at) => {
      if (texts[at] !== common || !isRecord(item)) return item;
      const { [key]: _, ...rest } = item;
      return rest;
    });
  }
  return { items: left, shared };
}
