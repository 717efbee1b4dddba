import { ConfigError } from '../../../runtime/value/errors.ts';
import type { Engine } from '../contract/engine.ts';
import { StoreUnavailable } from '../contract/store-unavailable.ts';
import { ConnectionFailure } from './connection-failure.ts';
import { drivers } from './drivers.ts';
import { shownAddress } from './shown-address.ts';

/** Why a store cannot be opened, from what its engine threw, and what to do about it. */
export function cannotOpen(engine: Engine, address: string, cause: unknown): ConfigError {
  const { reason, code } = readCause(rootOf(cause));
  const help = drivers[engine].openingHelp(address, code);
  return new ConfigError(`The store ${shownAddress(address)} cannot be opened: ${reason}.`, help, { cause });
}

/** What the driver of the database threw: that has the code and the words. */
function rootOf(error: unknown): unknown {
  const isWrapped = error instanceof StoreUnavailable || error instanceof ConnectionFailure;
  return isWrapped && error.cause !== undefined ? rootOf(error.cause) : error;
}

/** The words of an error and its code; one that was met at several addresses has both in its parts alone. */
function readCause(cause: unknown): { reason: string; code: string | number | undefined } {
  const [error = cause] = cause instanceof AggregateError ? cause.errors : [];
  if (!(error instanceof Error)) return { reason: String(error), code: undefined };
  const codes: unknown[] = ['errcode' in error && error.errcode, 'code' in error && error.code];
  const found = codes.find((code) => typeof code === 'string' || typeof code === 'number');
  return { reason: (error.message || String(found)).replace(/\.$/, ''), code: found };
}
