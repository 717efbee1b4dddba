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
      const [{ openStore }, { createKeyring }, { rotateKeys }, { gatewayKeys }] = await Promise.all([
        import('../../gateway/index.ts'),
        import('../../gateway/secrets/keyring.ts'),
        import('../../gateway/secrets/rotate-keys.ts'),
        import('../gateway/gateway-keys.ts'),
      ]);
      // It may stand before the name of the command as well.
      const address = await storeAddress(command.optsWithGlobals().store, command);
      const keys = await gatewayKeys(address);
      await using store = await openStore(address);
      const { accounts, settings } = await rotateKeys(store, createKeyring(keys));
      console.log(`${accounts} credentials and ${settings} settings were encrypted with the first key`);
    });
}
