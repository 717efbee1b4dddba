import { type CommandUnknownOpts, Option } from '@commander-js/extra-typings';
import { storeAddress } from '../gateway/store-address.ts';
import { examples } from '../options/examples.ts';
import { storeOption } from '../options/store-option.ts';
import { subcommand } from '../options/subcommand.ts';

/** Where a gateway listens that was started without options. */
const USUAL_URL = 'http://127.0.0.1:4020';

/** `intercom-mcp gateway sign-in-link`: a link that opens the dashboard, for those who lost theirs. */
export function gatewaySignInLink(): CommandUnknownOpts {
  return subcommand('gateway', 'sign-in-link')
    .description('make a link that signs in to the dashboard, once within ten minutes; also while the gateway runs')
    .option('--key <name>', 'the admin key that it signs in by; the first one unless given')
    .addOption(new Option('--public-url <url>', `where browsers reach the gateway; ${USUAL_URL} unless given`))
    .addOption(storeOption())
    .addHelpText(
      'after',
      examples(
        'intercom-mcp gateway sign-in-link',
        'intercom-mcp gateway sign-in-link --key "Desk EU" --public-url https://mcp.example.com',
      ),
    )
    .action(async ({ key }, command) => {
      const { makeSignInLink } = await import('../gateway/sign-in-link.ts');
      // They may stand before the name of the command as well.
      const { store, publicUrl = USUAL_URL } = command.optsWithGlobals();
      console.log(await makeSignInLink(await storeAddress(store, command), { key, publicUrl }));
    });
}
