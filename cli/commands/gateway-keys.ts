import { type CommandUnknownOpts, Option } from '@commander-js/extra-typings';
import { storeAddress } from '../gateway/store-address.ts';
import { examples } from '../options/examples.ts';
import { jsonOption } from '../options/json-option.ts';
import { storeOption } from '../options/store-option.ts';
import { subcommand } from '../options/subcommand.ts';
import { parseAtLeast, parseList } from '../options/value-parsers.ts';
import { printJson } from '../output/print-json.ts';

/** `intercom-mcp gateway keys` and what it has below: admin keys, also where no key opens the API any more. */
export function gatewayKeysCommand(): CommandUnknownOpts {
  return subcommand('gateway', 'keys')
    .description('list, create and revoke admin keys; a running gateway follows within half a second')
    .addCommand(list())
    .addCommand(create())
    .addCommand(revoke());
}

function list(): CommandUnknownOpts {
  return subcommand('gateway', 'keys', 'list')
    .description('list the admin keys')
    .addOption(storeOption())
    .addOption(jsonOption())
    .addHelpText('after', examples('intercom-mcp gateway keys list'))
    .action(async ({ json }, command) => {
      const { keyTable, listKeys } = await import('../gateway/admin-keys.ts');
      const keys = await listKeys(await addressOf(command));
      if (json) printJson(keys, json);
      else console.log(keyTable(keys));
    });
}

function create(): CommandUnknownOpts {
  return subcommand('gateway', 'keys', 'create')
    .description('make an admin key and print it, this once')
    .argument('<name>', 'under which the audit log knows it')
    .addOption(storeOption())
    .addOption(
      new Option('--role <role>', 'admin: everything; operator: some accounts; auditor: reads alone')
        .choices(['admin', 'operator', 'auditor'] as const)
        .default('admin' as const),
    )
    .addOption(new Option('--accounts <ids>', 'the accounts of an operator').argParser(parseList))
    .option('--days <days>', 'days after which it ends; never unless given', parseAtLeast(1))
    .addHelpText(
      'after',
      examples(
        'intercom-mcp gateway keys create "Prometheus" --role auditor',
        'intercom-mcp gateway keys create "Desk EU" --role operator --accounts 2f5c... --days 90',
      ),
    )
    .action(async (name, { role, accounts, days }, command) => {
      const { createKey } = await import('../gateway/admin-keys.ts');
      console.log(await createKey(await addressOf(command), { name, role, accounts, days }));
    });
}

function revoke(): CommandUnknownOpts {
  return subcommand('gateway', 'keys', 'revoke')
    .description('end an admin key')
    .argument('<name>', 'its name or id')
    .addOption(storeOption())
    .addHelpText('after', examples('intercom-mcp gateway keys revoke "Prometheus"'))
    .action(async (name, _flags, command) => {
      const { revokeKey } = await import('../gateway/admin-keys.ts');
      console.log(await revokeKey(await addressOf(command), name));
    });
}

/** The store may be named before the name of the command as well. */
function addressOf(command: CommandUnknownOpts): Promise<string> {
  return storeAddress(String(command.optsWithGlobals().store), command);
}
