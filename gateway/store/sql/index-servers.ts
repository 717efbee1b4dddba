import { type Kysely, sql } from 'kysely';

/**
 * Lets lists of servers be read in their order, those of one account and those of all, and switched off ones be found, however
 * many servers there are.
 */
export async function indexServers(db: Kysely<unknown>): Promise<void> {
  const index = (name: string) => db.schema.createIndex(name).ifNotExists().on('servers');
  await index('servers_newest').columns(['created_at', 'id']).execute();
  for (const [name, order] of [
    ['name', sql`(substr(folded_name, 1, 100))`],
    ['expiry', sql`(coalesce(expires_at, 9007199254740991))`],
    ['use', sql`(coalesce(last_used_at, -1))`],
  ] as const) {
    await sql`create index if not exists ${sql.ref(`servers_by_${name}`)} on servers (account_id, ${order}, id)`.execute(
      db,
    );
    await sql`create index if not exists ${sql.ref(`all_servers_by_${name}`)} on servers (${order}, id)`.execute(db);
  }
  await index('servers_switched_off')
    .columns(['enabled', 'account_id'])
    .where(sql.ref('enabled'), '=', sql.lit(0))
    .execute();
}
