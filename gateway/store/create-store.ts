import { sql } from 'kysely';
import { HOURS_KEPT, SPANS, startOf } from './contract/counters.ts';
import type { Store } from './contract/store.ts';
import { drivers } from './engines/drivers.ts';
import type { Database } from './open-database.ts';
import { chainWriters } from './sql/chain-writers.ts';
import { latestMigration } from './sql/migrations.ts';
import { createRecord } from './sql/record.ts';
import { createRepositories } from './sql/repositories.ts';
import { createRestoration } from './sql/restoration.ts';

/** A store over a database whose tables are up to date; closing it closes the database. */
export function createStore({ db, lasting, engine, onFailure, close }: Database): Store {
  const transaction: Store['transaction'] = (work) =>
    db.transaction().execute((within) => work(createRepositories(within)));
  const repositories = createRepositories(db);
  const { time } = drivers[engine];
  return {
    ...repositories,
    engine,
    migration: latestMigration,
    onFailure,
    transaction,
    record: createRecord(db, chainWriters[engine]()),
    databaseTime: time && (async () => (await time.execute(db)).rows[0]?.at ?? Number.NaN),
    ping: async () => {
      await sql`select 1`.execute(db);
    },
    sweep: async ({ now, tombstonesUntil, auditFrom }) => {
      const { servers, adminKeys, apiTokens, logins, oauth, ...others } = createRepositories(lasting);
      const { confirmations, sessions, counters } = others;
      const expired = await lasting
        .transaction()
        .execute((within) => createRepositories(within).servers.removeExpired(now, tombstonesUntil));
      await adminKeys.removeExpired(now);
      await apiTokens.removeExpired(now);
      await logins.removeExpired(now);
      await confirmations.removeExpired(now);
      await sessions.removeExpired(now);
      await oauth.removeExpired(now);
      await oauth.removeUnusedClients(now);
      await lasting.transaction().execute((within) => createRepositories(within).audit.removeBefore(auditFrom));
      await servers.removeTombstones(now);
      await counters.removeHours(startOf('hour', now - HOURS_KEPT * SPANS.day.length));
      return expired;
    },
    snapshot: async () => {
      const moment = await lasting
        .startTransaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute();
      return {
        rows: (table, { columns, keys }) => {
          const select = sql`select ${sql.join(columns.map((column) => sql.ref(column)))} from ${sql.table(table)}`;
          return drivers[engine].readInOrder(moment, { select, keys });
        },
        [Symbol.asyncDispose]: async () => {
          await moment.rollback().execute();
        },
      };
    },
    restore: (work) => lasting.transaction().execute((within) => work(createRestoration(within))),
    close,
    [Symbol.asyncDispose]: close,
  };
}
