import * as z from 'zod';
import type { CatalogAnnotations, CatalogEntry, CatalogInputSchema } from '../catalog/catalog.ts';
import { CALLERS, FINDERS } from './choose-tool.ts';
import { callInput, describeInput, searchInput } from './discovery-input.ts';
import { resourcesOf } from './resources-of.ts';

/** A discovery tool as a list shows it. */
export interface DiscoveryTool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: CatalogInputSchema;
  readonly annotations: CatalogAnnotations;
}

/** The discovery tools that a catalog needs: a caller only for the access that some tool has. Stays under 900 tokens (o200k). */
export function discoveryList(catalog: readonly CatalogEntry[], api: string): DiscoveryTool[] {
  const reads = catalog.some(({ access }) => access === 'read');
  const writes = catalog.filter(({ access }) => access === 'write');
  const callers = [...(reads ? [CALLERS.read] : []), ...(writes.length > 0 ? [CALLERS.write] : [])];
  const tools: DiscoveryTool[] = [
    {
      name: FINDERS.search,
      title: `Search ${api} tools`,
      description: `Find the ${api} tool for a task, such as "reply to a conversation" or "contact by email". Start here: ${catalog.length} tools are not in this list. Answers name, class, access, what it does and required arguments, best first. Call the tool with ${callers.join(' or ')}, by its access.`,
      inputSchema: toSchema(searchInput, { tags: tagHelp(catalog) }),
      annotations: { readOnlyHint: true },
    },
    {
      name: FINDERS.describe,
      title: `Describe ${api} tools`,
      description:
        'Get the whole description and input schema of tools by name. Do so before a first call that takes more than plain ids, and always for a search with a query.',
      inputSchema: toSchema(describeInput),
      annotations: { readOnlyHint: true },
    },
  ];
  if (reads) {
    tools.push({
      name: CALLERS.read,
      title: `Call reading ${api} tool`,
      description: 'Call a tool whose access is read: it lists, searches or gets, and changes nothing.',
      inputSchema: toSchema(callInput),
      annotations: { readOnlyHint: true },
    });
  }
  if (writes.length > 0) {
    tools.push({
      name: CALLERS.write,
      title: `Call writing ${api} tool`,
      description:
        'Call a tool whose access is write: it creates, updates, replies, deletes or otherwise changes something. Take care with those that are destructive.',
      inputSchema: toSchema(callInput),
      annotations: { destructiveHint: writes.some(({ destructive }) => destructive) },
    });
  }
  return tools;
}

function tagHelp(catalog: readonly CatalogEntry[]): string {
  const resources = resourcesOf(catalog);
  const shown = resources.slice(0, MOST_TAGS);
  return `Only tools with one of these tags: ${shown.join(', ')}${shown.length < resources.length ? ', …' : ''}`;
}

const MOST_TAGS = 60;

function toSchema(schema: z.ZodObject, help: Readonly<Record<string, string>> = {}): CatalogInputSchema {
  const { properties, required } = z.toJSONSchema(schema, {
    io: 'input',
    override: ({ jsonSchema, path }) => {
      const own = path.length === 2 ? help[String(path[1])] : undefined;
      if (own !== undefined) jsonSchema.description = own;
    },
  });
  return { type: 'object', properties, ...(required && { required }), additionalProperties: false };
}
