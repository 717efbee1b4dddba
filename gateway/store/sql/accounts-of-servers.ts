import type { Kysely } from 'kysely';

/** Adds the further accounts of servers that view several, and whose credential an account has. */
export async function addAccountsOfServers(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('server_accounts')
    .ifNotExists()
    .addColumn('server_id', 'text', (column) => column.notNull().references('servers.id').onDelete('cascade'))
    .addColumn('account_id', 'text', (column) => column.notNull().references('accounts.id').onDelete('cascade'))
    .addPrimaryKeyConstraint('server_accounts_key', ['server_id', 'account_id'])
    .execute();
  await db.schema
    .createIndex('server_accounts_by_account')
    .ifNotExists()
    .on('server_accounts')
    .columns(['account_id'])
    .execute();
  for (const column of ['admin_id', 'admin_name'])
    await db.schema.alterTable('accounts').addColumn(column, 'text').execute();
}
