import type { Kysely } from 'kysely';
import type { Store } from '../contract/store.ts';
import type { Tables } from '../contract/tables.ts';
import type { ChainWriter } from './appended.ts';
import { type ChainPlace, linkEntries } from './link-entries.ts';

/** Batches in a row that found the end where this process left it, after which it takes itself to be alone again. */
const ALONE = 4;

/**
 * Stores batches of entries. A process that is alone knows where the chain ends, and writes behind that; where another
 * was faster nothing is written, and as long as others write the end is asked for first.
 */
export function createRecord(db: Kysely<Tables>, { appendAt, appendAtEnd }: ChainWriter): Store['record'] {
  /** Where this process left the chain; undefined where a batch has no answer. */
  let known: ChainPlace | undefined;
  let alone = ALONE;
  return async (take) => {
    const left = known;
    known = undefined;
    if (left !== undefined && alone >= ALONE) {
      const { entries, counters, link } = take();
      const { linked, end } = linkEntries(left, entries, link);
      if (await appendAt(db, { after: left, end, linked, counters })) {
        known = end;
        return;
      }
      alone = 0;
    }
    const { after, end } = await appendAtEnd(db, take);
    if (left !== undefined) alone = after.seq === left.seq && after.hash === left.hash ? alone + 1 : 0;
    known = end;
  };
}
