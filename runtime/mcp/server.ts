import { Server } from '@modelcontextprotocol/server';
import type { CatalogEntry } from '../catalog/catalog.ts';
import { filterCatalog, type ToolFilter } from '../catalog/filter.ts';
import type { ApiProfile } from '../profile/api-profile.ts';
import { packageVersion } from '../value/package-version.ts';
import { callContext } from './call-context.ts';
import { type CallListedSettings, callListed } from './call-listed.ts';
import type { ListOptions } from './list.ts';
import { servePrompts } from './prompts.ts';
import { serveResources } from './resources.ts';
import { createDirectToolbox, type Toolbox } from './toolbox.ts';

/** Settings of {@link createMcpServer}. */
export interface McpServerOptions extends CallListedSettings, Pick<ListOptions, 'confirm'> {
  /** What is particular about the API: its name, and what its servers say and offer beside the tools. */
  readonly profile: ApiProfile;
  readonly catalog: readonly CatalogEntry[];
  /** Which tools of the catalog are listed and may be called; all of them unless said otherwise. */
  readonly filter?: ToolFilter | undefined;
  /** What the server is called to clients; as the profile says unless said otherwise. */
  readonly name?: string;
  readonly version?: string;
  /** What a client tells its model about the tools as a whole; as the profile says unless said otherwise. */
  readonly instructions?: string | undefined;
  /** Milliseconds for which a client may keep a list. */
  readonly ttlMs?: number;
  /** Serves the tools that the filter keeps in another way than one by one. */
  readonly toolbox?: ((kept: readonly CatalogEntry[]) => Toolbox) | undefined;
}

/** An MCP server for a catalog of tools, for one connection or one request, in either protocol era. */
export function createMcpServer(options: McpServerOptions): Server {
  return mcpServers(options)();
}

/**
 * Makes servers that share everything which does not depend on a connection, so that one for a single request costs
 * next to nothing; each may call tools in a way of its own. Throws {@link InputError} for a filter that keeps nothing.
 */
export function mcpServers({
  profile,
  catalog,
  filter,
  name = profile.serverName ?? `${profile.id}-mcp`,
  version = packageVersion,
  instructions = profile.instructions,
  ttlMs = 300_000,
  toolbox,
  ...rest
}: McpServerOptions): (own?: Partial<CallListedSettings>) => Server {
  const kept = filter === undefined ? catalog : filterCatalog(catalog, filter);
  const served = new Set(kept.map((entry) => entry.name));
  const settings = { ...rest, profile, candidates: rest.candidates ?? ((tool: string) => served.has(tool)) };
  const { confirm } = settings;
  const { workflows = [], guides = [], alwaysLoad } = profile;
  const tools = toolbox?.(kept) ?? createDirectToolbox(kept, { alwaysLoad, confirm });
  const offered = {
    prompts: workflows.filter((workflow) => workflow.tools.every((tool) => served.has(tool))),
    resources: guides.filter((guide) => guide.tools.some((tool) => served.has(tool))),
  };
  const hint = { ttlMs, cacheScope: 'private' as const };

  return (own) => {
    const calling = own === undefined ? settings : { ...settings, ...own };
    const server = new Server(
      { name, version },
      {
        capabilities: {
          tools: {},
          ...(offered.prompts.length > 0 && { prompts: {} }),
          ...(offered.resources.length > 0 && { resources: {} }),
        },
        cacheHints: {
          'server/discover': hint,
          'tools/list': hint,
          'prompts/list': hint,
          'resources/list': hint,
          'resources/templates/list': hint,
          'resources/read': hint,
        },
        ...(instructions !== undefined && { instructions }),
      },
    );
    server.setRequestHandler('tools/list', tools.list);
    server.setRequestHandler('tools/call', ({ params }, context) =>
      callListed(tools, params, callContext(context, server.getClientCapabilities()), calling),
    );
    if (offered.prompts.length > 0) servePrompts(server, offered.prompts);
    if (offered.resources.length > 0) serveResources(server, offered.resources);
    return server;
  };
}
