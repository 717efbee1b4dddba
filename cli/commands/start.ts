import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { NO_START, noApiOption } from '../options/api-option.ts';
import { examples } from '../options/examples.ts';
import { sandboxPortOption } from '../options/sample-options.ts';
import { parsePort } from '../options/value-parsers.ts';
import { workspaceCommand } from '../options/workspace-options.ts';
import { createClosers } from '../process/closers.ts';
import { listenNear } from '../process/listen-near.ts';
import { stopOnSignal } from '../process/stop-on-signal.ts';
import { stopWithParent } from '../process/stop-with-parent.ts';
import { sandboxOptions } from '../workspace/sandbox-options.ts';

/**
 * `intercom-mcp start`: the tools over HTTP on 127.0.0.1, and a gateway beside them that keeps nothing, over a sample
 * workspace unless there is an access token; prints how to connect. Ports that nobody named and that are taken are left for
 * the next ones. In a checkout it generates the tools first, where they are out of date.
 */
export function start(): CommandUnknownOpts {
  return workspaceCommand('start')
    .addOption(noApiOption(NO_START))
    .description(
      'start everything on this machine: a sample workspace, unless there is a token, the tools over HTTP, and a gateway',
    )
    .option('--port <port>', 'port of the MCP server; 0 takes a free one', parsePort, 4000)
    .addOption(sandboxPortOption())
    .option('--gateway-port <port>', 'port of the gateway; 0 takes a free one', parsePort, 4020)
    .addHelpText(
      'after',
      examples('intercom-mcp start', 'intercom-mcp start --port 0 --sandbox-port 0 --gateway-port 0 --scale 10'),
    )
    .action(async (flags, command) => {
      const { port, sandboxPort, gatewayPort } = flags;
      const wanted = portsOf({ port, sandboxPort, gatewayPort }, command);
      const { chooseOrStart } = await import('../start/choose-or-start.ts');
      const chosen = await chooseOrStart(command, flags);
      const { refreshGenerated } = await import('../start/refresh-generated.ts');
      await refreshGenerated();
      // Only now, so that what was generated is what is loaded.
      const [
        { connectWorkspace },
        { serveHttp },
        { learnAccount },
        { apiOf },
        { openGateway },
        { connectFirst },
        { dashboardLines },
        { guide },
      ] = await Promise.all([
        import('../start/connect-workspace.ts'),
        import('../../runtime/mcp/node.ts'),
        import('../../runtime/mcp/index.ts'),
        import('../workspace/api-of.ts'),
        import('../gateway/open-gateway.ts'),
        import('../gateway/connect-first.ts'),
        import('../gateway/dashboard-lines.ts'),
        import('../start/guide.ts'),
      ]);
      await using opened = createClosers();
      const version = chosen?.version ?? flags.apiVersion;
      const api = await apiOf(version);
      const workspace = await connectWorkspace(chosen, {
        version,
        wanted: wanted.sandbox,
        options: sandboxOptions(flags),
      });
      opened.defer(workspace.close);
      const { client } = workspace;
      const findAccount = learnAccount({ ...api, client });
      const server = await listenNear(wanted.server, (port) => serveHttp({ ...api, client, findAccount, port }));
      opened.defer(server.close);
      const gateway = await listenNear(wanted.gateway, (port) =>
        openGateway({ port, store: ':memory:', log: 'warn', ...workspace.gateway }),
      );
      opened.defer(gateway.close);
      const first = await connectFirst(gateway, workspace.account);
      const dashboard = await dashboardLines(gateway);
      console.log(guide({ url: server.url, tools: api.catalog.length, workspace, gateway, first, dashboard }));
      const stop = opened.keep();
      stopOnSignal(stop);
      stopWithParent(stop);
    });
}

interface Ports {
  readonly port: number;
  readonly sandboxPort: number;
  readonly gatewayPort: number;
}

/** The ports to listen on, and which of them somebody named. */
function portsOf({ port, sandboxPort, gatewayPort }: Ports, command: CommandUnknownOpts) {
  const isNamed = (name: keyof Ports): boolean => command.getOptionValueSource(name) === 'cli';
  return {
    server: { port, what: 'MCP server', isNamed: isNamed('port') },
    sandbox: { port: sandboxPort, what: 'sample workspace', isNamed: isNamed('sandboxPort') },
    gateway: { port: gatewayPort, what: 'gateway', isNamed: isNamed('gatewayPort') },
  };
}
