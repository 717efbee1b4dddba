import * as z from 'zod';
import type { Keyring } from '../secrets/keyring.ts';
import { credentialPlace, settingPlace } from '../secrets/sealed-place.ts';
import { SEALED_SETTINGS } from '../secrets/shared-secrets.ts';
import { serverConfig } from '../servers/server-config.ts';
import type { StoredRow } from '../store/contract/backup.ts';
import { countSpans, startOf } from '../store/contract/counters.ts';
import type { BackupTable } from './backup-format.ts';

/** The last moment that a date can hold. */
const LATEST = 8.64e15;

const texts = z.array(z.string());

/** Texts that hold JSON, by table and column, and what has to be in it. */
const JSON_COLUMNS: Partial<Record<BackupTable, Readonly<Record<string, z.ZodType>>>> = {
  admin_keys: { accounts: texts.min(1) },
  accounts: { variables: z.record(z.string(), z.string()) },
  servers: { config: serverConfig },
  oauth_clients: { redirect_uris: texts },
  audit: { arguments: z.unknown() },
};

/**
 * Throws where a row of a backup has the right form and would still stop a gateway: a time that is none, JSON that cannot
 * be read, what the keys do not open. Whoever catches it says in which line.
 */
export function checkMeaning(table: BackupTable, row: StoredRow, keyring: Keyring): void {
  for (const [column, value] of Object.entries(row)) checkTime(column, value);
  for (const [column, schema] of Object.entries(JSON_COLUMNS[table] ?? {})) checkJson(column, row[column], schema);
  if (table === 'accounts') {
    keyring.open(String(row.credential), credentialPlace(String(row.id)));
    // Which versions there are is known to the gateway alone, and this one stands in a header.
    if (!/^[ -~]{1,100}$/.test(String(row.api_version))) throw new Error('api_version: it is no version');
  }
  const name = SEALED_SETTINGS.find((one) => table === 'settings' && one === row.name);
  if (name !== undefined) keyring.open(String(row.value), settingPlace(name));
  if (table === 'admin_keys' && (row.role === 'operator') !== (row.accounts !== null))
    throw new Error('accounts: those of an operator, and of no other role');
  if (table === 'call_counters') checkStart(row);
}

function checkStart({ span, start }: StoredRow): void {
  const name = countSpans.find((one) => one === span);
  const at = Date.parse(span === 'hour' ? `${start}:00:00Z` : String(start));
  if (name === undefined || Number.isNaN(at) || startOf(name, at) !== start) throw new Error(`start: it is no ${span}`);
}

function checkTime(column: string, value: StoredRow[string] | undefined): void {
  if (typeof value !== 'number') return;
  const isTime = column === 'at' || column === 'until' || column.endsWith('_at');
  if (value < 0 || (isTime && value > LATEST)) throw new Error(`${column}: ${value} cannot be`);
}

function checkJson(column: string, value: StoredRow[string] | undefined, schema: z.ZodType): void {
  if (value === null) return;
  let read: unknown;
  try {
    read = JSON.parse(String(value));
  } catch (cause) {
    throw new Error(`${column}: it is not valid JSON`, { cause });
  }
  const parsed = schema.safeParse(read);
  if (parsed.success) return;
  const [issue] = parsed.error.issues;
  throw new Error([column, ...(issue?.path ?? [])].join('.').concat(`: ${issue?.message}`));
}
