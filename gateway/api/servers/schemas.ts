import { z } from '@hono/zod-openapi';
import { serverSettings } from '../../servers/server-config.ts';
import { withMode } from '../../servers/server-mode.ts';
import { serverSorts } from '../../store/contract/servers.ts';
import { expiryField } from '../openapi/expiry.ts';
import {
  catalogIdentity,
  changesSomething,
  NOTHING_TO_CHANGE,
  nameField,
  searchField,
  timeField,
} from '../openapi/fields.ts';
import { pageOf, pageQuery } from '../openapi/page.ts';

const { shape } = serverSettings;

/** What a server shows of its account. */
const config = z.strictObject(shape).openapi('McpServerConfig');

/** The same as it is sent: documented as it is answered. */
const sentConfig = withMode(config).openapi('McpServerConfig');

/** A key that can be replaced, and with null be brought back to its default. */
function replaceable<Schema extends z.ZodType>(key: z.ZodDefault<Schema> | z.ZodOptional<Schema>) {
  return key.unwrap().nullable().optional();
}

const configChange = withMode(
  z.strictObject({
    methods: replaceable(shape.methods),
    tags: replaceable(shape.tags),
    tools: replaceable(shape.tools),
    require_api_token_auth: replaceable(shape.require_api_token_auth),
    confirm: replaceable(shape.confirm),
    mode: replaceable(shape.mode),
    code_calls: replaceable(shape.code_calls),
    prefix: replaceable(shape.prefix),
    expected_catalog: replaceable(shape.expected_catalog),
    allowed_addresses: replaceable(shape.allowed_addresses),
    rate_limit: replaceable(shape.rate_limit),
  }),
).openapi('McpServerConfigChange');

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
    config: sentConfig.optional().openapi({ description: 'Read-only unless `methods` says otherwise.' }),
    accounts: accountsField.optional(),
    expires_at: expiryField.optional(),
    idle_timeout_seconds: idleField.optional(),
    owner: ownerField.optional(),
  })
  .openapi('McpServerCreate');

/** A server to look at before it is created. */
export const previewCreate = z
  .strictObject({ config: sentConfig.optional(), accounts: accountsField.optional() })
  .openapi('McpServerPreviewRequest');

/** What makes a list shorter. */
export const LONG_LIST_WAYS = 'config.tags, config.methods or config.mode';

/** What can be changed of a server. */
export const serverChange = z
  .strictObject({
    name: nameField.optional(),
    config: configChange
      .optional()
      .openapi({ description: 'Given keys replace the stored ones; null brings one back to its default.' }),
    accounts: accountsField.optional(),
    enabled: z
      .boolean()
      .optional()
      .openapi({ description: 'false switches it off until true switches it on again; all else stays as it is.' }),
    expires_at: expiryField.optional(),
    idle_timeout_seconds: idleField.optional(),
    owner: ownerField.optional(),
  })
  .refine(changesSomething, NOTHING_TO_CHANGE)
  .openapi('McpServerChange', { minProperties: 1 });

/** The changes that {@link serverChange} takes for a configuration. */
export type ConfigChanges = z.output<typeof configChange>;

/** Whether clients are answered; a server that expired is gone. */
const serverStates = ['active', 'disabled'] as const;

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
  tokens: z.int().min(0).openapi({ description: 'What its list of tools costs a model (o200k).' }),
  catalog: catalogIdentity
    .extend({
      is_expected: z
        .boolean()
        .openapi({ description: 'False where `expected_catalog` names other tools: no request is answered.' }),
    })
    .nullable()
    .openapi('ServedCatalog', {
      description: 'By what its tools are known; null where an update of the gateway left none of them.',
    }),
  hint: z.string().optional().openapi({ description: 'What some clients will not take of it.' }),
  state: z.enum(serverStates).openapi({ description: '`disabled` after `enabled: false`: its clients get 403.' }),
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
export const serverPage = z
  .object({
    ...pageOf(mcpServer, 'McpServerPage').shape,
    total: z.int().min(0).openapi({ description: 'How many there are on all pages.' }),
  })
  .openapi('McpServerPage');

/** Which servers, and in which order. */
export const serverQuery = pageQuery.extend({
  search: searchField.openapi({ description: 'In the name or the owner, or the beginning of the id; in any case.' }),
  state: z.enum(serverStates).optional(),
  sort: z.enum(serverSorts).default('created_at').openapi({
    description: 'A server that never expires comes after all that do, one that was never used before all that were.',
  }),
  order: z
    .enum(['asc', 'desc'])
    .optional()
    .openapi({ description: 'asc for name and expires_at, desc for created_at and last_used_at unless given.' }),
});
