import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { ConfigError } from '../../../runtime/value/errors.ts';
import type { Store } from '../open-store.ts';

/** An address as it may be shown: without a password, also where it cannot be read. */
export function shownAddress(address: string): string {
  if (!/^\w+:\/\//.test(address)) return address;
  const url = URL.parse(address);
  if (url === null) return 'of that address';
  url.password = '';
  url.search = '';
  return url.href;
}

/** Why a store cannot be opened, from what its engine threw, and what to do about it. */
export function cannotOpen(engine: Store['engine'], address: string, cause: unknown): ConfigError {
  const { reason, code } = readCause(cause);
  const help = engine === 'postgres' ? helpWithPostgres(code) : helpWithSqlite(address, code);
  return new ConfigError(`The store ${shownAddress(address)} cannot be opened: ${reason}.`, help, { cause });
}

/** The words of an error and its code; one that was met at several addresses has both in its parts alone. */
function readCause(cause: unknown): { reason: string; code: string | number | undefined } {
  const [error = cause] = cause instanceof AggregateError ? cause.errors : [];
  if (!(error instanceof Error)) return { reason: String(error), code: undefined };
  const codes: unknown[] = ['errcode' in error && error.errcode, 'code' in error && error.code];
  const found = codes.find((code) => typeof code === 'string' || typeof code === 'number');
  return { reason: (error.message || String(found)).replace(/\.$/, ''), code: found };
}

function helpWithPostgres(code: string | number | undefined): string {
  switch (code) {
    case '28P01':
    case '28000':
      return 'Check the user and the password in the address; special characters in them are percent-encoded.';
    case '3D000':
      return 'Create the database first, for example with createdb, or correct its name in the address.';
    case '42501':
      return 'Give the user the right to create tables in this database.';
    case 'ERR_INVALID_URL':
      return 'Write it as postgres://user:password@host:5432/database, with special characters percent-encoded.';
    default:
      return 'Check that PostgreSQL runs there, and the host, port and TLS settings in the address.';
  }
}

/** By SQLite's result codes, whose finer reasons stand in the higher bits. */
function helpWithSqlite(file: string, code: string | number | undefined): string {
  const folder = dirname(file);
  switch (typeof code === 'number' ? code & 0xff : undefined) {
    case 5:
      return 'Another process holds the file: end it, or try again when it is done.';
    case 14:
      return existsSync(folder)
        ? 'Name a file, not a folder, that this user may read and write, in a folder where it may create files.'
        : `The folder ${folder} does not exist: create it, or correct the path.`;
    case 11:
    case 26:
      return 'The file is no database or a damaged one: name another file, or restore it from a backup.';
    default:
      return 'Check the path and its permissions: this user must be able to write the file and its folder.';
  }
}
