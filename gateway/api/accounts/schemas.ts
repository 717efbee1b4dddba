import { z } from '@hono/zod-openapi';
import type { HostedApi } from '../../../runtime/hosting/hosted-api.ts';
import { readVariables } from '../../accounts/connect-account.ts';
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

const apiId = z.string().min(1).max(40).openapi({ example: 'intercom' });

const region = z
  .string()
  .min(1)
  .max(100)
  .openapi({ description: 'Where the account lives, one of those that GET /about lists for its API.', example: 'us' });

const apiVersion = z
  .string()
  .min(1)
  .max(100)
  .openapi({ description: 'A version of the API, of those that GET /about lists.' });

const accessToken = z
  .string()
  .trim()
  .max(4096)
  .refine((token) => PRINTABLE.test(token), 'the token alone, without spaces and without "Bearer"')
  .openapi({
    description: "The API's access token, tried before it is stored encrypted. Never answered.",
    pattern: PRINTABLE.source,
  });

const credential = z
  .record(z.string().max(100), z.string().max(8192))
  .refine(
    (values) => Object.values(values).every((value) => !/\p{Cc}/u.test(value)),
    'values without control characters',
  )
  .openapi({
    description:
      'What the API asks for, by the names of one way that GET /about lists. Stored encrypted, and never answered.',
    example: { access_token: 'dG9rOmEx' },
  });

const variables = z
  .record(z.string().max(100), z.string().max(100))
  .openapi({ description: 'What stands for the variables of its address, of those that GET /about lists.' });

/** An account to connect. */
export const accountCreate = z
  .strictObject({
    api: apiId.optional().openapi({ description: 'The id of its API; that of the first of GET /about unless given.' }),
    label: nameField
      .optional()
      .openapi({ description: "Its name here; the account's own unless given, which not every API can tell." }),
    region: region
      .optional()
      .openapi({ description: 'Where the account lives; it may be left out where there is one place.' }),
    api_version: apiVersion.optional(),
    access_token: accessToken.optional(),
    credential: credential.optional(),
    variables: variables.optional(),
  })
  .openapi('IntegratedAccountCreate');

/** What can be changed of an account. */
export const accountChange = z
  .strictObject({
    label: nameField.optional(),
    region: region.optional(),
    api_version: apiVersion.optional(),
    access_token: accessToken.optional(),
    credential: credential.optional(),
    variables: variables.optional(),
  })
  .refine(changesSomething, NOTHING_TO_CHANGE)
  .openapi('IntegratedAccountChange', { minProperties: 1 });

const source = z.enum(credentialSources).openapi({ description: 'How its credential came.' });

const status = z
  .enum(accountStatuses)
  .openapi({ description: '`needs_reauth` after the API refused the credential: give it another one.' });

const maybeCount = z.int().min(0).nullable();

const budget = z
  .object({
    limit: maybeCount.openapi({ description: 'Requests until `reset_at`.' }),
    remaining: maybeCount.openapi({ description: 'How many of them were left.' }),
    reset_at: timeField.nullable(),
    seen_at: timeField.openapi({ description: 'When the API said so.' }),
  })
  .nullable()
  .openapi({ description: 'What the API last said of its limit, to some seconds; null before it did.' });

/** A connected account as it is answered: never with its credential. */
export const integratedAccount = z
  .object({
    id: z.string(),
    api: apiId.openapi({ description: 'The id of its API.' }),
    label: z.string(),
    region: z.string(),
    api_version: z.string(),
    variables: z
      .record(z.string(), z.string())
      .openapi({ description: 'What stands for the variables of its address.' }),
    tools_version: z.string().openapi({
      description: 'The version whose tools its servers have: the same, or the nearest that there are tools of.',
    }),
    workspace: z
      .object({ id: z.string().nullable(), name: z.string().nullable() })
      .openapi({ description: 'As the API calls the account, where it says so.' }),
    admin: z
      .object({ id: z.string().nullable(), name: z.string().nullable() })
      .openapi({ description: 'Whose credential it is within the account, where that is known.' }),
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
    description: "In the label or the account's own name, or the beginning of an id; in any case.",
  }),
  api: apiId.optional().openapi({ description: 'Of this API alone.' }),
});

/** A part of the list of accounts. */
export const accountPage = pageOf(integratedAccount, 'IntegratedAccountPage');

/** An account as it is answered. */
export function accountView(account: Account, api: HostedApi, servers: number): z.output<typeof integratedAccount> {
  return {
    id: account.id,
    api: account.api,
    label: account.label,
    region: account.region,
    api_version: account.api_version,
    variables: { ...readVariables(account) },
    tools_version: api.toolVersionFor(account.api_version),
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
