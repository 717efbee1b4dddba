import * as z from 'zod';
import { catalog } from '../../../../intercom/catalog.ts';
import { intercomProfile } from '../../../../intercom/profile.ts';
import { filterCatalog, type ToolFilter } from '../../../../runtime/catalog/filter.ts';
import { createDiscovery, type DiscoveryOptions } from '../../../../runtime/mcp/discovery.ts';

const content = z.object({ content: z.tuple([z.object({ text: z.string() })]) });
const searched = z.object({
  result: z.array(
    z.strictObject({
      name: z.string(),
      class: z.string(),
      access: z.enum(['read', 'write']),
      destructive: z.literal(true).optional(),
      about: z.string().min(1),
      required: z.array(z.string()),
    }),
  ),
  hint: z.string().optional(),
});
const described = z.object({
  result: z.array(z.looseObject({ name: z.string(), inputSchema: z.looseObject({ properties: z.looseObject({}) }) })),
  unknown: z.array(z.string()).optional(),
  left_out: z.array(z.string()).optional(),
});

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
    search: (args: unknown) => searched.parse(JSON.parse(answer('search_tools', args))),
    describe: (args: unknown) => described.parse(JSON.parse(answer('describe_tools', args))),
  };
}
