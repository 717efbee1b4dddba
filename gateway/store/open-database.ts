import { Kysely } from 'kysely';
import { ConfigError } from '../../runtime/value/errors.ts';
import type { Engine } from './contract/engine.ts';
import type { Tables } from './contract/tables.ts';
import { cannotOpen } from './engines/cannot-open.ts';
import { drivers } from './engines/drivers.ts';
import type { ConnectionOptions } from './engines/engine-driver.ts';
import { engineOf } from './engines/engine-of.ts';
import { shownAddress } from './engines/shown-address.ts';
import { migrate } from './sql/migrate.ts';

/** Opens the database of a store and brings its tables up to date; throws {@link ConfigError}. */
export async function openDatabase(
  address: string,
  options: ConnectionOptions,
): Promise<{ readonly db: Kysely<Tables>; readonly engine: Engine }> {
  const engine = engineOf(address);
  let db: Kysely<Tables> | undefined;
  try {
    db = new Kysely<Tables>({ dialect: drivers[engine].dialect(address, options) });
    await migrate(db, shownAddress(address));
    return { db, engine };
  } catch (error) {
    await db?.destroy();
    throw error instanceof ConfigError ? error : cannotOpen(engine, address, error);
  }
}
