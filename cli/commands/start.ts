import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { examples } from '../options/examples.ts';
import { refuseSampleOptions, sampleCommand, sandboxPortOption } from '../options/sample-options.ts';
import { parsePort } from '../options/value-parsers.ts';
import { stopOnSignal } from '../process/stop-on-signal.ts';
import { sandboxOptions } from '../workspace/sandbox-options.ts';

/**
 * `intercom-mcp start`: the tools over HTTP on 127.0.0.1, and a gateway beside them that keeps nothing, over a sample
 * workspace unless the environment has an access token; prints how to connect. In a checkout it generates the tools
 * first, where they are out of date.
 */
export function start(): CommandUnknownOpts {
  return sampleCommand('start')
    .description(
      'start everything on this machine: a sample workspace, unless a token is set, the tools over HTTP, and a gateway',
    )
    .option('--port <port>', 'port of the MCP server; 0 takes a free one', parsePort, 4000)
    .addOption(sandboxPortOption())
    .option('--gateway-port <port>', 'port of the gateway; 0 takes a free one', parsePort, 4020)
    .addHelpText(
      'after',
      examples('intercom-mcp start', 'intercom-mcp start --port 0 --sandbox-port 0 --gateway-port 0 --scale 10'),
    )
    .action(async ({ port, sandboxPort, gatewayPort, ...sample }, command) => {
      if (process.env.INTERCOM_ACCESS_TOKEN)
        refuseSampleOptions(command, {
          because: 'INTERCOM_ACCESS_TOKEN is set, and the tools use its workspace',
          help: 'Unset INTERCOM_ACCESS_TOKEN for a sample workspace, or leave them out.',
        });
      const { refreshGenerated } = await import('../start/refresh-generated.ts');
      await refreshGenerated();
      // Only now, so that what was generated is what is loaded.
      const [
        { connectWorkspace },
        { serveHttp },
        { learnAccount },
        { catalog, intercom },
        { openGateway },
        { connectFirst },
        { dashboardLines },
        { guide },
      ] = await Promise.all([
        import('../start/connect-workspace.ts'),
        import('../../runtime/mcp/node.ts'),
        import('../../runtime/mcp/index.ts'),
        import('../../intercom/catalog.ts'),
        import('../gateway/open-gateway.ts'),
        import('../gateway/connect-first.ts'),
        import('../gateway/dashboard-lines.ts'),
        import('../start/guide.ts'),
      ]);
      await using opened = new AsyncDisposableStack();
      const workspace = await connectWorkspace({ port: sandboxPort, options: sandboxOptions(sample) });
      opened.defer(workspace.close);
      const { client } = workspace;
      const findAccount = learnAccount({ ...intercom, client });
      const server = await serveHttp({ ...intercom, client, findAccount, port });
      opened.defer(server.close);
      const gateway = await openGateway({ port: gatewayPort, store: ':memory:', log: 'warn', ...workspace.gateway });
      opened.defer(gateway.close);
      const first = await connectFirst(gateway, workspace.account);
      const dashboard = await dashboardLines(gateway);
      console.log(guide({ url: server.url, tools: catalog.length, workspace, gateway, first, dashboard }));
      const everything = opened.move();
      stopOnSignal(() => everything.disposeAsync());
    });
}
