import { asText, isRecord, own } from '../value/value.ts';
import { valueAt } from '../value/value-at.ts';
import { BESIDE_ITEMS } from './beside-items.ts';

/** Where the items of a list were found, and what they are. */
export interface FoundItems {
  readonly items: readonly unknown[];
  /** The properties that lead to them; empty where the answer itself is the list, or is the only item. */
  readonly path: readonly string[];
}

/**
 * The items of a list answer: at the dotted place that the description names, or elsewhere where it can be only one
 * place. A lone item is a list of one. `undefined` where no list is there, which is something else than an empty one.
 */
export function findItems(answer: unknown, place: string): FoundItems | undefined {
  if (Array.isArray(answer)) return { items: answer, path: [] };
  if (!isRecord(answer)) return undefined;
  const path = place === '' ? [] : place.split('.');
  const found = path.length === 0 ? undefined : valueAt(answer, place);
  if (Array.isArray(found)) return { items: found, path };
  if (found === null) return { items: [], path };
  if (isRecord(found)) {
    const inside = asText(own(found, 'id')) === undefined ? onlyList(found, path.at(-1)) : undefined;
    if (inside !== undefined) return { items: inside.items, path: [...path, ...inside.path] };
    return { items: Object.keys(found).length === 0 ? [] : [found], path };
  }
  if (found !== undefined) return undefined;
  if (asText(own(answer, 'id')) !== undefined) return { items: [answer], path: [] };
  const elsewhere = onlyList(answer, path.at(-1));
  return elsewhere ?? (own(answer, 'total_count') === 0 ? { items: [], path } : undefined);
}

/** What APIs call the items of a list, whatever they are. */
const USUAL_NAMES: ReadonlySet<string> = new Set(['data', 'items', 'results', 'result', 'records', 'entries', 'list']);

/** The one list of objects that an answer is about, at its top or in one of its objects: told by its name or by the type of its owner. */
function onlyList(holder: Readonly<Record<string, unknown>>, name: string | undefined): FoundItems | undefined {
  const below = Object.entries(holder).flatMap(([key, part]) => (isRecord(part) ? listsOf(part, [key], name) : []));
  for (const lists of [listsOf(holder, [], name), below]) {
    const named = lists.filter(({ path }) => path.at(-1) === name);
    const [first, ...others] = named.length > 0 ? named : lists;
    if (first !== undefined) return others.length === 0 ? first : undefined;
  }
  return undefined;
}

function listsOf(
  holder: Readonly<Record<string, unknown>>,
  above: readonly string[],
  name: string | undefined,
): FoundItems[] {
  const isList = /(?:^|\.)list$/.test(asText(own(holder, 'type')) ?? '');
  return Object.entries(holder).flatMap(([key, part]) => {
    const isMeant = key === name || USUAL_NAMES.has(key) || (isList && !BESIDE_ITEMS.has(key));
    return isMeant && Array.isArray(part) && part.every(isRecord) ? [{ items: part, path: [...above, key] }] : [];
  });
}
