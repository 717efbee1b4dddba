import { createHash } from 'node:crypto';
import { singular } from '../text/words.ts';

/** Words that a name can do without, of those behind the API's own. */
const filler = new Set([
  'a',
  'an',
  'all',
  'and',
  'any',
  'by',
  'for',
  'from',
  'in',
  'of',
  'on',
  'single',
  'the',
  'to',
  'with',
]);

/**
 * Names of at most so many characters by the names that they stand for. A longer name loses words that say the least: those
 * that it has twice, then those of what lies further out; where that would be another's name too, it keeps its head and gets a
 * digest of the whole. Which names there are decides, not their order.
 */
export function shortenNames(
  names: readonly string[],
  { prefix, longest }: { readonly prefix: string; readonly longest: number },
): ReadonlyMap<string, string> {
  const distinct = [...new Set(names)];
  const whole = new Set(distinct.filter((name) => name.length <= longest));
  const long = distinct.filter((name) => name.length > longest);
  const shorter = new Map(
    long.map(
      (name) => [name, [...new Set(fewerWords(name, prefix))].filter((short) => short.length <= longest)] as const,
    ),
  );
  const counts = new Map<string, number>();
  for (const candidate of [...shorter.values()].flat()) counts.set(candidate, (counts.get(candidate) ?? 0) + 1);
  const isFree = (candidate: string): boolean => counts.get(candidate) === 1 && !whole.has(candidate);
  return new Map(
    distinct.map((name) => [
      name,
      whole.has(name) ? name : (shorter.get(name)?.find(isFree) ?? withDigest(name, longest)),
    ]),
  );
}

/** A name with fewer and fewer of its words: the first few say all that the whole name does. */
function fewerWords(name: string, prefix: string): string[] {
  const at = `_${name}_`.indexOf(`_${prefix}_`);
  const head = at === -1 ? (name.split('_')[0] ?? '') : name.slice(0, at + prefix.length);
  const rest = name.slice(head.length).split('_').filter(Boolean);
  const tail = rest.at(-2) === 'by' ? rest.splice(-2) : [];
  const join = (words: readonly string[]): string => [head, ...words, ...tail].join('_');
  const once = withoutRepeated(rest.filter((word) => !filler.has(word)));
  const found = [join(withoutRepeated(rest)), join(once)];
  // The outermost thing says whose it is, the last words what it is.
  const [first, ...others] = once;
  for (let from = 1; from < others.length; from += 1) found.push(join([first ?? '', ...others.slice(from)]));
  for (let from = 1; from < once.length; from += 1) found.push(join(once.slice(from)));
  return found.flatMap((each) => [each, each.replace(/_by_id$/, '')]);
}

/** Words without those that were there already, in the singular or the plural. */
function withoutRepeated(words: readonly string[]): string[] {
  const last = new Map(words.map((word, place) => [singular(word), place]));
  return words.filter((word, place) => last.get(singular(word)) === place);
}

function withDigest(name: string, longest: number): string {
  return `${name.slice(0, longest - 7)}_${createHash('sha256').update(name).digest('hex').slice(0, 6)}`;
}
