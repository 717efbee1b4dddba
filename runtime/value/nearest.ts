/**
 * The candidates closest to a mistyped word, best first: at most `count`, none that differs in more than half of its
 * letters or much more than the best.
 */
export function nearest(word: string, candidates: Iterable<string>, count = 3): string[] {
  const wanted = word.toLowerCase().slice(0, 100);
  const scored: { candidate: string; score: number }[] = [];
  for (const candidate of candidates) {
    const name = candidate.toLowerCase();
    const score = Math.min(distance(wanted, name), isPart(wanted, name) ? PART : Number.POSITIVE_INFINITY);
    if (score === PART || score <= Math.max(wanted.length, name.length) / 2) scored.push({ candidate, score });
  }
  scored.sort((a, b) => a.score - b.score || a.candidate.length - b.candidate.length);
  const worst = (scored[0]?.score ?? 0) + 2;
  const close = scored.filter(({ score }) => score <= worst);
  return close.slice(0, count).map(({ candidate }) => candidate);
}

/** A word within another counts for as much as between one and two wrong letters. */
const PART = 1.5;

/** ` Did you mean "a" or "b"?` for the nearest candidates, or an empty text. */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const names = nearest(word, candidates).map((name) => JSON.stringify(name));
  return names.length === 0 ? '' : ` Did you mean ${names.join(' or ')}?`;
}

/** As {@link didYouMean} for many words, of which the first dozen get an answer: each takes time, and nobody reads more. */
export function suggestFrom(candidates: Iterable<string>): (word: string) => string {
  const known = [...candidates];
  let left = MOST_SUGGESTED;
  return (word) => {
    left -= 1;
    return left < 0 ? '' : didYouMean(word, known);
  };
}

const MOST_SUGGESTED = 12;

function isPart(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length > 2 ? long.includes(short) : long.split('_').includes(short);
}

/** Levenshtein distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      const swap = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(swap, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
