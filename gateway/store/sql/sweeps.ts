import type { Kysely } from 'kysely';
import type { SweepRepository } from '../contract/sweeps.ts';
import type { Tables } from '../contract/tables.ts';

const ID = 1;

/** Up to which time what is over was cleared away. */
export function createSweeps(db: Kysely<Tables>): SweepRepository {
  return {
    latest: async () => {
      const row = await db.selectFrom('sweeps').select('until').where('id', '=', ID).executeTakeFirst();
      return row?.until;
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
