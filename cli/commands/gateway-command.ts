import { Command, Option } from 'commander';
import { atLeast, examples, list, port, run, withSampleOptions } from '../options/options.ts';

const store = (): Option =>
  new Option('--store <file|url>', 'an SQLite file, or postgres://… for several processes').default(
    'intercom-gateway.db',
  );

const HELP = `
Environment:
  GATEWAY_KEYS            id:key,… with keys of 32 bytes in base64; the first encrypts. Beside an SQLite file one is made
  GATEWAY_ADMIN_KEY       the operator's key; one is made and printed at the first start unless set
  INTERCOM_CLIENT_ID, INTERCOM_CLIENT_SECRET
                          your app at Intercom, to connect workspaces with OAuth
`;

/** `intercom-mcp gateway` and what it has below. */
export const gatewayCommand = (): Command => {
  const command = withSampleOptions(new Command('gateway'))
    .description('hand out filtered, expiring MCP servers for many workspaces, over HTTP')
    .option('--port <port>', 'port to listen on; 0 takes a free one', port, 4020)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .addOption(store())
    .option('--public-url <url>', 'under which clients reach it, such as https://mcp.example.com')
    .addOption(new Option('--allow-host <names>', 'more names under which it is reached').argParser(list))
    .option('--sandbox', 'start a sample workspace and connect it as an integrated account')
    .option('--sandbox-port <port>', 'port of the sample workspace; 0 takes a free one', port, 4010)
    .option('--audit-days <days>', 'days for which the audit log is kept', atLeast(1), 90)
    .option('--connections <number>', 'connections to PostgreSQL', atLeast(1), 10)
    .option('--new-admin-key', "make and print a new operator's key")
    .addOption(
      new Option('--log <level>', 'what is logged on standard error, as JSON')
        .choices(['debug', 'info', 'warn', 'error', 'silent'])
        .default('info'),
    )
    .addHelpText('after', HELP)
    .addHelpText(
      'after',
      examples(
        'intercom-mcp gateway --sandbox --store :memory:',
        'intercom-mcp gateway --store postgres://gateway@db/gateway --public-url https://mcp.example.com --host 0.0.0.0',
      ),
    )
    .action(run(async () => (await import('./gateway.ts')).gateway));
  command
    .command('export')
    .description('print a backup of the store: credentials stay encrypted, tokens are hashes')
    .addOption(store())
    .addHelpText('after', examples('intercom-mcp gateway export > backup.jsonl'))
    .action(run(async () => (await import('./gateway-store.ts')).exportBackup));
  command
    .command('import')
    .description('fill an empty store from a backup on standard input; it needs the same GATEWAY_KEYS')
    .addOption(store())
    .addHelpText('after', examples('intercom-mcp gateway import --store postgres://gateway@db/gateway < backup.jsonl'))
    .action(run(async () => (await import('./gateway-store.ts')).importBackup));
  command
    .command('rotate-keys')
    .description('encrypt everything that is stored with the first of GATEWAY_KEYS')
    .addOption(store())
    .addHelpText('after', examples('GATEWAY_KEYS=k2:...,k1:... intercom-mcp gateway rotate-keys'))
    .action(run(async () => (await import('./gateway-store.ts')).rotate));
  return command;
};
