import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** Numbers of tokens that confirmed a call, each until the token expires. */
export function createConfirmations(db: Kysely<Tables>) {
  return {
    /** False where this one was remembered before, by whichever process. */
    remember: async (number: string, until: number): Promise<boolean> => {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('confirmations')
        .values({ number, until })
        .onConflict((conflict) => conflict.column('number').doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n;
    },
    removeExpired: async (now: number): Promise<void> => {
      await db.deleteFrom('confirmations').where('until', '<=', now).execute();
    },
  };
}
