import * as z from 'zod';
import { catalog } from '../../../../intercom/catalog.ts';
import { intercomProfile } from '../../../../intercom/profile.ts';
import { filterCatalog, type ToolFilter } from '../../../../runtime/catalog/filter.ts';
import { createDiscovery, type DiscoveryOptions } from '../../../../runtime/mcp/discovery.ts';

const content = z.object({ content: z.tuple([z.object({ text: z.string() })]) });
/** The names of tools in an answer: of those that come with a signature, then of those that have a line. */
function namesIn(text: string): string[] {
  return [...text.matchAll(/^(?:function )?([a-z0-9_]+)\(/gm)].map(([, name = '']) => name);
}

/** The discovery tools over what a filter keeps; answers as text. */
export function open(filter: ToolFilter = {}, options: Partial<DiscoveryOptions> = {}) {
  const toolbox = createDiscovery({ profile: intercomProfile, from: catalog, ...options })(
    filterCatalog(catalog, filter),
  );
  const answer = (name: string, args: unknown) => {
    const resolved = toolbox.resolve(name, args);
    if (!('answer' in resolved)) throw new Error('This is a call, not an answer.');
    return content.parse(resolved.answer).content[0].text;
  };
  return {
    toolbox,
    answer,
    search: (args: unknown) => namesIn(answer('search_tools', args)),
    describe: (args: unknown) => namesIn(answer('describe_tools', args)),
  };
}
