import { createHash } from 'node:crypto';
import * as z from 'zod';
import { ConfigError } from '../../runtime/value/errors.ts';
import type { Keyring } from '../secrets/keyring.ts';
import type { Restoration, StoredRow } from '../store/contract/backup.ts';
import type { Store } from '../store/contract/store.ts';
import {
  type BackupTable,
  backupTableNames,
  backupTables,
  FORMAT,
  headerLine,
  LEFT_OUT,
  lastLine,
  READABLE,
  rowLine,
  VERSION,
} from './backup-format.ts';
import { checkMeaning } from './check-meaning.ts';

/** Rows of one statement: PostgreSQL takes 65,535 parameters, SQLite 32,766. */
const BATCH = 1000;

/** Rows of one table that wait to be written, and where the last of them stood. */
interface Batch {
  readonly table: BackupTable;
  readonly rows: StoredRow[];
  line: number;
}

/**
 * Restores a backup into an empty store, all of it or nothing, and counts its rows by table. Throws {@link ConfigError}
 * for a store that holds something, and with the line for a backup that is cut off, changed, foreign, of another version,
 * that a gateway could not work with, or whose credentials the keys do not open.
 */
export async function importStore(
  store: Pick<Store, 'restore' | 'migration'>,
  lines: AsyncIterable<string>,
  keyring: Keyring,
): Promise<Readonly<Record<string, number>>> {
  return store.restore(async (into) => {
    await requireEmpty(into);
    const hash = createHash('sha256');
    const counts = Object.fromEntries(backupTableNames.map((table) => [table, 0]));
    let batch: Batch | undefined;
    let number = 0;
    let isComplete = false;
    for await (const text of lines) {
      number += 1;
      if (isComplete) throw damaged(number, 'it stands behind the last line');
      const content = parseLine(text, number);
      if (number === 1) checkHeader(content, store.migration);
      else if ('sha256' in content) {
        await write(into, batch);
        checkEnd(content, { counts, sha256: hash.digest('hex') }, number);
        isComplete = true;
        continue;
      } else {
        const { table, row } = readRow(content, number);
        checkRow({ table, row }, keyring, number);
        if (batch?.table !== table || batch.rows.length === BATCH) {
          await write(into, batch);
          batch = { table, rows: [], line: number };
        }
        batch.rows.push(row);
        batch.line = number;
        counts[table] = (counts[table] ?? 0) + 1;
      }
      hash.update(`${text}\n`);
    }
    if (!isComplete) throw damaged(number + 1, 'it is missing: the backup is cut off');
    return counts;
  });
}

async function requireEmpty({ isEmpty }: Restoration): Promise<void> {
  for (const table of [...backupTableNames, ...LEFT_OUT]) {
    if (!(await isEmpty(table)))
      throw new ConfigError(
        `The store is not empty: it has rows in the table ${table}.`,
        'Restore into a new file or database, before a gateway was started over it.',
      );
  }
}

function parseLine(text: string, number: number): object {
  try {
    return z.looseObject({}).parse(JSON.parse(text));
  } catch (cause) {
    if (number === 1) throw foreign(cause);
    throw damaged(number, 'it is no JSON object', cause);
  }
}

function checkHeader(content: object, current: string): void {
  const named = z.looseObject({ format: z.literal(FORMAT), version: z.number() }).safeParse(content);
  if (!named.success) throw foreign(named.error);
  const { version } = named.data;
  if (version > VERSION)
    throw new ConfigError(
      `Line 1 of the backup: it was written by a newer version, in the form ${version}; this one reads ${VERSION}.`,
      'Restore it with the version that wrote it or a later one.',
    );
  const header = headerLine.safeParse(content);
  if (!header.success) throw damaged(1, firstProblem(header.error), header.error);
  const { migration } = header.data;
  if (migration !== current && !READABLE.has(migration))
    throw new ConfigError(
      `Line 1 of the backup: it has the tables of ${migration}, which is ${migration > current ? 'newer' : 'older'} than the ${current} of this version.`,
      'Restore it with the version that wrote it; a later version then brings the store up to date when it opens it.',
    );
}

function readRow(content: object, number: number): { table: BackupTable; row: StoredRow } {
  const line = rowLine.safeParse(content);
  if (!line.success) throw damaged(number, firstProblem(line.error), line.error);
  const table = backupTableNames.find((name) => name === line.data.table);
  if (table === undefined) throw damaged(number, `there is no table ${JSON.stringify(line.data.table)}`);
  const row = backupTables[table].safeParse(line.data.row);
  if (!row.success) throw damaged(number, `in the table ${table}: ${firstProblem(row.error)}`, row.error);
  return { table, row: row.data };
}

function checkRow({ table, row }: { table: BackupTable; row: StoredRow }, keyring: Keyring, number: number): void {
  try {
    checkMeaning(table, row, keyring);
  } catch (cause) {
    if (cause instanceof ConfigError)
      throw new ConfigError(`Line ${number} of the backup: ${cause.message}`, `Nothing was restored. ${cause.help}`, {
        cause,
      });
    throw damaged(number, `in the table ${table}: ${cause instanceof Error ? cause.message : cause}`, cause);
  }
}

async function write(into: Restoration, batch: Batch | undefined): Promise<void> {
  if (batch === undefined) return;
  const { table, rows, line } = batch;
  const columns = Object.keys(backupTables[table].shape);
  await into.insert(table, columns, rows).catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw damaged(`${line - rows.length + 1} to ${line}`, `the table ${table} does not take them (${reason})`, cause);
  });
}

function checkEnd(content: object, found: z.output<typeof lastLine>, number: number): void {
  const last = lastLine.safeParse(content);
  if (!last.success) throw damaged(number, firstProblem(last.error), last.error);
  for (const table of new Set([...Object.keys(last.data.counts), ...Object.keys(found.counts)])) {
    const [said, read] = [last.data.counts[table] ?? 0, found.counts[table] ?? 0];
    if (said !== read) throw damaged(number, `it counts ${said} rows of ${table}, and there are ${read}`);
  }
  if (last.data.sha256 !== found.sha256) throw damaged(number, 'its checksum is not that of the lines before it');
}

function firstProblem({ issues: [issue] }: z.ZodError): string {
  return [issue?.path.join('.'), issue?.message].filter(Boolean).join(': ');
}

function damaged(place: number | string, reason: string, cause?: unknown): ConfigError {
  return new ConfigError(
    `${typeof place === 'number' ? 'Line' : 'Lines'} ${place} of the backup: ${reason}.`,
    'Nothing was restored. Take another copy of the backup: this one was cut off or changed.',
    { cause },
  );
}

function foreign(cause: unknown): ConfigError {
  return new ConfigError(
    'Line 1 of the backup: it is not the first line of an export of a gateway.',
    'Nothing was restored. Name a file that the export of a gateway wrote.',
    { cause },
  );
}
