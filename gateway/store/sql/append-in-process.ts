import type { Kysely } from 'kysely';
import type { AuditEntry } from '../contract/audit.ts';
import type { CallCounter } from '../contract/counters.ts';
import type { Tables } from '../contract/tables.ts';
import { type Appended, type ChainWriter, COUNTER_COLUMNS, ENTRY_COLUMNS } from './appended.ts';
import { lockEnd } from './audit.ts';
import { COUNTED, COUNTER_KEY } from './counters.ts';
import { createRowInsert } from './insert-rows.ts';
import { linkEntries } from './link-entries.ts';

/** Rows of one statement: SQLite takes 32,766 parameters, and a counter has 21. */
const PART = 1000;

const insertEntries = createRowInsert<AuditEntry, 'audit'>(ENTRY_COLUMNS, (db, rows) =>
  db.insertInto('audit').values(rows),
);

const insertCounters = createRowInsert<CallCounter, 'call_counters'>(COUNTER_COLUMNS, (db, rows) =>
  db
    .insertInto('call_counters')
    .values(rows)
    .onConflict((conflict) => conflict.columns(COUNTER_KEY).doUpdateSet(COUNTED)),
);

async function append(db: Kysely<Tables>, { after, linked, end, counters }: Appended): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('audit_chain')
    .set(end)
    .where('name', '=', 'last')
    .where('seq', '=', after.seq)
    .where('hash', '=', after.hash)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return false;
  for (const part of partsOf(linked)) await insertEntries(db, part);
  for (const part of partsOf(counters)) await insertCounters(db, part);
  return true;
}

function* partsOf<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let start = 0; start < rows.length; start += PART) yield rows.slice(start, start + PART);
}

/** Statement by statement: each costs some microseconds, since SQLite is in this process. */
export const appendInProcess: ChainWriter = {
  appendAt: (db, appended) => db.transaction().execute((within) => append(within, appended)),
  appendAtEnd: (db, take) =>
    db.transaction().execute(async (within) => {
      const after = await lockEnd(within);
      const { entries, counters, link } = take();
      // A try before this one may have come to its end without a word of it.
      const isThere = await within
        .selectFrom('audit')
        .select('id')
        .where('id', '=', entries[0]?.id ?? '')
        .executeTakeFirst();
      if (isThere !== undefined) return { after, end: after };
      const { linked, end } = linkEntries(after, entries, link);
      if (!(await append(within, { after, end, linked, counters })))
        throw new Error('the end of the audit log moved while it was locked');
      return { after, end };
    }),
};
