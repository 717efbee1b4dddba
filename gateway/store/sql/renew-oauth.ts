import { type Kysely, sql } from 'kysely';

/** Registrations lived for a day until then, in milliseconds. */
const A_DAY = 24 * 3_600_000;

/** Gives registrations of OAuth clients an end, and refresh tokens their place in the line of those of one consent. */
export async function renewOAuth(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('oauth_clients')
    .addColumn('expires_at', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute();
  await sql`update oauth_clients set expires_at = created_at + ${sql.lit(A_DAY)}`.execute(db);
  await db.schema
    .alterTable('oauth_grants')
    .addColumn('generation', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  // What was used stays behind what is not: the one that a client holds is good, and those before it are over.
  await sql`update oauth_grants set generation = 1 where kind = 'refresh' and used_at is null`.execute(db);
  const index = (name: string) => db.schema.createIndex(name).ifNotExists();
  await index('oauth_clients_by_end').on('oauth_clients').columns(['expires_at']).execute();
  await index('oauth_grants_by_client').on('oauth_grants').columns(['client_id']).execute();
}
