import { filterCatalog } from '../runtime/index.ts';
import { catalog, intercom } from '../runtime/intercom.ts';
import { type Confirm, createDiscovery, type McpServerOptions, serveStdio } from '../runtime/mcp/index.ts';
import { clientFromEnvironment } from './environment.ts';

/** Options of `intercom-mcp serve`. */
export interface ServeFlags {
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
}

/** The port of `--http` without a number. */
export const HTTP_PORT = 4000;

/** `intercom-mcp serve`: MCP on stdin and stdout, or over HTTP; what a person should know goes to standard error. */
export const serve = async (flags: ServeFlags): Promise<void> => {
  const { tags, methods, tools, discovery, confirm, region } = flags;
  const named = methods || tools ? [...(methods ?? []), ...(tools ?? [])] : undefined;
  const kept = filterCatalog(catalog, { tags, methods: named });
  const options: McpServerOptions = {
    ...intercom,
    catalog: kept,
    client: clientFromEnvironment({ ...process.env, ...(region !== undefined && { INTERCOM_REGION: region }) }),
    toolbox: discovery ? createDiscovery({ from: catalog, confirm }) : undefined,
    ...(confirm !== undefined && { confirm }),
  };
  const overHttp = flags.http !== undefined;
  if (overHttp) await serveOverHttp(options, flags);
  else stopOnSignal(serveStdio(options).close);
  const found = discovery ? ', found by four others' : '';
  console.error(`intercom-mcp: ${kept.length} tools over ${overHttp ? 'HTTP' : 'stdio'}${found}`);
};

async function serveOverHttp(options: McpServerOptions, { http, host, allowHost }: ServeFlags): Promise<void> {
  const { ownNames, serveHttp } = await import('../runtime/mcp/node.ts');
  const server = await serveHttp({
    ...options,
    port: http === true || http === undefined ? HTTP_PORT : http,
    ...(host !== undefined && { host }),
    ...(allowHost !== undefined && { allowedHosts: [...ownNames(host), ...allowHost] }),
  });
  console.log(server.url);
  stopOnSignal(server.close);
}

/** Ends the process by itself, once nothing is open any more; a second signal ends it at once. */
function stopOnSignal(close: () => Promise<void>): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void close();
      process.once(signal, () => process.exit(1));
    });
  }
}
