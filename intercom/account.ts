import * as z from 'zod';
import type { AccountWords, ServedAccount } from '../runtime/profile/identity.ts';

const maybeText = z.string().optional().catch(undefined);

/** What `GET /me` answers, as far as it says whose token was sent. */
const me = z.object({
  id: z.coerce.string().optional().catch(undefined),
  name: maybeText,
  app: z
    .object({ id_code: maybeText, name: maybeText, region: maybeText, timezone: maybeText })
    .optional()
    .catch(undefined),
});

/** Accounts of Intercom are workspaces, and a token belongs to one of their admins. */
export const account: AccountWords = {
  noun: 'workspace',
  user: 'admin',
  tool: 'get_single_intercom_me',
  read: (answer): ServedAccount | undefined => {
    const { id, name, app } = me.safeParse(answer).data ?? {};
    if (app === undefined) return undefined;
    return {
      name: app.name,
      id: app.id_code,
      region: app.region,
      timeZone: app.timezone,
      ...((id ?? name) !== undefined && { user: { id, name } }),
    };
  },
};
