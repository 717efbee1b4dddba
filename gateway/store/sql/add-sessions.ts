import type { Kysely } from 'kysely';

/** Adds sessions of browsers, and codes that begin one. */
export async function addSessions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('sessions')
    .ifNotExists()
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('digest', 'text', (column) => column.notNull().unique())
    .addColumn('key_digest', 'text', (column) => column.notNull())
    .addColumn('address', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('last_used_at', 'bigint', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .execute();
  const index = (name: string) => db.schema.createIndex(name).ifNotExists().on('sessions');
  await index('sessions_by_age').columns(['created_at', 'id']).execute();
  await index('sessions_by_key').columns(['key_digest', 'created_at', 'id']).execute();
  await db.schema
    .createTable('sign_in_codes')
    .ifNotExists()
    .addColumn('digest', 'text', (column) => column.primaryKey())
    .addColumn('key_digest', 'text')
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .execute();
}
