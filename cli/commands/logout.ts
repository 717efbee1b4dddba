import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { NO_LOGIN, noApiOption } from '../options/api-option.ts';
import { examples } from '../options/examples.ts';
import { jsonOption } from '../options/json-option.ts';
import { subcommand } from '../options/subcommand.ts';
import { profileOption } from '../options/workspace-options.ts';
import { printJson } from '../output/print-json.ts';

/** `intercom-mcp logout`: forgets a token, which Intercom goes on to take. */
export function logout(): CommandUnknownOpts {
  return subcommand('logout')
    .addOption(noApiOption(NO_LOGIN))
    .description('forget the access token of a profile')
    .addOption(profileOption())
    .addOption(jsonOption())
    .addHelpText('after', examples('intercom-mcp logout --profile acme'))
    .action(async ({ profile, json }) => {
      const { logOut } = await import('../profiles/log-out.ts');
      const done = await logOut(profile ?? (process.env.INTERCOM_PROFILE || undefined));
      if (json) printJson(done, json);
      else {
        const next =
          done.default === null
            ? 'None is used now where none is named.'
            : `${done.default} is used where none is named.`;
        console.log(`The profile ${done.profile} and its token are gone from this machine. ${next}`);
        console.log('Intercom takes the token still: to end it, regenerate it in the Developer Hub.');
      }
    });
}
