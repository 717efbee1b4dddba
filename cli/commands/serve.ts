import { type CommandUnknownOpts, Option } from '@commander-js/extra-typings';
import type { CatalogEntry } from '../../runtime/catalog/catalog.ts';
import type { Mode } from '../../runtime/catalog/mode.ts';
import type { ServeOptions } from '../../runtime/mcp/server.ts';
import { catalogPin, expectCatalogOption, onCatalogChangeOption } from '../options/catalog-options.ts';
import { examples } from '../options/examples.ts';
import { methodsOption, tagsOption } from '../options/filter-options.ts';
import {
  checkHttpOptions,
  type HttpFlags,
  insecureOption,
  originOption,
  refuseHttpOptions,
  tokenOption,
} from '../options/http-options.ts';
import { refuseIdle } from '../options/idle-options.ts';
import {
  checkModeOptions,
  codeCallsOption,
  codeOption,
  discoveryOption,
  listOption,
  maxTokensOption,
  modeOf,
} from '../options/mode-options.ts';
import { confirmOption, toolsOption } from '../options/serve-options.ts';
import { parseList, parsePort } from '../options/value-parsers.ts';
import { targetCommand } from '../options/workspace-options.ts';
import { stopOnSignal } from '../process/stop-on-signal.ts';

/** The port of `--http` without a number. */
const HTTP_PORT = 4000;

/** `intercom-mcp serve`: MCP on stdin and stdout, or over HTTP; what a person should know goes to standard error. */
export function serve(): CommandUnknownOpts {
  return targetCommand('serve')
    .description('serve the tools over MCP, on stdin and stdout or over HTTP')
    .addOption(tagsOption())
    .addOption(methodsOption())
    .addOption(toolsOption())
    .addOption(listOption())
    .addOption(maxTokensOption())
    .addOption(discoveryOption())
    .addOption(codeOption())
    .addOption(codeCallsOption())
    .addOption(confirmOption())
    .addOption(expectCatalogOption())
    .addOption(onCatalogChangeOption())
    .option(
      '--prefix <text>',
      'stands before the name of every tool, such as acme_, for clients that mix the tools of several servers',
    )
    .option(
      '--workspace <name>',
      'what clients call the workspace; its own name, which Intercom is asked for, unless given',
    )
    .addOption(
      new Option('--http [port]', 'serve over HTTP; 4000 without a number, 0 takes a free port').argParser(parsePort),
    )
    .option('--host <address>', 'address to listen on with --http', '127.0.0.1')
    .addOption(new Option('--allow-host <names>', 'more names under which --http is reached').argParser(parseList))
    .addOption(originOption('use the tools with --http'))
    .addOption(tokenOption())
    .addOption(insecureOption())
    .addHelpText(
      'after',
      examples(
        'intercom-mcp serve --tags support --methods read',
        'intercom-mcp serve --http 4000 --confirm destructive',
        'intercom-mcp serve --code --methods read,write --confirm write',
        'INTERCOM_MCP_TOKEN=... intercom-mcp serve --http 4000 --host 0.0.0.0',
        'PETSTORE_TOKEN=... intercom-mcp serve --api generated/petstore --methods read --max-tokens 20000',
        'claude mcp add intercom --env INTERCOM_ACCESS_TOKEN=... -- intercom-mcp serve --tags support',
      ),
    )
    .action(async (flags, command) => {
      const { tags, methods, tools, confirm, workspace, prefix, http } = flags;
      const { host, allowHost, allowOrigin, token, insecure } = flags;
      const { list, maxTokens, discovery, code, codeCalls } = flags;
      checkModeOptions({ list, maxTokens, discovery, code, codeCalls });
      if (flags.expectCatalog === undefined)
        refuseIdle(command, flags, ['onCatalogChange'], {
          because: 'without --expect-catalog any tools are served',
          help: 'Add --expect-catalog, or leave it out.',
        });
      if (http === undefined) refuseHttpOptions(command, flags);
      const warning = http === undefined ? undefined : checkHttpOptions({ host, token, insecure, allowOrigin });
      const [
        { filterCatalog },
        { longListWarning },
        budgets,
        { serveStdio },
        { learnAccount },
        { openToolbox },
        choosing,
      ] = await Promise.all([
        import('../../runtime/catalog/filter.ts'),
        import('../../runtime/catalog/long-list.ts'),
        import('../../runtime/catalog/token-budget.ts'),
        import('../../runtime/mcp/stdio.ts'),
        import('../../runtime/mcp/learn-account.ts'),
        import('../../runtime/mcp/open-toolbox.ts'),
        import('../workspace/choose-to-serve.ts'),
      ]);
      const chosen = await choosing.chooseToServe(command, flags);
      const named = methods || tools ? [...(methods ?? []), ...(tools ?? [])] : undefined;
      const { client, api } = chosen;
      const { catalog } = api;
      const kept = filterCatalog(catalog, { tags, methods: named });
      const isOther = flags.api !== undefined;
      const { mode, note } = modeOf({ list, maxTokens, discovery, code }, { isOther, tools: kept.length });
      let listed = kept.length;
      const budget = maxTokens === undefined ? undefined : { tokens: maxTokens, onLeftOut };
      const options: ServeOptions = {
        ...api,
        filter: { tags, methods: named },
        budget,
        client,
        // Of a server of Intercom's tools it is the toolkit's, which they are made for.
        ...(isOther && { version: api.apiVersion }),
        ...(!workspace ? { findAccount: learnAccount({ ...api, client }) } : { account: { label: workspace } }),
        toolbox: await openToolbox(mode, {
          ...api,
          from: catalog,
          confirm,
          limits: { calls: codeCalls },
        }),
        confirm,
        prefix,
        ...catalogPin(flags),
      };
      if (http === undefined) stopOnSignal(serveStdio(options).close);
      else
        await serveOverHttp(options, { port: http === true ? HTTP_PORT : http, host, allowHost, allowOrigin, token });
      if (warning !== undefined) console.error(`intercom-mcp: warning: ${warning}`);
      if (chosen.about !== undefined) console.error(`intercom-mcp: ${chosen.about}`);
      const long = longListWarning(listed, '--tags, --methods, --tools, --max-tokens, --discovery or --code');
      if (mode === 'list' && long !== undefined) console.error(`intercom-mcp: warning: ${long}`);
      if (note !== undefined) console.error(`intercom-mcp: ${note}`);
      console.error(`intercom-mcp: ${listed} tools over ${http === undefined ? 'stdio' : 'HTTP'}${FOUND[mode]}`);

      function onLeftOut(left: readonly CatalogEntry[]): void {
        listed = kept.length - left.length;
        console.error(`intercom-mcp: warning: ${budgets.tellLeftOut(left, maxTokens ?? 0)}`);
      }
    });
}

const FOUND = { list: '', discovery: ', found by four others', code: ', called by programs' } satisfies Record<
  Mode,
  string
>;

async function serveOverHttp(
  options: ServeOptions,
  { port, host, allowHost = [], allowOrigin = [], token }: HttpFlags & { port: number },
): Promise<void> {
  const { ownNames, serveHttp } = await import('../../runtime/mcp/node.ts');
  const hosts = [...ownNames(host), ...allowHost];
  const server = await serveHttp({
    ...options,
    port,
    host,
    token,
    allowedHosts: hosts,
    allowedOrigins: [...hosts, ...allowOrigin],
  });
  console.log(server.url);
  stopOnSignal(server.close);
}
