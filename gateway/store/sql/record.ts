import type { Kysely } from 'kysely';
import type { Store } from '../contract/store.ts';
import type { Tables } from '../contract/tables.ts';
import type { AppendAt } from './append-at.ts';
import { lockEnd } from './audit.ts';
import { type ChainPlace, linkEntries } from './link-entries.ts';

/** Batches that lock the end of the chain at once, after one that found it moved by another process. */
const LOCKED = 8;

/**
 * Stores batches of entries. A process that wrote last knows where the chain ends, and writes behind that; where another
 * was faster nothing is written, and the end is locked before it is read.
 */
export function createRecord(db: Kysely<Tables>, appendAt: AppendAt): Store['record'] {
  let known: ChainPlace | undefined;
  let locked = 0;
  return async ({ entries, counters, link }) => {
    const [first] = entries;
    if (first === undefined) return;
    const after = locked > 0 ? undefined : known;
    known = undefined;
    if (after !== undefined) {
      const { linked, end } = linkEntries(after, entries, link);
      if (await appendAt(db, { after, end, linked, counters })) {
        known = end;
        return;
      }
      locked = LOCKED;
    }
    locked = Math.max(0, locked - 1);
    known = await db.transaction().execute(async (within) => {
      const last = await lockEnd(within);
      // A try before this one may have come to its end without a word of it.
      const isThere = await within.selectFrom('audit').select('id').where('id', '=', first.id).executeTakeFirst();
      if (isThere !== undefined) return last;
      const { linked, end } = linkEntries(last, entries, link);
      if (!(await appendAt(within, { after: last, end, linked, counters })))
        throw new Error('the end of the audit log moved while it was locked');
      return end;
    });
  };
}
