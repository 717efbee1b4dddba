import { type Kysely, sql } from 'kysely';
import { DEFAULT_MIGRATION_TABLE, Migrator } from 'kysely/migration';
import { ConfigError } from '../../../runtime/value/errors.ts';
import type { Tables } from '../contract/tables.ts';
import { migrations } from './migrations.ts';

/** Brings the tables up to date; throws {@link ConfigError} for a store (`name`, for messages) that a newer version wrote. */
export async function migrate(db: Kysely<Tables>, name: string): Promise<void> {
  const newer = await findNewerMigration(db);
  if (newer !== undefined)
    throw new ConfigError(
      `The store ${name} was written by a newer version: it has the tables of ${newer}, which this version does not know.`,
      'Start the version that wrote it or a later one; to go back, restore a backup from before the update.',
    );
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

/** The last migration of the store that is none of this version's. */
async function findNewerMigration(db: Kysely<Tables>): Promise<string | undefined> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === DEFAULT_MIGRATION_TABLE)) return undefined;
  const done = await sql<{
    name: string;
  }>`select name from ${sql.table(DEFAULT_MIGRATION_TABLE)} order by name`.execute(db);
  return done.rows.map(({ name }) => name).findLast((name) => !Object.hasOwn(migrations, name));
}
