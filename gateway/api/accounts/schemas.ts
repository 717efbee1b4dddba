import { z } from '@hono/zod-openapi';
import { TOOL_VERSIONS, toolVersionFor } from '../../../intercom/open-api.ts';
import { API_VERSIONS } from '../../accounts/api-versions.ts';
import { type Account, accountStatuses, credentialSources } from '../../store/contract/accounts.ts';
import {
  changesSomething,
  isoTime,
  isoTimeOrNull,
  NOTHING_TO_CHANGE,
  nameField,
  searchField,
  timeField,
} from '../openapi/fields.ts';
import { pageOf, pageQuery } from '../openapi/page.ts';

const PRINTABLE = /^[!-~]+$/;

const region = z
  .string()
  .min(1)
  .max(100)
  .openapi({ description: 'Where the workspace lives, such as us, eu or au.', example: 'us' });

const apiVersion = z.enum(API_VERSIONS).openapi({ description: "Version of Intercom's API." });

const accessToken = z
  .string()
  .trim()
  .max(4096)
  .refine((token) => PRINTABLE.test(token), 'the token alone, without spaces and without "Bearer"')
  .openapi({
    description: "Intercom's access token, tried with /me before it is stored encrypted. Never answered.",
    pattern: PRINTABLE.source,
  });

/** A workspace to connect. */
export const accountCreate = z
  .strictObject({
    label: nameField.optional().openapi({ description: "Its name here; the workspace's own unless given." }),
    region,
    api_version: apiVersion.optional(),
    access_token: accessToken,
  })
  .openapi('IntegratedAccountCreate');

/** What can be changed of an account. */
export const accountChange = z
  .strictObject({
    label: nameField.optional(),
    region: region.optional(),
    api_version: apiVersion.optional(),
    access_token: accessToken.optional(),
  })
  .refine(changesSomething, NOTHING_TO_CHANGE)
  .openapi('IntegratedAccountChange', { minProperties: 1 });

const source = z.enum(credentialSources).openapi({ description: 'How its credential came.' });

const status = z
  .enum(accountStatuses)
  .openapi({ description: '`needs_reauth` after Intercom refused the credential: give it another one.' });

const maybeCount = z.int().min(0).nullable();

const budget = z
  .object({
    limit: maybeCount.openapi({ description: 'Requests until `reset_at`.' }),
    remaining: maybeCount.openapi({ description: 'How many of them were left.' }),
    reset_at: timeField.nullable(),
    seen_at: timeField.openapi({ description: 'When Intercom said so.' }),
  })
  .nullable()
  .openapi({ description: 'What Intercom last said of its limit, to some seconds; null before it did.' });

/** A connected workspace as it is answered: never with its credential. */
export const integratedAccount = z
  .object({
    id: z.string(),
    label: z.string(),
    region: z.string(),
    api_version: z.string(),
    tools_version: z.enum(TOOL_VERSIONS).openapi({
      description: 'The version whose tools its servers have: the same, or the nearest that there are tools of.',
    }),
    workspace: z.object({ id: z.string().nullable(), name: z.string().nullable() }),
    admin: z
      .object({ id: z.string().nullable(), name: z.string().nullable() })
      .openapi({ description: "Intercom's teammate whose token it is, where that is known." }),
    source,
    status,
    servers: z.int().min(0).openapi({ description: 'How many MCP servers view it.' }),
    last_used_at: timeField.nullable().openapi({ description: 'When a tool was last called in it, to some seconds.' }),
    budget,
    created_at: timeField,
    updated_at: timeField,
  })
  .openapi('IntegratedAccount');

/** Which accounts. */
export const accountQuery = pageQuery.extend({
  search: searchField.openapi({
    description: "In the label or the workspace's name, or the beginning of an id; in any case.",
  }),
});

/** A part of the list of accounts. */
export const accountPage = pageOf(integratedAccount, 'IntegratedAccountPage');

/** An account as it is answered. */
export function accountView(account: Account, servers: number): z.output<typeof integratedAccount> {
  return {
    id: account.id,
    label: account.label,
    region: account.region,
    api_version: account.api_version,
    tools_version: toolVersionFor(account.api_version),
    workspace: { id: account.workspace_id, name: account.workspace_name },
    admin: { id: account.admin_id, name: account.admin_name },
    source: account.source,
    status: account.status,
    servers,
    last_used_at: isoTimeOrNull(account.last_used_at),
    budget: budgetView(account),
    created_at: isoTime(account.created_at),
    updated_at: isoTime(account.updated_at),
  };
}

function budgetView(account: Account): z.output<typeof budget> {
  if (account.budget_seen_at === null) return null;
  return {
    limit: account.budget_limit,
    remaining: account.budget_remaining,
    reset_at: isoTimeOrNull(account.budget_reset_at),
    seen_at: isoTime(account.budget_seen_at),
  };
}
