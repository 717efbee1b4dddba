import type { Tool } from '../tool/tool.ts';
import { ConfigError } from '../value/errors.ts';
import { didYouMean } from '../value/nearest.ts';
import { checkBaseUrl, described, isLoopback, resolveBaseUrl } from './endpoint.ts';
import { checkVariables } from './fill-address.ts';
import type { Reached, Whereabouts } from './whereabouts.ts';

/** Where a person wants to reach an API, and the servers beside its own that some tools are at. */
export interface ServerOptions extends Whereabouts {
  /** Addresses in place of those servers, by the address that the description has. */
  readonly servers?: Readonly<Record<string, string>> | undefined;
}

/** Where the calls of one client go. */
export interface Servers {
  /** The API's own address, without a slash at its end. */
  readonly baseUrl: URL;
  /** The base URL of a tool's calls; throws {@link ConfigError}. */
  readonly of: (tool: Pick<Tool, 'name' | 'server'>) => URL;
  /** The address at which tokens are to be had; throws {@link ConfigError}. */
  readonly tokenUrl: (address: string, isOwn: boolean) => URL;
}

/**
 * The addresses of a client. A `baseUrl` replaces the API's own address alone: what the description has at other servers stays
 * there, unless `servers` replaces them as well. Throws {@link ConfigError} for an address that cannot be used.
 */
export function openServers({ servers: replaced = {}, ...whereabouts }: ServerOptions, reached: Reached): Servers {
  const { name, connection } = reached;
  const baseUrl = resolveBaseUrl(whereabouts, reached);
  checkVariables(whereabouts.variables, reached);
  checkReplaced(replaced, reached);
  const region = whereabouts.region ?? connection.defaultRegion;
  const known = new Map<string, URL>();

  function resolve(server: string, tool: string): URL {
    const own = Object.hasOwn(replaced, server) ? replaced[server] : undefined;
    if (own !== undefined) return checkBaseUrl(own, whereabouts);
    const other =
      connection.servers && Object.hasOwn(connection.servers, server) ? connection.servers[server] : undefined;
    const { addresses = {}, environment } = other ?? {};
    const address =
      (region !== undefined && Object.hasOwn(addresses, region) ? addresses[region] : undefined) ?? server;
    const url = checkBaseUrl(described(absolute(address), whereabouts, reached), whereabouts);
    const variable = environment === undefined ? '' : `, for example from ${environment}`;
    refuseLeaving(url, tool, `Give its address as well: servers[${JSON.stringify(server)}]${variable}.`);
    return url;
  }

  /** What has no host is below that of the API. */
  function absolute(address: string): string {
    return /^(?:[a-z][a-z\d+.-]*:)?\/\//i.test(address)
      ? address.replace(/^\/\//, 'https://')
      : baseUrl.origin + (address.startsWith('/') ? address : `/${address}`);
  }

  /** A stand-in on this machine must not lead to the real API in silence. */
  function refuseLeaving({ hostname, host }: URL, what: string, help: string): void {
    if (whereabouts.baseUrl === undefined || !isLoopback(baseUrl.hostname) || isLoopback(hostname)) return;
    throw new ConfigError(`baseUrl is on this machine, and ${what} of ${name} is at ${host}.`, help);
  }

  return {
    baseUrl,
    of: ({ name: tool, server }) => {
      if (server === undefined) return baseUrl;
      const url = known.get(server) ?? resolve(server, tool);
      known.set(server, url);
      return url;
    },
    tokenUrl: (address, isOwn) => {
      const url = new URL(described(absolute(address), whereabouts, reached));
      if (!isOwn)
        refuseLeaving(
          url,
          'the token endpoint',
          'Give the address of a token endpoint with the client id and secret: tokenUrl.',
        );
      return url;
    },
  };
}

function checkReplaced(replaced: Readonly<Record<string, string>>, { name, connection }: Reached): void {
  if (connection.servers === undefined) return;
  const names = Object.keys(connection.servers);
  const unknown = Object.keys(replaced).find((server) => !names.includes(server));
  if (unknown === undefined) return;
  throw new ConfigError(
    `No tool of ${name} is at the server ${JSON.stringify(unknown)}.${didYouMean(unknown, names)}`,
    `Tools are at ${names.join(', ')}.`,
  );
}
