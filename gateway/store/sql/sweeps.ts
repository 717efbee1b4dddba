import type { Kysely } from 'kysely';
import type { SweepRepository } from '../contract/sweeps.ts';
import type { Tables } from '../contract/tables.ts';

const ID = 1;

/** Up to which time what is over was cleared away. */
export function createSweeps(db: Kysely<Tables>): SweepRepository {
  return {
    latest: async () => {
      const row = await db.selectFrom('sweeps').select('until').where('id', '=', ID).executeTakeFirst();
      if (row !== undefined) return row.until;
      const entry = await db.selectFrom('audit').select('at').orderBy('id', 'desc').limit(1).executeTakeFirst();
      return entry?.at;
    },
    keep: async (until) => {
      await db
        .insertInto('sweeps')
        .values({ id: ID, until })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ until }))
        .execute();
    },
  };
}
