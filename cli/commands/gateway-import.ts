import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { storeAddress } from '../gateway/store-address.ts';
import { examples } from '../options/examples.ts';
import { storeOption } from '../options/store-option.ts';
import { subcommand } from '../options/subcommand.ts';
import { readLines } from '../process/read-lines.ts';

/** `intercom-mcp gateway import`: reads what `export` wrote from standard input, all of it or nothing. */
export function gatewayImport(): CommandUnknownOpts {
  return subcommand('gateway', 'import')
    .description('fill an empty store from a backup on standard input; it needs the same GATEWAY_KEYS')
    .addOption(storeOption())
    .addHelpText('after', examples('intercom-mcp gateway import --store postgres://gateway@db/gateway < backup.jsonl'))
    .action(async (_flags, command) => {
      const { fillStore } = await import('../gateway/fill-store.ts');
      // It may stand before the name of the command as well.
      const address = await storeAddress(command.optsWithGlobals().store, command);
      await fillStore(address, readLines(process.stdin));
      console.error('intercom-mcp: the store was filled from the backup');
    });
}
