import { intercom } from '../../intercom/catalog.ts';
import { createDiscovery, mcpServers } from '../../runtime/mcp/index.ts';
import { readServerConfig, type ServerConfig, toolsOf } from '../servers/server-config.ts';

/** What a configuration comes to: how it is enforced, and servers that show its tools. */
export interface View {
  readonly config: ServerConfig;
  readonly servers: ReturnType<typeof mcpServers>;
}

/** Configurations whose tools are kept ready: most servers of a gateway share a few. */
const READY = 500;

/** Makes the view of a stored configuration, over accounts that are called so where they are several; equal ones share theirs, so that a call costs the same with any number of servers. */
export function createViews(): (config: string, accountLabels: readonly string[]) => View {
  const ready = new Map<string, View>();

  function make(json: string, accountLabels: readonly string[]): View {
    const config = readServerConfig(json);
    const { confirm } = config;
    const servers = mcpServers({
      ...intercom,
      catalog: toolsOf(config),
      confirm,
      prefix: config.prefix,
      accountLabels,
      // A call is made with the client of its server.
      client: { exchange: nobody },
      toolbox: config.discovery
        ? createDiscovery({ profile: intercom.profile, from: intercom.catalog, confirm })
        : undefined,
    });
    return { config, servers };
  }

  return (json, accountLabels) => {
    const key = JSON.stringify([json, ...accountLabels]);
    const known = ready.get(key);
    // The least recently used one is the first of the map.
    if (known !== undefined) ready.delete(key);
    const view = known ?? make(json, accountLabels);
    ready.set(key, view);
    for (const oldest of ready.keys()) {
      if (ready.size <= READY) break;
      ready.delete(oldest);
    }
    return view;
  };
}

async function nobody(): Promise<never> {
  throw new Error('a server of the gateway was made without its account');
}
