import type { Kysely } from 'kysely';
import type { ConfirmationRepository } from '../contract/confirmations.ts';
import type { Tables } from '../contract/tables.ts';

/** Numbers of tokens that confirmed a call, each until the token expires. */
export function createConfirmations(db: Kysely<Tables>): ConfirmationRepository {
  return {
    remember: async (number, until) => {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('confirmations')
        .values({ number, until })
        .onConflict((conflict) => conflict.column('number').doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n;
    },
    removeExpired: async (now) => {
      await db.deleteFrom('confirmations').where('until', '<=', now).execute();
    },
  };
}
