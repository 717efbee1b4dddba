import { z } from '@hono/zod-openapi';
import type { HostedApi } from '../../../runtime/hosting/hosted-api.ts';
import type { CatalogIndex, ToolSummary } from '../../../runtime/reference/catalog-index.ts';
import type { ToolPage } from '../../../runtime/reference/tool-page.ts';
import { HTTP_METHODS, METHOD_CLASSES, RESPONSE_KINDS } from '../../../runtime/tool/tool.ts';

const names = z.array(z.string());
const count = z.int().min(0);

const fields = {
  name: z.string(),
  api: z.string().openapi({ description: 'The id of its API.' }),
  title: z.string(),
  description: z.string(),
  class: z.enum(METHOD_CLASSES),
  access: z.enum(['read', 'write']),
  destructive: z.boolean().openapi({ description: 'It removes something or cannot be undone.' }),
  tags: names,
  groups: names.openapi({ description: 'Groups of tags that it is in; `config.tags` of a server takes both.' }),
  tokens: count.openapi({ description: 'What its definition costs a model (o200k).' }),
  personal_data: z.boolean().openapi({ description: "A customer's data may stand in what it answers." }),
  method: z.enum(HTTP_METHODS),
  path: z.string(),
  argument_names: names.openapi({ description: 'Of the arguments at the top; a search goes by them as well.' }),
  former_names: names.openapi({
    description: 'Names that it had: a server whose `methods` or `tools` name one has it still.',
  }),
};

const toolSummary = z.object(fields).openapi('ToolSummary');

/** All tools, and how many there are of each kind. */
export const toolList = z
  .object({
    version: z.string().openapi({
      description:
        'The version of the API that they are made from; several between commas, newest first, each API after its id where they are of several.',
    }),
    apis: z
      .array(z.object({ id: z.string(), name: z.string(), tools: count }))
      .openapi({ description: 'The APIs that they are of.' }),
    result: z.array(toolSummary),
    classes: z.array(z.object({ name: z.enum(METHOD_CLASSES), tools: count })),
    tags: z.array(z.object({ name: z.string(), tools: count })),
    groups: z.array(z.object({ name: z.string(), tags: names, tools: count })),
  })
  .openapi('ToolList');

const argument = z
  .object({
    name: z.string().openapi({ description: 'Dotted where it lies in another: `list[].key`, `map.*.key`.' }),
    type: z.string().openapi({ description: 'In the manner of TypeScript.' }),
    required: z.boolean(),
    description: z.string().optional(),
    values: z.array(z.unknown()).optional().openapi({ description: 'All that it, or each item of it, may be.' }),
    nullable: z.boolean(),
    default: z.unknown().optional(),
  })
  .openapi('ToolArgument');

const anObject = z.record(z.string(), z.unknown());

/** All that is known of one tool. */
export const toolDetail = z
  .object({
    ...fields,
    input_schema: anObject.openapi({ description: 'JSON Schema, as an MCP server lists it.' }),
    arguments: z.array(argument),
    example: z.object({ arguments: anObject }),
    import: z
      .object({ module: z.string(), export: z.string(), line: z.string() })
      .openapi({ description: 'How a TypeScript program imports the tool.' }),
    pages: z
      .boolean()
      .openapi({ description: 'It takes `limit` and `next_cursor`, and answers `result` and `next_cursor`.' }),
    answer: z.enum(['list', ...RESPONSE_KINDS]),
  })
  .openapi('Tool');

/** What a list is of. */
interface Listed {
  readonly version: string;
  readonly apis: readonly Pick<HostedApi, 'id' | 'name'>[];
  /** The id of a tool's API. */
  readonly apiOf: (tool: string) => string;
}

/** The list as it is answered. */
export function toolListView(
  { version, apis, apiOf }: Listed,
  { tools, classes, tags, groups }: CatalogIndex,
): z.output<typeof toolList> {
  const result = tools.map((tool) => summaryView(tool, apiOf(tool.name)));
  return {
    version,
    apis: apis.map(({ id, name }) => ({
      ...{ id, name },
      tools: result.filter((tool) => tool.api === id).length,
    })),
    result,
    classes: [...classes],
    tags: [...tags],
    groups: groups.map((group) => ({ ...group, tags: [...group.tags] })),
  };
}

/** One tool as it is answered. */
export function toolView(page: ToolPage, api: string): z.output<typeof toolDetail> {
  const { inputSchema, example, pages, answer, import: imported } = page;
  return {
    ...summaryView(page, api),
    input_schema: inputSchema,
    arguments: page.arguments.map(({ values, ...row }) => ({ ...row, ...(values && { values: [...values] }) })),
    ...{ example, import: imported, pages, answer },
  };
}

function summaryView(tool: ToolSummary, api: string): z.output<typeof toolSummary> {
  const { name, title, description, access, destructive, tokens, personalData, method, path, formerNames = [] } = tool;
  return {
    ...{ name, api, title, description, class: tool.class, access, destructive },
    ...{ tags: [...tool.tags], groups: [...tool.groups], tokens, personal_data: personalData, method, path },
    argument_names: [...tool.argumentNames],
    former_names: [...formerNames],
  };
}
