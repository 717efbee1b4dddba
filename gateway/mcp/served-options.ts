import type { Mode } from '../../runtime/catalog/mode.ts';
import { createCode } from '../../runtime/mcp/code.ts';
import { createDiscovery } from '../../runtime/mcp/index.ts';
import type { ServedToolsOptions } from '../../runtime/mcp/served-tools.ts';
import type { ServedAccounts } from '../servers/accounts-of-tools.ts';
import type { ServedApi } from '../servers/served-api.ts';
import { type ServerConfig, storedTools } from '../servers/server-config.ts';

/** What servers of a configuration show of these tools, over these accounts where they are several. */
export function servedOptions(
  config: ServerConfig,
  { labels, labelsOf }: ServedAccounts,
  api: ServedApi,
  now?: () => number,
): ServedToolsOptions {
  const { confirm, prefix } = config;
  // By a filter, so that no word of them sends a model to a tool that is not served.
  const methods = storedTools(config, api.catalog).map(({ name }) => name);
  // A filter has to keep something, and another version may have nothing that was chosen.
  const kept = methods.length > 0 ? { catalog: api.catalog, filter: { methods } } : { catalog: [] };
  return {
    ...{ profile: api.profile, ...kept, confirm, prefix, now },
    ...{ accountLabels: labels, labelsOf },
    toolbox: TOOLBOXES[config.mode](config, { ...api, now }),
  };
}

/** What stands in place of a list of all tools. */
const TOOLBOXES = {
  list: () => undefined,
  discovery: ({ confirm }, { profile, catalog: from }) => createDiscovery({ profile, from, confirm }),
  code: ({ confirm, code_calls: calls }, { profile, catalog: from, answerTypes, now }) =>
    createCode({ profile, from, answerTypes, confirm, now, limits: { calls } }),
} satisfies Record<
  Mode,
  (config: ServerConfig, api: ServedApi & { readonly now: (() => number) | undefined }) => ServedToolsOptions['toolbox']
>;
