import { intercom } from '../../intercom/catalog.ts';
import { createDiscovery } from '../../runtime/mcp/index.ts';
import type { ServedToolsOptions } from '../../runtime/mcp/served-tools.ts';
import { type ServerConfig, toolsOf } from '../servers/server-config.ts';

/** What servers of a configuration show, over accounts that are called so where they are several; throws {@link InputError} where nothing is left. */
export function servedOptions(config: ServerConfig, accountLabels: readonly string[]): ServedToolsOptions {
  const { confirm, prefix } = config;
  return {
    ...{ profile: intercom.profile, catalog: toolsOf(config), confirm, prefix, accountLabels },
    toolbox: config.discovery
      ? createDiscovery({ profile: intercom.profile, from: intercom.catalog, confirm })
      : undefined,
  };
}
