import { z } from '@hono/zod-openapi';
import { longListWarning } from '../../../runtime/catalog/long-list.ts';
import type { GatewayContext } from '../../context/gateway-context.ts';
import { openUrl } from '../../servers/create-server.ts';
import { readServerConfig, serverConfig, storedTools } from '../../servers/server-config.ts';
import type { McpServerRow } from '../../store/contract/servers.ts';
import { expiryField } from '../openapi/expiry.ts';
import {
  changesSomething,
  isoTime,
  isoTimeOrNull,
  NOTHING_TO_CHANGE,
  nameField,
  timeField,
} from '../openapi/fields.ts';
import { pageOf } from '../openapi/page.ts';

const { shape } = serverConfig;

/** What a server shows of its account. */
const config = z.strictObject(shape).openapi('McpServerConfig');

/** A key that can be replaced, and with null be brought back to its default. */
function replaceable<Schema extends z.ZodType>(key: z.ZodDefault<Schema> | z.ZodOptional<Schema>) {
  return key.unwrap().nullable().optional();
}

const configChange = z
  .strictObject({
    methods: replaceable(shape.methods),
    tags: replaceable(shape.tags),
    tools: replaceable(shape.tools),
    require_api_token_auth: replaceable(shape.require_api_token_auth),
    confirm: replaceable(shape.confirm),
    discovery: replaceable(shape.discovery),
    prefix: replaceable(shape.prefix),
    allowed_addresses: replaceable(shape.allowed_addresses),
    rate_limit: replaceable(shape.rate_limit),
  })
  .openapi('McpServerConfigChange');

const ownerField = nameField.nullable().openapi({ description: 'Who is responsible for it: any text.' });

const idleField = z
  .int()
  .min(60)
  .max(366 * 86_400)
  .nullable()
  .openapi({ description: 'Seconds without a request after which it ends; null for never.' });

/** Accounts of one server: enough for a company, and few enough for each tool to name them. */
const MOST_ACCOUNTS = 20;

const accountsField = z.array(z.string().max(64)).max(MOST_ACCOUNTS).openapi({
  description:
    'Ids of integrated accounts that it views; that of the path is one of them. With several, each tool asks for `account`.',
});

/** A server to create. */
export const serverCreate = z
  .strictObject({
    name: nameField,
    config: config.optional().openapi({ description: 'Read-only unless `methods` says otherwise.' }),
    accounts: accountsField.optional(),
    expires_at: expiryField.optional(),
    idle_timeout_seconds: idleField.optional(),
    owner: ownerField.optional(),
  })
  .openapi('McpServerCreate');

/** What can be changed of a server. */
export const serverChange = z
  .strictObject({
    name: nameField.optional(),
    config: configChange
      .optional()
      .openapi({ description: 'Given keys replace the stored ones; null brings one back to its default.' }),
    accounts: accountsField.optional(),
    expires_at: expiryField.optional(),
    idle_timeout_seconds: idleField.optional(),
    owner: ownerField.optional(),
  })
  .refine(changesSomething, NOTHING_TO_CHANGE)
  .openapi('McpServerChange', { minProperties: 1 });

/** The changes that {@link serverChange} takes for a configuration. */
export type ConfigChanges = z.output<typeof configChange>;

const fields = {
  id: z.string(),
  integrated_account_id: z.string(),
  accounts: z.array(z.string()).openapi({ description: 'Ids of all integrated accounts that it views.' }),
  name: z.string(),
  config,
  url: z
    .string()
    .nullable()
    .openapi({ description: 'Where MCP clients reach it; null where the URL is the secret, which is answered once.' }),
  tools: z.int().min(0).openapi({ description: 'How many tools it shows.' }),
  hint: z.string().optional().openapi({ description: 'What some clients will not take of it.' }),
  owner: ownerField,
  expires_at: timeField.nullable(),
  idle_timeout_seconds: idleField,
  last_used_at: timeField.nullable().openapi({ description: 'When it was last asked, to the minute.' }),
  calls_last_day: z.int().min(0).openapi({ description: 'Calls of its tools in the last 24 hours, by the hour.' }),
  created_at: timeField,
  updated_at: timeField,
};

/** A server as it is answered. */
export const mcpServer = z.object(fields).openapi('McpServer');

/** A server with its token and URL, which are answered this one time. */
export const mcpServerWithToken = z
  .object({
    ...fields,
    url: z.string().openapi({
      description:
        'Where MCP clients reach it. Holds the token, keep it like a password; with `require_api_token_auth` it holds the id, and is no secret.',
    }),
    token: z.string().openapi({ description: 'Shown once; the gateway keeps a keyed hash of it.' }),
  })
  .openapi('McpServerWithToken');

/** A part of the list of servers. */
export const serverPage = pageOf(mcpServer, 'McpServerPage');

/** A server as it is answered. */
export function serverView(
  context: Pick<GatewayContext, 'publicUrl'>,
  row: McpServerRow,
  { further, calls }: { readonly further: readonly string[]; readonly calls: number },
): z.output<typeof mcpServer> {
  const stored = readServerConfig(row.config);
  const tools = storedTools(stored).length;
  const hint = stored.discovery ? undefined : longListWarning(tools, 'config.tags, config.methods or config.discovery');
  return {
    id: row.id,
    integrated_account_id: row.account_id,
    accounts: [row.account_id, ...further],
    name: row.name,
    config: stored,
    url: openUrl(context, row) ?? null,
    tools,
    ...(hint !== undefined && { hint }),
    owner: row.owner,
    expires_at: isoTimeOrNull(row.expires_at),
    idle_timeout_seconds: row.idle_ms === null ? null : row.idle_ms / 1000,
    last_used_at: isoTimeOrNull(row.last_used_at),
    calls_last_day: calls,
    created_at: isoTime(row.created_at),
    updated_at: isoTime(row.updated_at),
  };
}
