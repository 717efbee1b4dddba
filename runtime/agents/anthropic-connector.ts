import type { CatalogEntry } from '../catalog/catalog.ts';
import { filterCatalog, type ToolFilter } from '../catalog/filter.ts';
import type { ApiProfile } from '../profile/api-profile.ts';
import { ConfigError } from '../value/errors.ts';
import {
  type AnthropicToolSearch,
  type AnthropicToolSearchKind,
  anthropicToolSearch,
} from './anthropic-tool-search.ts';

/** An MCP server that the Messages API calls by itself, and which of its tools a model has there. */
export interface AnthropicConnectorOptions {
  readonly profile: Pick<ApiProfile, 'id' | 'alwaysLoad'>;
  readonly catalog: readonly CatalogEntry[];
  /** The server's address, such as that of a gateway's MCP server: https, for Anthropic has to reach it. */
  readonly url: string;
  /** Sent as a bearer token, to a server that asks for one. */
  readonly token?: string | undefined;
  /** Which of the tools that the server lists are offered; all of them unless said otherwise. */
  readonly filter?: ToolFilter | undefined;
  /** What the request calls the server; the API's id unless given. */
  readonly name?: string | undefined;
  /** Lets the model find tools by Anthropic's own tool search: all but a few are loaded when they are found. */
  readonly toolSearch?: AnthropicToolSearchKind | undefined;
}

/** The part of a request to the beta Messages API that lets it call an MCP server. */
export interface AnthropicConnector {
  betas: ['mcp-client-2026-09-15'];
  mcp_servers: [{ type: 'url'; url: string; name: string; authorization_token?: string }];
  tools: (AnthropicToolSearch | AnthropicToolset)[];
}

/** The tools of one MCP server in a request. */
export interface AnthropicToolset {
  type: 'mcp_toolset';
  mcp_server_name: string;
  default_config?: { enabled?: false; defer_loading?: true };
  configs?: Record<string, { enabled?: true; defer_loading?: false }>;
}

/** What makes the Messages API call an MCP server; throws {@link ConfigError} for an address that it cannot reach, {@link InputError} for a filter that keeps nothing. */
export function anthropicConnector({
  profile,
  catalog,
  url,
  token,
  filter,
  name = profile.id,
  toolSearch,
}: AnthropicConnectorOptions): AnthropicConnector {
  if (URL.parse(url)?.protocol !== 'https:')
    throw new ConfigError(
      `The address ${JSON.stringify(url)} does not begin with https.`,
      'Anthropic calls the server from the internet: use its public address, or the tools without MCP.',
    );
  const search = anthropicToolSearch(toolSearch);
  const kept = filter === undefined ? undefined : filterCatalog(catalog, filter).map((tool) => tool.name);
  const atHand = search.length === 0 ? [] : (profile.alwaysLoad ?? []).filter((tool) => kept?.includes(tool) ?? true);
  const config = {
    ...(kept && { enabled: false as const }),
    ...(search.length > 0 && { defer_loading: true as const }),
  };
  const configs = Object.fromEntries(
    [...new Set([...(kept ?? []), ...atHand])].map((tool) => [
      tool,
      { ...(kept && { enabled: true as const }), ...(atHand.includes(tool) && { defer_loading: false as const }) },
    ]),
  );
  return {
    betas: ['mcp-client-2026-09-15'],
    mcp_servers: [{ type: 'url', url, name, ...(token !== undefined && { authorization_token: token }) }],
    tools: [
      ...search,
      {
        type: 'mcp_toolset',
        mcp_server_name: name,
        ...(Object.keys(config).length > 0 && { default_config: config }),
        ...(Object.keys(configs).length > 0 && { configs }),
      },
    ],
  };
}
