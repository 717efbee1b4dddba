import * as z from 'zod';
import type { CatalogAnnotations, CatalogEntry, CatalogInputSchema } from '../catalog/catalog.ts';
import type { TaskExamples } from '../profile/task-examples.ts';
import { CALLERS, FINDERS } from './choose-tool.ts';
import { tellCommon } from './common-words.ts';
import { callInput, describeInput, searchInput } from './discovery-input.ts';
import { resourcesOf } from './resources-of.ts';
import type { CommonWords } from './signature.ts';

/** A discovery tool as a list shows it. */
export interface DiscoveryTool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: CatalogInputSchema;
  readonly annotations: CatalogAnnotations;
}

/** What the discovery tools say beside what there is. */
export interface DiscoveryWords {
  /** The API's name. */
  readonly api: string;
  /** What users ask for. */
  readonly examples: TaskExamples;
  /** What is said here once for all signatures. */
  readonly common: CommonWords;
  /** Whether calls that change something may need a consent. */
  readonly asksConsent: boolean;
}

/** The discovery tools that a catalog needs: a caller only for the access that some tool has. Stays under 900 tokens (o200k). */
export function discoveryList(
  catalog: readonly CatalogEntry[],
  { api, examples, common, asksConsent }: DiscoveryWords,
): DiscoveryTool[] {
  const reads = catalog.some(({ access }) => access === 'read');
  const writes = catalog.filter(({ access }) => access === 'write');
  const callers = [...(reads ? [CALLERS.read] : []), ...(writes.length > 0 ? [CALLERS.write] : [])];
  const said = tellCommon(common);
  const tools: DiscoveryTool[] = [
    {
      name: FINDERS.search,
      title: `Search ${api} tools`,
      description: `Find the ${api} tool for a task, such as ${listed(examples.tasks)}. Start here: ${catalog.length} tools are not in this list. Answers the best tool with its signature, then others it may be, with required arguments. Call the tool with ${callers.join(' or ')}, by its access, or by its own name.`,
      inputSchema: toSchema(searchInput, { tags: tagHelp(catalog) }),
      annotations: { readOnlyHint: true },
    },
    {
      name: FINDERS.describe,
      title: `Describe ${api} tools`,
      description: `Get the whole description and signature of tools by name, before a first call of one whose signature a search did not show. In a signature ? marks what may be left out, and OneOf<"a b.{c d}"> is one of "a", "b.c", "b.d".${said === '' ? '' : ` In all of them ${said}.`}`,
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
    const consent = asksConsent ? ', and confirmation_token as an earlier answer gave it' : '';
    tools.push({
      name: CALLERS.write,
      title: `Call writing ${api} tool`,
      description: `Call a tool whose access is write: it creates, updates, replies, deletes or otherwise changes something. Take care with those that are destructive. Each also takes dry_run: true, which shows the request and sends nothing${consent}.`,
      inputSchema: toSchema(callInput),
      annotations: { destructiveHint: writes.some(({ destructive }) => destructive) },
    });
  }
  return tools;
}

function listed(tasks: readonly string[]): string {
  return tasks.map((task) => `"${task}"`).join(' or ');
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
