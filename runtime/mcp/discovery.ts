import type { CallToolResult } from '@modelcontextprotocol/server';
import type { CatalogEntry } from '../catalog/catalog.ts';
import { filterCatalog } from '../catalog/filter.ts';
import { CALLERS, chooseTool, FINDERS, ownName } from '../discovery/choose-tool.ts';
import { describeAnswer } from '../discovery/describe-answer.ts';
import { describeInput, readCall, readDiscoveryInput, searchInput } from '../discovery/discovery-input.ts';
import { discoveryList } from '../discovery/discovery-list.ts';
import { resourcesOf } from '../discovery/resources-of.ts';
import { searchAnswer } from '../discovery/search-answer.ts';
import { signaturesOf } from '../discovery/signatures.ts';
import { taskExamples } from '../discovery/task-examples.ts';
import { toolIndexOf } from '../discovery/tool-index.ts';
import { withoutWeak } from '../discovery/without-weak.ts';
import type { ApiProfile } from '../profile/api-profile.ts';
import { didYouMean } from '../value/nearest.ts';
import { needsConfirmation } from './confirm-call.ts';
import { AT_HAND, type ListOptions } from './list.ts';
import { type Resolved, type Toolbox, unknownTool } from './toolbox.ts';

/** Settings of {@link createDiscovery}. */
export interface DiscoveryOptions {
  /** As the server's: the caller of writes then says how a call is confirmed. */
  readonly confirm?: ListOptions['confirm'] | undefined;
  /** What the served catalogs were filtered from: servers over the same tools share one index then. */
  readonly from?: readonly CatalogEntry[] | undefined;
  /** The API's name, and what its users say for what tools do. */
  readonly profile: Pick<ApiProfile, 'id' | 'name' | 'examples' | 'synonyms' | 'sayings' | 'alwaysLoad'>;
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
    const signatures = signaturesOf(from ?? catalog);
    const asksConsent = catalog.some((entry) => needsConfirmation(entry, confirm ?? 'never'));
    const shown = discoveryList(catalog, {
      ...{ api: profile.name, examples: taskExamples(profile, catalog) },
      ...{ common: signatures.common, asksConsent },
    });
    // A client that loads tools on demand would have to search for the search.
    const list = { tools: shown.map((tool) => ({ ...tool, _meta: AT_HAND })) };
    const listed = new Set(list.tools.map(({ name }) => name));

    function search(args: unknown): Resolved {
      const { query, limit = 5, ...filter } = readDiscoveryInput(searchInput, args);
      const allowed = new Set(filterCatalog(catalog, filter).map(({ name }) => name));
      const found = withoutWeak(toolIndexOf(from ?? catalog, profile).search(query, allowed));
      const entries = found.slice(0, limit).flatMap(({ entry }) => byName.get(entry.name) ?? []);
      return answer(searchAnswer(entries, resourcesOf(catalog), signatures));
    }

    function describe(args: unknown): Resolved {
      const { names } = readDiscoveryInput(describeInput, args);
      return answer(describeAnswer(names, byName, signatures));
    }

    const call = (access: CatalogEntry['access']) => (args: unknown) => {
      const input = readCall(args);
      const chosen = chooseTool(input.name, access, byName);
      const note = [chosen.note, input.note].filter((said) => said !== undefined).join(' ');
      return { tool: chosen.tool, arguments: input.arguments, ...(note !== '' && { note }) };
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
        // The filter decides, and a consent that calls need is asked for in every way of calling. A client that goes by
        // names has not seen this one, and has to take it for one that may destroy (the protocol's default).
        const found = byName.get(name);
        if (found !== undefined) return { ...ownName(found), arguments: args };
        throw unknownTool(name, didYouMean(name, listed));
      },
    };
  };
}

function answer(text: string): Resolved {
  const result: CallToolResult = { content: [{ type: 'text', text }] };
  return { answer: result };
}
