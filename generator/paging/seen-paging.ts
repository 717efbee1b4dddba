import type { PagingFacts } from '../facts/tool-facts.ts';
import type { Lookup } from '../json/lookup.ts';
import type { ItemsPlace } from '../normalize/items-place.ts';
import { type Leaf, saying } from './answer-words.ts';
import type { PagingParameter } from './paged-operation.ts';

/**
 * How sure it is that an operation pages so: `certain` where names and types of the parameters and of the answer say so and
 * leave nothing open, `likely` where one of them could mean something else, `guess` where only names speak for it.
 */
type Certainty = 'certain' | 'likely' | 'guess';

/** How an operation pages by the looks of it, and what speaks for it. */
export interface DetectedPaging {
  readonly pagination: PagingFacts;
  readonly certainty: Certainty;
  readonly reasons: readonly string[];
}

/** What of an operation is looked at. */
export interface Seen {
  readonly parameters: readonly PagingParameter[];
  readonly leaves: readonly Leaf[];
  readonly items: ItemsPlace;
  readonly lookup: Lookup;
  readonly headers: readonly string[];
}

/** What one way of paging finds: its facts beside items and size. */
export interface Found extends Omit<DetectedPaging, 'pagination'> {
  readonly pagination: Omit<PagingFacts, 'items'>;
}

/** Whether a parameter is declared as a number. */
export function isNumber({ type }: PagingParameter): boolean {
  return type === 'number';
}

/** The parameter of a role, with a name of its own before one that may be anything. */
export function first(
  { parameters }: Seen,
  role: PagingParameter['role'],
  isFit: (one: PagingParameter) => boolean = () => true,
): PagingParameter | undefined {
  const fit = parameters.filter((one) => one.role === role && isFit(one));
  return fit.find(({ isSure }) => isSure) ?? fit[0];
}

/** The place of the word that there is more, or that this was all. */
export function moreOf(leaves: readonly Leaf[], isCursor: boolean): { more?: string } {
  const [more] = saying('more', leaves);
  if (more !== undefined) return { more: more.place };
  const [last] = isCursor ? [] : saying('last', leaves);
  return last === undefined ? {} : { more: `!${last.place}` };
}

/** The place of the number of all items, where there is one that can be it. */
export function totalOf(leaves: readonly Leaf[]): { total?: string } {
  const [total, ...others] = saying('total', leaves);
  return total === undefined || others.length > 1 ? {} : { total: total.place };
}

/** The fact that names a parameter, where it is not called as usual. */
export function named(name: string, usual: string): { param?: string } {
  return name === usual ? {} : { param: name };
}
