import { type CatalogChangedError, changedFrom } from '../../runtime/catalog/catalog-pin.ts';
import { mcpServers } from '../../runtime/mcp/index.ts';
import { keepRecent } from '../../runtime/value/keep-recent.ts';
import type { ServedAccounts } from '../servers/accounts-of-tools.ts';
import type { ServedApi } from '../servers/served-api.ts';
import { readServerConfig, type ServerConfig } from '../servers/server-config.ts';
import { servedOptions } from './served-options.ts';

/** What a configuration comes to: how it is enforced, and servers that show its tools. */
export interface View {
  readonly config: ServerConfig;
  readonly servers: ReturnType<typeof mcpServers>;
  /** The tools that it could show. */
  readonly api: ServedApi;
  /** Its accounts where they are several. */
  readonly served: ServedAccounts;
  /** How the tools differ from those that the configuration expects; undefined where they do not. */
  readonly changed: CatalogChangedError | undefined;
}

/** Configurations whose tools are kept ready: most servers of a gateway share a few. */
const READY = 500;

/**
 * Makes the view of a stored configuration over the tools of its accounts; equal ones
 * share theirs, so that a call costs the same with any number of servers.
 */
export function createViews(now: () => number): (config: string, accounts: ServedAccounts, api: ServedApi) => View {
  const ready = keepRecent<View>(READY);

  function make(json: string, served: ServedAccounts, api: ServedApi): View {
    const config = readServerConfig(json);
    const { loadTool } = api;
    // A call is made with the client of its server.
    const client = { exchange: nobody };
    const servers = mcpServers({ ...servedOptions(config, served, api, now), loadTool, client });
    const { expected_catalog: expected } = config;
    const changed = expected === undefined ? undefined : changedFrom(expected, servers.catalog());
    return { config, servers, api, served, changed };
  }

  return (json, accounts, api) => ready(JSON.stringify([json, api.key, accounts.key]), () => make(json, accounts, api));
}

async function nobody(): Promise<never> {
  throw new Error('a server of the gateway was made without its account');
}
