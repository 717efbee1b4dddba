import type { Kysely } from 'kysely';

/** Lets what is over be found by its end: every process looks for it every ten seconds, however much there is. */
export async function indexEnds(db: Kysely<unknown>): Promise<void> {
  for (const [table, column] of [
    ['admin_keys', 'expires_at'],
    ['api_tokens', 'expires_at'],
    ['confirmations', 'until'],
    ['logins', 'expires_at'],
    ['sessions', 'expires_at'],
    ['sessions', 'last_used_at'],
    ['sign_in_codes', 'expires_at'],
  ] as const)
    await db.schema.createIndex(`${table}_by_${column}`).ifNotExists().on(table).column(column).execute();
}
