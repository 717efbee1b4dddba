import { Kysely, sql } from 'kysely';
import { DEFAULT_MIGRATION_TABLE, Migrator } from 'kysely/migration';
import { ConfigError } from '../../runtime/value/errors.ts';
import { cannotOpen, shownAddress } from './engines/cannot-open.ts';
import { postgresDialect } from './engines/postgres-dialect.ts';
import { sqliteDialect } from './engines/sqlite-dialect.ts';
import { createAccounts } from './sql/accounts.ts';
import { createApiTokens } from './sql/api-tokens.ts';
import { createAudit } from './sql/audit.ts';
import { createConfirmations } from './sql/confirmations.ts';
import { createLogins } from './sql/logins.ts';
import { migrations } from './sql/migrations.ts';
import { createOAuth } from './sql/oauth.ts';
import { createRateWindows } from './sql/rate-windows.ts';
import { createServers } from './sql/servers.ts';
import { createSettings } from './sql/settings.ts';
import type { Tables } from './sql/tables.ts';

/** The tables of a gateway, each behind the questions that are asked of it. */
export interface Repositories {
  readonly accounts: ReturnType<typeof createAccounts>;
  readonly servers: ReturnType<typeof createServers>;
  readonly apiTokens: ReturnType<typeof createApiTokens>;
  readonly logins: ReturnType<typeof createLogins>;
  readonly oauth: ReturnType<typeof createOAuth>;
  readonly audit: ReturnType<typeof createAudit>;
  readonly rateWindows: ReturnType<typeof createRateWindows>;
  readonly settings: ReturnType<typeof createSettings>;
  readonly confirmations: ReturnType<typeof createConfirmations>;
}

/** Where a gateway keeps everything; the same over both engines. */
export interface Store extends Repositories, AsyncDisposable {
  readonly engine: 'sqlite' | 'postgres';
  /** Runs all of `work` or nothing of it. */
  readonly transaction: <Result>(work: (within: Repositories) => Promise<Result>) => Promise<Result>;
  /** Rejects where the database does not answer. */
  readonly ping: () => Promise<void>;
  /** Deletes what is over: expired servers, API tokens, logins and grants, and graves older than `now`. */
  readonly sweep: (times: { now: number; graveUntil: number; auditFrom: string }) => Promise<number>;
  readonly db: Kysely<Tables>;
  readonly close: () => Promise<void>;
}

/** Settings of {@link openStore}. */
export interface StoreOptions {
  /** Connections of a pool; 10 unless said otherwise. SQLite has one. */
  readonly connections?: number;
  /** Told of connections that broke while nobody used them. */
  readonly onError?: (error: Error) => void;
}

/**
 * Opens a store and brings its tables up to date: `postgres://…`, the path of an SQLite file, or `:memory:`. Throws
 * {@link ConfigError} where it cannot be opened, or was written by a newer version.
 */
export async function openStore(
  address: string,
  { connections, onError = () => {} }: StoreOptions = {},
): Promise<Store> {
  const engine = engineOf(address);
  let db: Kysely<Tables> | undefined;
  try {
    const dialect =
      engine === 'postgres'
        ? postgresDialect(address, { onError, ...(connections !== undefined && { connections }) })
        : sqliteDialect(address);
    db = new Kysely<Tables>({ dialect });
    await migrate(db, address);
  } catch (error) {
    await db?.destroy();
    throw error instanceof ConfigError ? error : cannotOpen(engine, address, error);
  }
  return storeOf(db, engine);
}

/** The engine of a store's address; throws {@link ConfigError} for one that has none. */
export function engineOf(address: string): Store['engine'] {
  if (/^postgres(ql)?:\/\//.test(address)) return 'postgres';
  if (address !== '' && !/^\w+:\/\//.test(address)) return 'sqlite';
  throw new ConfigError(
    `There is no kind of store for the address ${JSON.stringify(shownAddress(address))}.`,
    'Give the path of a file for SQLite, or postgres://user:password@host:5432/database.',
  );
}

async function migrate(db: Kysely<Tables>, address: string): Promise<void> {
  const newer = await findNewerMigration(db);
  if (newer !== undefined)
    throw new ConfigError(
      `The store ${shownAddress(address)} was written by a newer version: it has the tables of ${newer}, which this version does not know.`,
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

function repositories(db: Kysely<Tables>): Repositories {
  return {
    accounts: createAccounts(db),
    servers: createServers(db),
    apiTokens: createApiTokens(db),
    logins: createLogins(db),
    oauth: createOAuth(db),
    audit: createAudit(db),
    rateWindows: createRateWindows(db),
    settings: createSettings(db),
    confirmations: createConfirmations(db),
  };
}

/** Registrations without a consent are forgotten after a day, in milliseconds. */
const UNUSED_CLIENT_LIFETIME = 24 * 3_600_000;

function storeOf(db: Kysely<Tables>, engine: Store['engine']): Store {
  const close = (): Promise<void> => db.destroy();
  const transaction: Store['transaction'] = (work) => db.transaction().execute((within) => work(repositories(within)));
  const own = repositories(db);
  const { apiTokens, logins, oauth, audit, confirmations } = own;
  return {
    ...own,
    engine,
    db,
    transaction,
    ping: async () => {
      await sql`select 1`.execute(db);
    },
    sweep: async ({ now, graveUntil, auditFrom }) => {
      const expired = await transaction(({ servers }) => servers.removeExpired(now, graveUntil));
      await apiTokens.removeExpired(now);
      await logins.removeExpired(now);
      await confirmations.removeExpired(now);
      await oauth.removeExpired(now);
      await oauth.removeUnusedClients(now - UNUSED_CLIENT_LIFETIME);
      await audit.removeBefore(auditFrom);
      await db.deleteFrom('tombstones').where('until', '<=', now).execute();
      return expired;
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}
