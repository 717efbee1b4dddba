import { randomUUID } from 'node:crypto';
import { z } from '@hono/zod-openapi';
import { chooseRegion } from '../../accounts/account-choices.ts';
import { findAccount } from '../../accounts/find-account.ts';
import { isoTime, nameField, timeField } from '../../api/openapi/fields.ts';
import type { GatewayContext } from '../../context/gateway-context.ts';
import { makeChange } from '../../context/make-change.ts';
import { Problem } from '../../problem/problem.ts';
import { newToken } from '../../secrets/tokens.ts';
import type { AuditBy } from '../../store/contract/audit.ts';
import { LOGIN_LIFETIME, noApp } from './login.ts';

/** For which account a login is. */
export const linkBody = z
  .strictObject({
    region: z
      .string()
      .optional()
      .openapi({ description: 'Where the account lives; it may be left out where there is one place.', example: 'eu' }),
    label: nameField.optional().openapi({ description: 'Name of the new integrated account.' }),
    integrated_account_id: z
      .string()
      .optional()
      .openapi({ description: 'The integrated account whose credential is renewed; without it a new one is created.' }),
  })
  .openapi('NewLoginLink');

/** A link that starts a login, for one use. */
export const loginLink = z.object({ url: z.url(), expires_at: timeField }).openapi('LoginLink');

/** Makes a link for somebody of an account, which works once within {@link LOGIN_LIFETIME}; throws a {@link Problem}. */
export async function createLink(
  context: GatewayContext,
  { api: id, region: named, label, integrated_account_id: accountId }: z.output<typeof linkBody> & { api: string },
  by: AuditBy,
): Promise<z.output<typeof loginLink>> {
  const api = context.apis.named(id);
  if (api.login === undefined) {
    const { message, help } = noApp(api);
    throw new Problem({ status: 400, code: 'no_login' }, message, help);
  }
  const region = chooseRegion(api, named);
  if (accountId !== undefined) await checkRenewal(context, { accountId, api: api.id, region, label });
  const link = newToken('login');
  const expiresAt = context.now() + LOGIN_LIFETIME;
  const login = {
    id: randomUUID(),
    api: api.id,
    link_digest: context.digest(link),
    state_digest: null,
    cookie_digest: null,
    account_id: accountId ?? null,
    label: label ?? null,
    region,
    expires_at: expiresAt,
  };
  const change = { ...by, action: 'login.link', account_id: accountId ?? null } as const;
  await makeChange(context, change, ({ logins }) => logins.insert(login));
  return {
    url: `${context.publicUrl}/oauth/${api.id}/start?link=${link}`,
    expires_at: isoTime(expiresAt),
  };
}

async function checkRenewal(
  context: GatewayContext,
  { accountId, api, region, label }: { accountId: string; api: string; region: string; label: string | undefined },
): Promise<void> {
  const account = await findAccount(context, accountId);
  if (account.api !== api)
    throw new Problem(
      { status: 400, code: 'other_api', field: 'integrated_account_id' },
      `The integrated account is one of the API ${account.api}, not ${api}.`,
      `Make a link with /oauth/${account.api}/link, or leave integrated_account_id out to create another account.`,
    );
  if (account.region !== region)
    throw new Problem(
      { status: 400, code: 'other_region', field: 'region' },
      `The integrated account is in the region ${account.region}, not ${region}.`,
      `Use ${account.region}, or leave integrated_account_id out to create another account.`,
    );
  if (label !== undefined)
    throw new Problem(
      { status: 400, code: 'invalid_input', field: 'label' },
      'A login that renews an integrated account does not change its label.',
      'Leave label out, or leave integrated_account_id out to create another account.',
    );
}
