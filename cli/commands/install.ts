import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { passedOn, serverCommand } from '../install/server-options.ts';
import { examples } from '../options/examples.ts';
import { refuseIdle } from '../options/idle-options.ts';
import { jsonOption } from '../options/json-option.ts';
import { checkModeOptions } from '../options/mode-options.ts';
import { printJson } from '../output/print-json.ts';

/** `intercom-mcp install --client NAME`: puts the server into a client's settings, which keep all else, and are backed up. */
export function install(): CommandUnknownOpts {
  return serverCommand('install')
    .description('put the server into the settings of Claude Desktop, Claude Code, Cursor, VS Code and others')
    .option('--pin', 'serve the tools of today alone: with others, after an update, the server does not start')
    .option('--project', 'the settings of the project in this folder, not your own')
    .option('--print', 'print what goes into the settings, and write nothing')
    .option('--dry-run', 'say what would be changed, and write nothing')
    .option('--force', 'replace a server of that name that is not this one')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      '\nA token is never written into settings: they name a profile of intercom-mcp login, a variable, or a file of them.',
    )
    .addHelpText(
      'after',
      examples(
        'intercom-mcp install --client claude-desktop',
        'intercom-mcp install --client cursor --tags support --methods read --pin',
        'intercom-mcp install --client vscode --project --discovery --dry-run',
        'intercom-mcp install --client claude-code --profile acme --name acme --print',
        'intercom-mcp install --client claude-desktop --api generated/petstore --variables .env',
      ),
    )
    .action(async (flags, command) => {
      const { client: clientName, project, pin, print, dryRun = false, force = false, json, ...server } = flags;
      const { sandbox, tags, methods, tools, list, maxTokens, discovery, code } = server;
      checkModeOptions({ list, maxTokens, discovery, code });
      if (print)
        refuseIdle(command, flags, ['dryRun', 'force'], { because: '--print writes nothing', help: 'Choose one.' });
      if (sandbox)
        refuseIdle(command, flags, ['profile', 'region'], {
          because: 'with --sandbox the tools call a sample workspace',
          help: 'Leave them out, or --sandbox.',
        });
      const [{ clientOfName }, { serverStart }, { targetFor }, installing, { catalogOf }] = await Promise.all([
        import('../install/clients.ts'),
        import('../install/server-start.ts'),
        import('../install/target-for.ts'),
        import('../install/install-server.ts'),
        import('../tools/catalog-of.ts'),
      ]);
      const named = methods || tools ? [...(methods ?? []), ...(tools ?? [])] : undefined;
      const client = clientOfName(clientName);
      const { api, credentials, title } = await targetFor(client, command, flags);
      const name = command.getOptionValueSource('name') === 'default' ? title : flags.name;
      const { digest } = catalogOf({ tags, methods: named, maxTokens }, api);
      const options = [
        'sandbox',
        'region',
        'apiVersion',
        'baseUrl',
        'tags',
        'methods',
        'tools',
        'list',
        'maxTokens',
        'discovery',
        'code',
        'confirm',
      ] as const;
      const start = serverStart(
        [...credentials.args, ...passedOn(command, options), ...(pin ? ['--expect-catalog', digest] : [])],
        credentials.env,
      );
      const scope = project ? 'project' : 'user';
      const entry = client.kind === 'file' ? client.entry(start) : { ...start };
      const words = client.kind === 'command' ? client.add(name, start, scope) : [];
      const { note } = credentials;
      if (print) {
        const text = installing.snippet(client, name, entry, words);
        if (client.kind === 'file') console.error(`For ${installing.settingsPath(client, scope)}:`);
        if (json) printJson({ client: clientName, name, entry, ...(words.length > 0 && { command: text }) }, json);
        else console.log(text);
      } else {
        const change = { name, scope, dryRun, force } as const;
        const changed =
          client.kind === 'file'
            ? await installing.changeFile(client, entry, change)
            : await installing.runCommand(client, 'add', { args: words, scope, dryRun });
        const text = installing.snippet(client, name, entry, words);
        if (json) printJson({ client: clientName, name, entry, dry_run: dryRun, ...changed }, json);
        else console.log(installing.told(client, changed, { dryRun, text, name }));
      }
      if (note !== undefined) console.error(`intercom-mcp: ${note}`);
    });
}
