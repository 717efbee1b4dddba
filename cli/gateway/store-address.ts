import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { readSecret } from './read-secret.ts';

/** Environment variable that holds the address of the store, which may have a password in it. */
const STORE_VARIABLE = 'GATEWAY_STORE';

/** Where a command's store is: its `--store`, wherever in the command line that stands, else that of the environment, else the default. */
export async function storeAddress(store: string, command: CommandUnknownOpts): Promise<string> {
  if (command.getOptionValueSourceWithGlobals('store') === 'cli') return store;
  return (await readSecret(STORE_VARIABLE)) ?? store;
}
