import { BY_COMMAND } from '../../gateway/audit/audit-entry.ts';
import { accountsOf, newAdminKey } from '../../gateway/secrets/admin-keys.ts';
import { isOver } from '../../gateway/secrets/is-over.ts';
import type { AdminKeyRow, AdminRole } from '../../gateway/store/contract/admin-keys.ts';
import type { Store } from '../../gateway/store/contract/store.ts';
import { ConfigError } from '../../runtime/value/errors.ts';
import { table } from '../output/table.ts';
import { openGatewayStore } from './open-store.ts';

/** The admin keys of a store, without what they are recognized by. */
export async function listKeys(address: string): Promise<ShownKey[]> {
  await using opened = await openGatewayStore(address);
  return (await allKeys(opened.store)).filter((key) => !isOver(key, opened.now())).map(shown);
}

type ShownKey = ReturnType<typeof shown>;

/** Admin keys as a table. */
export function keyTable(keys: readonly ShownKey[]): string {
  if (keys.length === 0) return 'There are no admin keys: intercom-mcp gateway makes the first one.';
  const rows = keys.map(({ name, role, accounts, created_at, expires_at, last_used_at, id }) => [
    ...[name, role, accounts === null ? 'all' : String(accounts.length)],
    ...[day(created_at), day(expires_at), day(last_used_at), id],
  ]);
  return table([['NAME', 'ROLE', 'ACCOUNTS', 'CREATED', 'ENDS', 'LAST USED', 'ID'], ...rows], process.stdout.columns);
}

/** Makes an admin key; answers it with what it is for. */
export async function createKey(address: string, { name, role, accounts, days }: NewKey): Promise<string> {
  if ((role === 'operator') !== (accounts !== undefined))
    throw new ConfigError(
      'An operator has accounts, and no other role has.',
      'Name them with --accounts id,id, or leave --accounts out.',
    );
  if (name.trim() === '' || name.length > 200 || /\p{Cc}/u.test(name))
    throw new ConfigError(
      `The name ${JSON.stringify(name)} cannot be used.`,
      'Give 1 to 200 characters without control characters.',
    );
  await using opened = await openGatewayStore(address);
  const { store, audit, secrets, now } = opened;
  const expiresAt = days === undefined ? null : now() + days * DAY;
  const { key, row } = newAdminKey({ now, digest: secrets.digest }, { name: name.trim(), role, accounts, expiresAt });
  await store.transaction(async (within) => {
    for (const id of accounts ?? [])
      if ((await within.accounts.get(id)) === undefined)
        throw new ConfigError(
          `There is no integrated account ${JSON.stringify(id)}.`,
          'GET /integrated-account of the gateway lists them.',
        );
    if (!(await within.adminKeys.insert(row)))
      throw new ConfigError(
        `There is an admin key ${JSON.stringify(row.name)} already.`,
        'Give another name, or revoke that one first.',
      );
    await audit.append(within, { ...BY_COMMAND, action: 'admin_key.create', target: row.name, status: 'ok' });
  });
  return `${key}\n${row.name} (${role}) is shown this once; it is stored as a hash.`;
}

/** Ends an admin key by its name or id. */
export async function revokeKey(address: string, name: string): Promise<string> {
  await using opened = await openGatewayStore(address);
  const { store, audit } = opened;
  const keys = await allKeys(store);
  const key = keys.find((one) => one.name === name) ?? keys.find((one) => one.id === name);
  if (key === undefined)
    throw new ConfigError(
      `There is no admin key ${JSON.stringify(name)}.`,
      keys.length === 0 ? 'There are none.' : `There are: ${keys.map((one) => one.name).join(', ')}.`,
    );
  await store.transaction(async (within) => {
    await within.adminKeys.remove(key.id);
    await audit.append(within, { ...BY_COMMAND, action: 'admin_key.delete', target: key.name, status: 'ok' });
  });
  return `${key.name} has ended; a running gateway refuses it within half a second`;
}

interface NewKey {
  readonly name: string;
  readonly role: AdminRole;
  readonly accounts?: readonly string[] | undefined;
  readonly days?: number | undefined;
}

const DAY = 24 * 3_600_000;

async function allKeys({ adminKeys }: Pick<Store, 'adminKeys'>): Promise<AdminKeyRow[]> {
  const keys: AdminKeyRow[] = [];
  let next: string | null | undefined;
  do {
    const page = await adminKeys.list({ limit: 100, ...(next != null && { next_cursor: next }) });
    keys.push(...page.rows);
    next = page.next;
  } while (next !== null);
  return keys;
}

function shown({ digest: _, ...key }: AdminKeyRow) {
  const iso = (time: number | null): string | null => (time === null ? null : new Date(time).toISOString());
  return {
    ...key,
    accounts: accountsOf(key),
    created_at: iso(key.created_at),
    expires_at: iso(key.expires_at),
    last_used_at: iso(key.last_used_at),
  };
}

function day(time: string | null): string {
  return time === null ? '-' : time.slice(0, 16).replace('T', ' ');
}
