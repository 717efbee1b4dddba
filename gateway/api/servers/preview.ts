import { z } from '@hono/zod-openapi';
import { longListWarning } from '../../../runtime/catalog/long-list.ts';
import { METHOD_CLASSES } from '../../../runtime/tool/tool.ts';
import type { ExposedTool, Exposure } from '../../mcp/exposure.ts';
import type { ServerConfig } from '../../servers/server-config.ts';
import { catalogIdentity } from '../openapi/fields.ts';
import { LONG_LIST_WAYS } from './schemas.ts';

const exposedTool = z
  .object({
    name: z.string().openapi({ description: 'As clients see it.' }),
    title: z.string(),
    class: z
      .enum(METHOD_CLASSES)
      .nullable()
      .openapi({ description: 'Null for a tool that stands for many, in the modes discovery and code.' }),
    access: z.enum(['read', 'write']),
    destructive: z.boolean(),
    personal_data: z.boolean().openapi({ description: "A customer's data may stand in what it answers." }),
    tokens: z.int().openapi({ description: 'What its definition costs a model (o200k).' }),
  })
  .openapi('ExposedTool');

/** What an operator should think of before creating a server. */
const warningCodes = ['personal_data', 'destructive', 'writes_unconfirmed', 'many_tools'] as const;

type WarningCode = (typeof warningCodes)[number];

/** What a server would show. */
export const serverPreview = z
  .object({
    tools: z.array(exposedTool).openapi({ description: 'What `tools/list` would answer.' }),
    reachable: z
      .array(exposedTool)
      .optional()
      .openapi({ description: 'In the modes discovery and code: the tools behind those that are listed.' }),
    listed: z.int().openapi({ description: 'How many tools are listed.' }),
    tokens: z.int().openapi({ description: 'What the list costs a model (o200k).' }),
    catalog: catalogIdentity.openapi({
      description: 'By what the tools are known: `expected_catalog` takes the digest.',
    }),
    warnings: z.array(
      z
        .object({
          code: z.enum(warningCodes),
          message: z.string(),
          tools: z.int().optional().openapi({ description: 'How many tools it is about.' }),
        })
        .openapi('ServerWarning'),
    ),
  })
  .openapi('McpServerPreview');

type Preview = z.output<typeof serverPreview>;

/** A preview as it is answered. */
export function previewView(exposure: Exposure, config: ServerConfig): Preview {
  const { listed, reachable, tokens, catalog } = exposure;
  return {
    tools: listed.map(exposedView),
    ...(reachable !== listed && { reachable: reachable.map(exposedView) }),
    ...{ listed: listed.length, tokens, catalog },
    warnings: warningsOf(exposure, config),
  };
}

function exposedView({ personalData, ...tool }: ExposedTool): Preview['tools'][number] {
  return { ...tool, personal_data: personalData };
}

/** The warnings about what can be called; each says what is so, for how many tools. */
function warningsOf({ listed, reachable }: Exposure, { confirm }: ServerConfig): Preview['warnings'] {
  const long = longListWarning(listed.length, LONG_LIST_WAYS);
  const about = {
    personal_data: [reachable.filter((tool) => tool.personalData), "may answer customers' personal data"],
    destructive: [reachable.filter((tool) => tool.destructive), 'may delete something, or do what cannot be undone'],
    writes_unconfirmed: [
      confirm === 'never' ? reachable.filter(({ access }) => access === 'write') : [],
      'may change the account without a question before (`confirm` asks one)',
    ],
    many_tools: [long === undefined ? [] : listed, ''],
  } satisfies Record<WarningCode, [readonly ExposedTool[], string]>;
  return warningCodes.flatMap((code) => {
    const [tools, what] = about[code];
    const { length } = tools;
    if (length === 0) return [];
    const message = code === 'many_tools' ? (long ?? '') : `${length === 1 ? '1 tool' : `${length} tools`} ${what}.`;
    return [{ code, message, tools: length }];
  });
}
