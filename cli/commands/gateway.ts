import { type CommandUnknownOpts, Option } from '@commander-js/extra-typings';
import { ConfigError } from '../../runtime/value/errors.ts';
import type { ListeningSandbox } from '../../sandbox/index.ts';
import { storeAddress } from '../gateway/store-address.ts';
import { examples } from '../options/examples.ts';
import { originOption } from '../options/http-options.ts';
import { refuseIdle, refuseOthers } from '../options/idle-options.ts';
import { refuseSampleOptions, type SampleFlags, sampleCommand, sandboxPortOption } from '../options/sample-options.ts';
import { storeOption } from '../options/store-option.ts';
import { parseAtLeast, parseList, parsePort } from '../options/value-parsers.ts';
import { createClosers } from '../process/closers.ts';
import { stopOnSignal } from '../process/stop-on-signal.ts';
import { sandboxOptions } from '../workspace/sandbox-options.ts';
import { gatewayAudit } from './gateway-audit.ts';
import { gatewayExport } from './gateway-export.ts';
import { gatewayImport } from './gateway-import.ts';
import { gatewayKeysCommand } from './gateway-keys.ts';
import { gatewayRotateKeys } from './gateway-rotate-keys.ts';
import { gatewaySignInLink } from './gateway-sign-in-link.ts';

const environment = `
Environment:
  GATEWAY_KEYS            id:key,… with keys of 32 bytes in base64; the first encrypts. Beside an SQLite file one is made
  GATEWAY_ADMIN_KEY       the operator's key, long and random; one is made and printed at the first start unless set
  GATEWAY_AUDIT_WEBHOOK_SECRET
                          whsec_ and 24 to 64 bytes in base64, which signs what --audit-webhook sends
  INTERCOM_CLIENT_ID, INTERCOM_CLIENT_SECRET
                          your app at Intercom, to connect workspaces with OAuth
  ACME_BASE_URL           where an API of --api is, in the variable that its description names
  GATEWAY_STORE           the address of the store, where --store would show its password
  Each of these may be in a file: GATEWAY_KEYS_FILE, GATEWAY_ADMIN_KEY_FILE, … name it`;

