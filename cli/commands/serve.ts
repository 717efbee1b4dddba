import { catalog, intercom } from '../../intercom/index.ts';
import { type Client, filterCatalog } from '../../runtime/index.ts';
import { type Confirm, createDiscovery, type McpServerOptions, serveStdio } from '../../runtime/mcp/index.ts';
import { clientFromEnvironment } from '../workspace/client-from-environment.ts';
import type { SandboxFlags } from '../workspace/sandbox-options.ts';
import { stopOnSignal } from '../process/stop-on-signal.ts';

/** Options of `intercom-mcp serve`. */
interface ServeFlags extends SandboxFlags {
  readonly tags?: string[];
  readonly methods?: string[];
  readonly tools?: string[];
  readonly discovery?: boolean;
  readonly confirm?: Confirm;
  readonly region?: string;
  /** A port; true for the usual one. */
  readonly http?: number | true;
  readonly host?: string;
  readonly allowHost?: string[];
  /** The sample workspace in this process, in place of Intercom. */
  readonly sandbox?: boolean;
}

/** The port of `--http` without a number. */
const HTTP_PORT = 4000;

/** `intercom-mcp serve`: MCP on stdin and stdout, or over HTTP; what a person should know goes to standard error. */
export const serve = async (flags: ServeFlags): Promise<void> => {
  const { tags, methods, tools, discovery, confirm, region } = flags;
  const named = methods || tools ? [...(methods ?? []), ...(tools ?? [])] : undefined;
  const kept = filterCatalog(catalog, { tags, methods: named });
  const options: McpServerOptions = {
    ...intercom,
    catalog: kept,
    client: flags.sandbox ? await sandboxClient(flags) : clientFromEnvironment(environmentOf(region)),
    toolbox: discovery ? createDiscovery({ from: catalog, confirm }) : undefined,
    ...(confirm !== undefined && { confirm }),
  };
  const overHttp = flags.http !== undefined;
  if (overHttp) await serveOverHttp(options, flags);
  else stopOnSignal(serveStdio(options).close);
  if (flags.sandbox) console.error('intercom-mcp: on the sample workspace of this process, not on Intercom');
  const found = discovery ? ', found by four others' : '';
  console.error(`intercom-mcp: ${kept.length} tools over ${overHttp ? 'HTTP' : 'stdio'}${found}`);
};

function environmentOf(region: string | undefined): NodeJS.ProcessEnv {
  return { ...process.env, ...(region !== undefined && { INTERCOM_REGION: region }) };
}

/** A client of a sample workspace that lives and ends with this process. */
async function sandboxClient(flags: SandboxFlags): Promise<Client> {
  const [{ createSandbox }, { sandboxOptions, clientOf }] = await Promise.all([
    import('../../sandbox/index.ts'),
    import('../workspace/sandbox-options.ts'),
  ]);
  return clientOf(createSandbox(sandboxOptions(flags)));
}

async function serveOverHttp(options: McpServerOptions, { http, host, allowHost }: ServeFlags): Promise<void> {
  const { ownNames, serveHttp } = await import('../../runtime/mcp/node.ts');
  const server = await serveHttp({
    ...options,
    port: http === true || http === undefined ? HTTP_PORT : http,
    ...(host !== undefined && { host }),
    ...(allowHost !== undefined && { allowedHosts: [...ownNames(host), ...allowHost] }),
  });
  console.log(server.url);
  stopOnSignal(server.close);
}
