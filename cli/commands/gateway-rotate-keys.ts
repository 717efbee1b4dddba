import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { storeAddress } from '../gateway/store-address.ts';
import { examples } from '../options/examples.ts';
import { storeOption } from '../options/store-option.ts';
import { subcommand } from '../options/subcommand.ts';

/** `intercom-mcp gateway rotate-keys`: says how much was encrypted anew. */
export function gatewayRotateKeys(): CommandUnknownOpts {
  return subcommand('gateway', 'rotate-keys')
    .description('encrypt everything that is stored with the first of GATEWAY_KEYS')
    .addOption(storeOption())
    .addHelpText('after', examples('GATEWAY_KEYS=k2:...,k1:... intercom-mcp gateway rotate-keys'))
    .action(async (_flags, command) => {
      const [{ BY_COMMAND }, { rotateKeys }, { openGatewayStore }] = await Promise.all([
        import('../../gateway/audit/audit-entry.ts'),
        import('../../gateway/secrets/rotate-keys.ts'),
        import('../gateway/open-store.ts'),
      ]);
      // It may stand before the name of the command as well.
      const address = await storeAddress(command.optsWithGlobals().store, command);
      await using opened = await openGatewayStore(address);
      const { accounts, settings } = await rotateKeys(opened.store, opened.keyring);
      await opened.audit.record({ ...BY_COMMAND, action: 'keys.rotate', status: 'ok', times: accounts + settings });
      console.log(`${accounts} credentials and ${settings} settings were encrypted with the first key`);
    });
}
