import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { NO_LOGIN, noApiOption } from '../options/api-option.ts';
import { examples } from '../options/examples.ts';
import { jsonOption } from '../options/json-option.ts';
import { workspaceCommand } from '../options/workspace-options.ts';
import { printJson } from '../output/print-json.ts';

/** `intercom-mcp whoami`: asks Intercom whose token it is that commands use, and says where it comes from. */
export function whoami(): CommandUnknownOpts {
  return workspaceCommand('whoami')
    .addOption(noApiOption(NO_LOGIN))
    .description('show the workspace and the admin of the token that is used, and where that comes from')
    .addOption(jsonOption())
    .addHelpText('after', examples('intercom-mcp whoami', 'intercom-mcp whoami --profile acme --json .workspace.id'))
    .action(async (flags, command) => {
      const [{ whoIs, whoLines }, { chooseWorkspace }] = await Promise.all([
        import('../doctor/who-is.ts'),
        import('../workspace/choose-workspace.ts'),
      ]);
      const known = await whoIs(await chooseWorkspace(command, flags));
      if (flags.json) printJson(known, flags.json);
      else console.log(whoLines(known));
    });
}
