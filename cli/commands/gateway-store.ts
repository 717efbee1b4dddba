import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { exportStore } from '../../gateway/backup/export-store.ts';
import { importStore } from '../../gateway/backup/import-store.ts';
import { openStore } from '../../gateway/index.ts';
import { createKeyring } from '../../gateway/secrets/keyring.ts';
import { rotateKeys } from '../../gateway/secrets/rotate-keys.ts';
import { gatewayKeys } from '../gateway/gateway-keys.ts';

interface StoreFlags {
  readonly store: string;
}

/** `intercom-mcp gateway export`: JSON lines on standard output. */
export const exportBackup = async (_: unknown, command: CommandWithOptions): Promise<void> => {
  await using store = await openStore(storeOf(command));
  for await (const line of exportStore(store))
    if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
};

/** `intercom-mcp gateway import`: reads what `export` wrote from standard input, all of it or nothing. */
export const importBackup = async (_: unknown, command: CommandWithOptions): Promise<void> => {
  await using store = await openStore(storeOf(command));
  await importStore(store, createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }));
  console.error('intercom-mcp: the store was filled from the backup');
};

/** `intercom-mcp gateway rotate-keys`: tells how much was encrypted anew. */
export const rotate = async (_: unknown, command: CommandWithOptions): Promise<void> => {
  const address = storeOf(command);
  const keys = await gatewayKeys(address);
  await using store = await openStore(address);
  const { accounts, settings } = await rotateKeys(store, createKeyring(keys));
  console.log(`${accounts} credentials and ${settings} settings were encrypted with the first key`);
};

interface CommandWithOptions {
  readonly optsWithGlobals: () => StoreFlags;
}

/** `--store` may stand before the name of the command or behind it. */
const storeOf = (command: CommandWithOptions): string => command.optsWithGlobals().store;
