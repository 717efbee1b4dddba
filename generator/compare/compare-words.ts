import type { CatalogEntry } from '../../runtime/catalog/catalog.ts';
import type { Change } from './change.ts';
import { argumentWords } from './compare-catalog.ts';
import { makeChange } from './make-change.ts';
import { areRelated } from './place.ts';

/** What grew by less than this is not worth a line: a fifth, and so many tokens. */
const GROWTH = { share: 0.2, tokens: 100 };

/** What a model reads of a tool: its words, as far as no other change tells why they differ, and what they cost. */
export function compareWords(
  before: CatalogEntry,
  after: CatalogEntry,
  { known, pointer }: { known: readonly Change[]; pointer: string },
): Change[] {
  const say = (place: string, from: string | undefined, to: string | undefined): Change =>
    makeChange({
      kind: 'words',
      isCosmetic: true,
      place,
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
      message: `the words of ${place || 'the tool'} are other ones`,
      pointer,
    });
  const changes: Change[] = [];
  for (const what of ['title', 'description'] as const)
    if (before[what] !== after[what]) changes.push(say(what, before[what], after[what]));
  const [words, wordsNow] = [argumentWords(before.inputSchema), argumentWords(after.inputSchema)];
  for (const [place, now] of wordsNow) {
    // What came or went is no matter of words.
    if (words.get(place) === now || !words.has(place)) continue;
    const isTold = known.some((change) => change.place !== '' && areRelated(change.place, place));
    if (!isTold) changes.push(say(place, words.get(place), now));
  }
  const growth = after.tokens - before.tokens;
  if (growth >= GROWTH.tokens && growth >= before.tokens * GROWTH.share)
    changes.push(
      makeChange({
        kind: 'tokens',
        isCosmetic: true,
        place: '',
        from: before.tokens,
        to: after.tokens,
        message: `its definition costs ${after.tokens} tokens now, and cost ${before.tokens}`,
        pointer,
      }),
    );
  return changes;
}
