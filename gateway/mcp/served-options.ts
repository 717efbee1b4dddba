import { intercom } from '../../intercom/catalog.ts';
import type { Mode } from '../../runtime/catalog/mode.ts';
import { createCode } from '../../runtime/mcp/code.ts';
import { createDiscovery } from '../../runtime/mcp/index.ts';
import type { ServedToolsOptions } from '../../runtime/mcp/served-tools.ts';
import { type ServerConfig, toolsOf } from '../servers/server-config.ts';

/** What servers of a configuration show, over accounts that are called so where they are several; throws {@link InputError} where nothing is left. */
export function servedOptions(config: ServerConfig, accountLabels: readonly string[]): ServedToolsOptions {
  const { confirm, prefix } = config;
  // By a filter, so that no word of them sends a model to a tool that is not served.
  const filter = { methods: toolsOf(config).map(({ name }) => name) };
  return {
    ...{ profile: intercom.profile, catalog: intercom.catalog, filter, confirm, prefix, accountLabels },
    toolbox: TOOLBOXES[config.mode](config),
  };
}

/** What stands in place of a list of all tools. */
const TOOLBOXES = {
  list: () => undefined,
  discovery: ({ confirm }) => createDiscovery({ profile: intercom.profile, from: intercom.catalog, confirm }),
  code: ({ confirm, code_calls: calls }) =>
    createCode({ ...intercom, from: intercom.catalog, confirm, limits: { calls } }),
} satisfies Record<Mode, (config: ServerConfig) => ServedToolsOptions['toolbox']>;
