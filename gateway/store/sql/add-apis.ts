import type { Kysely } from 'kysely';

/** The API of all accounts that were connected before there were several. */
export const FIRST_API = 'intercom';

/** Lets accounts, and logins that lead to one, be of several APIs, each with what its address has in place of variables. */
export async function addApis(db: Kysely<unknown>): Promise<void> {
  for (const table of ['accounts', 'logins'])
    await db.schema
      .alterTable(table)
      .addColumn('api', 'text', (column) => column.notNull().defaultTo(FIRST_API))
      .execute();
  await db.schema.alterTable('accounts').addColumn('variables', 'text').execute();
}
