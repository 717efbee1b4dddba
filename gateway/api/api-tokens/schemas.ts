import { z } from '@hono/zod-openapi';
import type { ApiToken } from '../../store/contract/api-tokens.ts';
import { expiryField } from '../openapi/expiry.ts';
import { isoTime, isoTimeOrNull, nameField, timeField } from '../openapi/fields.ts';
import { pageOf } from '../openapi/page.ts';

/** An API token to create. */
export const apiTokenCreate = z
  .strictObject({
    name: nameField,
    integrated_account_id: z
      .string()
      .nullable()
      .openapi({ description: 'The one account whose servers it opens; null, said aloud, for all accounts.' }),
    expires_at: expiryField.optional(),
  })
  .openapi('ApiTokenCreate');

const fields = {
  id: z.string(),
  name: z.string(),
  integrated_account_id: z.string().nullable(),
  expires_at: timeField.nullable(),
  last_used_at: timeField.nullable().openapi({ description: 'When it was last sent, to the minute.' }),
  created_at: timeField,
};

/** An API token as it is answered. */
export const apiToken = z.object(fields).openapi('ApiToken');

/** An API token with its secret, which is answered this one time. */
export const apiTokenWithToken = z
  .object({
    ...fields,
    token: z.string().openapi({ description: 'Shown once; the gateway keeps a keyed hash of it.' }),
  })
  .openapi('ApiTokenWithToken');

/** A part of the list of API tokens. */
export const apiTokenPage = pageOf(apiToken, 'ApiTokenPage');

/** An API token as it is answered. */
export function apiTokenView(row: ApiToken): z.output<typeof apiToken> {
  return {
    id: row.id,
    name: row.name,
    integrated_account_id: row.account_id,
    expires_at: isoTimeOrNull(row.expires_at),
    last_used_at: isoTimeOrNull(row.last_used_at),
    created_at: isoTime(row.created_at),
  };
}
