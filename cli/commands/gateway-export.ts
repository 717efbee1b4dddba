import { once } from 'node:events';
import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { storeAddress } from '../gateway/store-address.ts';
import { examples } from '../options/examples.ts';
import { storeOption } from '../options/store-option.ts';
import { subcommand } from '../options/subcommand.ts';

/** `intercom-mcp gateway export`: JSON lines on standard output. */
export function gatewayExport(): CommandUnknownOpts {
  return subcommand('gateway', 'export')
    .description('print a backup of the store: credentials stay encrypted, tokens are hashes')
    .addOption(storeOption())
    .addHelpText('after', examples('intercom-mcp gateway export > backup.jsonl'))
    .action(async (_flags, command) => {
      const [{ exportStore }, { BY_COMMAND }, { openGatewayStore }] = await Promise.all([
        import('../../gateway/backup/export-store.ts'),
        import('../../gateway/audit/audit-entry.ts'),
        import('../gateway/open-store.ts'),
      ]);
      // It may stand before the name of the command as well.
      const address = await storeAddress(command.optsWithGlobals().store, command);
      await using opened = await openGatewayStore(address);
      await opened.audit.record({ ...BY_COMMAND, action: 'backup.export', status: 'ok' });
      for await (const line of exportStore(opened.store))
        if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
    });
}
