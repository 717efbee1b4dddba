import type { CallToolResult } from '@modelcontextprotocol/server';
import type { CatalogEntry } from '../catalog/catalog.ts';
import { filterCatalog } from '../catalog/filter.ts';
import { CALLERS, chooseTool, FINDERS } from '../discovery/choose-tool.ts';
import { describeAnswer } from '../discovery/describe-answer.ts';
import { callInput, describeInput, readDiscoveryInput, searchInput } from '../discovery/discovery-input.ts';
import { discoveryList } from '../discovery/discovery-list.ts';
import { resourcesOf } from '../discovery/resources-of.ts';
import { searchAnswer } from '../discovery/search-answer.ts';
import { toolIndexOf } from '../discovery/tool-index.ts';
import type { ApiProfile } from '../profile/api-profile.ts';
import { didYouMean } from '../value/nearest.ts';
import { type ListOptions, listTools } from './list.ts';
import { type Resolved, type Toolbox, unknownTool } from './toolbox.ts';

/** Settings of {@link createDiscovery}. */
export interface DiscoveryOptions {
  /** As the server's: descriptions then show how a call is confirmed. */
  readonly confirm?: ListOptions['confirm'] | undefined;
  /** What the served catalogs were filtered from: servers over the same tools share one index then. */
  readonly from?: readonly CatalogEntry[] | undefined;
  /** The API's name, and what its users say for what tools do. */
  readonly profile: Pick<ApiProfile, 'id' | 'name' | 'synonyms'>;
}

/**
 * Puts four tools in place of a catalog, for small contexts: `search_tools`, `describe_tools`, and `call_read_tool` and
 * `call_write_tool` apart, so that what they tell a client about changes stays true. A catalog without writes needs no
 * `call_write_tool`, one without reads no `call_read_tool`.
 */
export function createDiscovery({
  profile,
  from,
  confirm,
}: DiscoveryOptions): (catalog: readonly CatalogEntry[]) => Toolbox {
  return function discovery(catalog) {
    const byName = new Map(catalog.map((entry) => [entry.name, entry]));
    const list = { tools: discoveryList(catalog, profile.name).map((tool) => ({ ...tool, _meta: AT_HAND })) };
    const listed = new Set(list.tools.map(({ name }) => name));

    function search(args: unknown): Resolved {
      const { query, limit = 5, ...filter } = readDiscoveryInput(searchInput, args);
      const allowed = new Set(filterCatalog(catalog, filter).map(({ name }) => name));
      const found = toolIndexOf(from ?? catalog, profile)
        .search(query, allowed)
        .flatMap(({ name }) => byName.get(name) ?? []);
      return answer(searchAnswer(found.slice(0, limit), resourcesOf(catalog)));
    }

    function describe(args: unknown): Resolved {
      const { names } = readDiscoveryInput(describeInput, args);
      const schemaOf = (entry: CatalogEntry) => listTools([entry], confirm && { confirm }).tools[0]?.inputSchema;
      return answer(describeAnswer(names, byName, schemaOf));
    }

    const call = (access: CatalogEntry['access']) => (args: unknown) => {
      const input = readDiscoveryInput(callInput, args);
      return { tool: chooseTool(input.name, access, byName).name, arguments: input.arguments ?? {} };
    };

    const handlers: ReadonlyMap<string, (args: unknown) => Resolved> = new Map([
      [FINDERS.search, search],
      [FINDERS.describe, describe],
      [CALLERS.read, call('read')],
      [CALLERS.write, call('write')],
    ]);

    return {
      list: () => list,
      resolve: (name, args) => {
        const handle = listed.has(name) ? handlers.get(name) : undefined;
        if (handle !== undefined) return handle(args ?? {});
        const hidden = byName.get(name);
        throw unknownTool(name, hidden ? ` Call it with ${CALLERS[hidden.access]}.` : didYouMean(name, listed));
      },
    };
  };
}

/** A client that loads tools on demand would have to search for the search. */
const AT_HAND = { 'anthropic/alwaysLoad': true };

function answer(value: unknown): Resolved {
  const result: CallToolResult = { content: [{ type: 'text', text: JSON.stringify(value) }] };
  return { answer: result };
}
