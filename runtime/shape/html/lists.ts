import type { Attributes } from './hidden-element.ts';
import type { Margin } from './margins.ts';

/** Elements that hold items. */
export const lists: ReadonlySet<string> = new Set(['ul', 'ol', 'menu', 'dir']);

/** An open list, or an item of one. */
export interface List {
  readonly name: string;
  /** Number of the next item. */
  next: number | undefined;
}

/** What an item begins with; the next one has the next number. */
export function marginOf(list: List | undefined): Margin {
  if (list?.next === undefined) return { first: '- ', rest: '  ' };
  const first = `${list.next}. `;
  list.next += 1;
  return { first, rest: ' '.repeat(first.length) };
}

/** The number of a list's first item. */
export function startOf(attributes: Attributes): number {
  const start = Number.parseInt(attributes.get('start') ?? '', 10);
  return Number.isSafeInteger(start) && start !== 0 ? start : 1;
}
