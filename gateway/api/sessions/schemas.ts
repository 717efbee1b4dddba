import { z } from '@hono/zod-openapi';
import type { AdminIdentity } from '../../secrets/admin-keys.ts';
import type { ActiveSession } from '../../sessions/sessions.ts';
import { adminRoles } from '../../store/contract/admin-keys.ts';
import type { SessionRow } from '../../store/contract/sessions.ts';
import { isoTime, timeField } from '../openapi/fields.ts';
import { pageOf } from '../openapi/page.ts';

const secret = z.string().trim().min(1).max(1000).optional();

/** What somebody signs in with. */
export const sessionCreate = z
  .strictObject({
    key: secret.openapi({ description: 'An admin key.' }),
    code: secret.openapi({ description: 'That of a sign-in link; it is used up.' }),
  })
  .refine(({ key, code }) => (key === undefined) !== (code === undefined), 'an object with either key or code')
  .openapi('SessionCreate');

const adminFields = { id: z.string(), name: z.string(), role: z.enum(adminRoles) };

const begun = { created_at: timeField, expires_at: timeField };

/** The session of a browser, as that is answered. */
export const currentSession = z
  .object({
    id: z.string(),
    admin: z
      .object({
        ...adminFields,
        integrated_account_ids: z
          .array(z.string())
          .nullable()
          .openapi({ description: 'Of an operator; null for all.' }),
      })
      .openapi({ description: 'The admin key that the session speaks for.' }),
    csrf_token: z.string().openapi({ description: 'To be repeated as X-CSRF-Token by whatever is no GET.' }),
    ...begun,
  })
  .openapi('CurrentSession');

const session = z
  .object({
    id: z.string(),
    admin: z.object(adminFields),
    address: z.string().nullable().openapi({ description: 'Where the sign-in came from.' }),
    ...begun,
    last_used_at: timeField.openapi({ description: 'To the minute.' }),
    current: z.boolean().openapi({ description: 'Whether it is that of this request.' }),
  })
  .openapi('Session');

/** A part of the list of sessions. */
export const sessionPage = pageOf(session, 'SessionPage');

/** The session of a browser, as that is answered. */
export function currentSessionView({ row, admin, csrfToken }: ActiveSession): z.output<typeof currentSession> {
  return {
    id: row.id,
    admin: { ...adminView(admin), integrated_account_ids: admin.accounts === undefined ? null : [...admin.accounts] },
    csrf_token: csrfToken,
    ...begunAt(row),
  };
}

/** A session in a list. */
export function sessionView(row: SessionRow, admin: AdminIdentity, current: boolean): z.output<typeof session> {
  const { id, address, last_used_at } = row;
  return { id, admin: adminView(admin), address, ...begunAt(row), last_used_at: isoTime(last_used_at), current };
}

function adminView({ id, name, role }: AdminIdentity) {
  return { id, name, role };
}

function begunAt({ created_at, expires_at }: SessionRow) {
  return { created_at: isoTime(created_at), expires_at: isoTime(expires_at) };
}
