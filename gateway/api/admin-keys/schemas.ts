import { z } from '@hono/zod-openapi';
import { accountsOf } from '../../secrets/admin-keys.ts';
import { type AdminKeyRow, adminRoles } from '../../store/contract/admin-keys.ts';
import { expiryField } from '../openapi/expiry.ts';
import { isoTime, isoTimeOrNull, nameField, timeField } from '../openapi/fields.ts';
import { pageOf } from '../openapi/page.ts';

const role = z.enum(adminRoles).openapi({
  description: '`admin` may do everything, `operator` what concerns its accounts, `auditor` reads and changes nothing.',
});

const accounts = z.array(z.string().max(64)).min(1).max(1000);

/** An admin key to create. */
export const adminKeyCreate = z
  .strictObject({
    name: nameField,
    role,
    integrated_account_ids: accounts
      .optional()
      .openapi({ description: 'Of an operator, and of no other role: its accounts.' }),
    expires_at: expiryField.optional(),
  })
  .openapi('AdminKeyCreate');

const fields = {
  id: z.string(),
  name: z.string(),
  role,
  integrated_account_ids: z.array(z.string()).nullable().openapi({ description: 'Of an operator; null for all.' }),
  expires_at: timeField.nullable(),
  last_used_at: timeField.nullable().openapi({ description: 'When it was last sent, to the minute.' }),
  created_at: timeField,
};

/** An admin key as it is answered. */
export const adminKey = z.object(fields).openapi('AdminKey');

/** An admin key with its secret, which is answered this one time. */
export const adminKeyWithKey = z
  .object({ ...fields, key: z.string().openapi({ description: 'Shown once; the gateway keeps a keyed hash of it.' }) })
  .openapi('AdminKeyWithKey');

/** A part of the list of admin keys. */
export const adminKeyPage = pageOf(adminKey, 'AdminKeyPage');

/** An admin key as it is answered. */
export function adminKeyView(row: AdminKeyRow): z.output<typeof adminKey> {
  return {
    id: row.id,
    name: row.name,
    role: row.role,
    integrated_account_ids: accountsOf(row),
    expires_at: isoTimeOrNull(row.expires_at),
    last_used_at: isoTimeOrNull(row.last_used_at),
    created_at: isoTime(row.created_at),
  };
}