/** `intercom-mcp gateway` and what it has below; prints where it listens and, the one time that it can, the operator's key. */
export function gateway(): CommandUnknownOpts {
  return sampleCommand('gateway')
    .description('hand out filtered, expiring MCP servers for accounts of Intercom and other APIs, over HTTP')
    .option('--port <port>', 'port to listen on; 0 takes a free one', parsePort, 4020)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .addOption(storeOption())
    .option('--public-url <url>', 'under which clients reach it, such as https://mcp.example.com')
    .addOption(new Option('--allow-host <names>', 'more names under which it is reached').argParser(parseList))
    .addOption(originOption('use its MCP servers, by their URLs or by a login'))
    .addOption(
      new Option(
        '--trusted-proxy <addresses>',
        "proxies whose X-Forwarded-For names the caller, such as 10.0.0.0/8; without it the caller is the socket's",
      ).argParser(parseList),
    )
    .addOption(
      new Option(
        '--api <folder|package>',
        'connect accounts of another API too: the folder that intercom-mcp generate wrote, or a package with one; it may be given several times',
      ).argParser<string[]>((value, others = []) => [...others, value]),
    )
    .option('--no-intercom', 'connect accounts of the APIs of --api alone')
    .option('--sandbox', 'start a sample workspace and connect it as an integrated account')
    .addOption(sandboxPortOption())
    .addOption(
      new Option('--audit <mode>', 'required: no write without its line in the audit log; best-effort: writes go on')
        .choices(['required', 'best-effort'] as const)
        .default('required' as const),
    )
    .option('--audit-webhook <url>', 'send the audit log there, signed with GATEWAY_AUDIT_WEBHOOK_SECRET')
    .option('--audit-days <days>', 'days for which the audit log is kept', parseAtLeast(1), 90)
    .option(
      '--account-limit <requests>',
      'requests that the servers of one account answer in any minute, in each process',
      parseAtLeast(1),
      10_000,
    )
    .option(
      '--address-limit <requests>',
      "requests of one caller's network that are answered in any minute, in each process",
      parseAtLeast(1),
      20_000,
    )
    .option('--connections <number>', 'connections to PostgreSQL', parseAtLeast(1), 10)
    .option('--store-timeout <seconds>', 'seconds that PostgreSQL may take for a statement', parseAtLeast(1), 5)
    .option(
      '--new-admin-key',
      "make and print a new operator's key; the one before it ends in every process over the store",
    )
    .option('--dashboard <folder>', 'serve the built files of another dashboard')
    .option('--no-dashboard', 'serve no dashboard')
    .addOption(
      new Option('--log <level>', 'what is logged on standard error, as JSON')
        .choices(['debug', 'info', 'warn', 'error', 'silent'])
        .default('info'),
    )
    .addHelpText('after', environment)
    .addHelpText(
      'after',
      examples(
        'intercom-mcp gateway --sandbox --store :memory:',
        'intercom-mcp gateway --store postgres://gateway@db/gateway --public-url https://mcp.example.com --host 0.0.0.0',
      ),
    )
    .action(async (flags, command) => {
      const { port, host, store: storeFlag, publicUrl, sandbox, sandboxPort, ...rest } = flags;
      const { allowHost, allowOrigin, trustedProxy, ...limits } = rest;
      const { audit, auditWebhook, auditDays, accountLimit, addressLimit, ...more } = limits;
      const { connections, storeTimeout, newAdminKey, dashboard, log, api: apis, intercom, ...sample } = more;
      if (!intercom && apis === undefined)
        throw new ConfigError('--no-intercom leaves no API.', 'Name others with --api, or leave it out.');
      if (!intercom && sandbox)
        throw new ConfigError(
          '--sandbox is a sample workspace of Intercom.',
          'Leave out one of --sandbox and --no-intercom.',
        );
      if (!sandbox)
        refuseSampleOptions(command, {
          because: 'without --sandbox the gateway has no sample workspace',
          help: 'Add --sandbox to start one and connect it, or leave them out.',
        });
      const store = await storeAddress(storeFlag, command);
      const { engineOf } = await import('../../gateway/store/engines/engine-of.ts');
      if (engineOf(store) === 'sqlite')
        refuseIdle(command, flags, ['connections', 'storeTimeout'], {
          because: 'SQLite runs in this process, without connections',
          help: 'Name a PostgreSQL store with --store, or leave them out.',
        });
      const [{ openGateway }, { connectFirst }, { dashboardLines }, { guide }] = await Promise.all([
        import('../gateway/open-gateway.ts'),
        import('../gateway/connect-first.ts'),
        import('../gateway/dashboard-lines.ts'),
        import('../gateway/guide.ts'),
      ]);
      await using opened = createClosers();
      const workspace = sandbox ? await startWorkspace(sandboxPort, sample) : undefined;
      if (workspace) opened.defer(workspace.close);
      const listening = await openGateway({
        // Named one by one, so that the compiler sees what the gateway is not told.
        port,
        host,
        store,
        publicUrl,
        allowHost,
        allowOrigin,
        trustedProxy,
        audit,
        auditWebhook,
        auditDays,
        accountLimit,
        addressLimit,
        connections,
        storeTimeout,
        newAdminKey,
        dashboard,
        log,
        apis,
        intercom,
        ...(workspace && { addresses: { sandbox: workspace.url }, sample: workspace.url }),
      });
      opened.defer(listening.close);
      stopOnSignal(opened.keep());
      const first =
        workspace &&
        (await connectFirst(listening, {
          region: 'sandbox',
          credential: { access_token: 'sandbox' },
          methods: ['read', 'write'],
        }));
      const { context, createdAdminKey } = listening.gateway;
      console.log(
        guide({
          url: context.publicUrl,
          listens: listening.url,
          adminKey: createdAdminKey,
          isRenewed: newAdminKey === true,
          store,
          sample: workspace?.url,
          first,
          dashboard: await dashboardLines(listening),
        }),
      );
    })
    .hook('preSubcommand', (command) => {
      // `help` shows them, and any other reads these two alone.
      refuseOthers(command, command.opts(), ['store', 'publicUrl'], {
        because: 'they are for the gateway that starts, and this command starts none',
        help: 'Leave them out.',
      });
    })
    .addCommand(gatewayExport())
    .addCommand(gatewayImport())
    .addCommand(gatewayRotateKeys())
    .addCommand(gatewayKeysCommand())
    .addCommand(gatewaySignInLink())
    .addCommand(gatewayAudit());
}

async function startWorkspace(port: number, sample: SampleFlags): Promise<ListeningSandbox> {
  const { openSandbox } = await import('../workspace/open-sandbox.ts');
  return openSandbox(port, sandboxOptions(sample));
}
