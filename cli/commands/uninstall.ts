import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { clientOption, nameOption } from '../install/server-options.ts';
import { examples } from '../options/examples.ts';
import { jsonOption } from '../options/json-option.ts';
import { subcommand } from '../options/subcommand.ts';
import { printJson } from '../output/print-json.ts';

/** `intercom-mcp uninstall --client NAME`: takes the server out of a client's settings again. */
export function uninstall(): CommandUnknownOpts {
  return subcommand('uninstall')
    .description('take the server out of the settings of a client')
    .addOption(clientOption())
    .addOption(nameOption())
    .option('--project', 'the settings of the project in this folder, not your own')
    .option('--dry-run', 'say what would be changed, and write nothing')
    .option('--force', 'take a server of that name out that is not this one')
    .addOption(jsonOption())
    .addHelpText('after', examples('intercom-mcp uninstall --client cursor'))
    .action(async ({ client: clientName, name, project, dryRun = false, force = false, json }) => {
      const [{ clientOfName }, { changeFile, runCommand, told }] = await Promise.all([
        import('../install/clients.ts'),
        import('../install/install-server.ts'),
      ]);
      const client = clientOfName(clientName);
      const scope = project ? 'project' : 'user';
      const change = { name, scope, dryRun, force } as const;
      const changed =
        client.kind === 'file'
          ? await changeFile(client, undefined, change)
          : await runCommand(client, 'remove', { args: client.remove(name, scope), scope, dryRun });
      if (json) printJson({ client: clientName, name, dry_run: dryRun, ...changed }, json);
      else console.log(told(client, changed, { dryRun, text: '', name }));
    });
}
