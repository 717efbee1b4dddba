import { ConfigError } from '../../../runtime/value/errors.ts';
import type { Engine } from '../contract/engine.ts';
import { drivers } from './drivers.ts';
import { shownAddress } from './shown-address.ts';

/** The engine of a store's address; throws {@link ConfigError} for one that has none. */
export function engineOf(address: string): Engine {
  const all = Object.values(drivers);
  const driver = all.find(({ isAddress }) => isAddress(address));
  if (driver !== undefined) return driver.engine;
  throw new ConfigError(
    `There is no kind of store for the address ${JSON.stringify(shownAddress(address))}.`,
    `Give ${all.map(({ addressForm }) => addressForm).join(', or ')}.`,
  );
}

/** True where processes on several machines may be over this store, so that they have to share its keys too. */
export function isSharedStore(address: string): boolean {
  return drivers[engineOf(address)].isShared;
}
