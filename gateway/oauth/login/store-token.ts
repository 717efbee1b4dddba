import { connectAccount, renewCredential } from '../../accounts/connect-account.ts';
import type { GatewayContext } from '../../context/gateway-context.ts';
import { Problem } from '../../problem/problem.ts';
import type { Account } from '../../store/contract/accounts.ts';
import type { AuditBy } from '../../store/contract/audit.ts';
import type { Login } from '../../store/contract/logins.ts';
import type { LoginApi } from './login.ts';
import { LoginFailure, NEW_LINK } from './login-failure.ts';

/** Creates the account of a login, or renews the one that the login is for; throws a {@link LoginFailure}. */
export async function storeToken(
  context: GatewayContext,
  login: Login,
  { api, token, address }: { api: LoginApi; token: string; address: string },
): Promise<Account> {
  const { region, account_id: accountId } = login;
  const credential = { [api.login.field]: token };
  const by: AuditBy = { actor: 'oauth', actor_name: null, address };
  try {
    if (accountId === null)
      return await connectAccount(
        context,
        { api: api.id, region, credential, source: 'oauth', label: login.label ?? undefined },
        by,
      );
    const before = await accountOf(context, accountId);
    await renewCredential(context, before, { credential, source: 'oauth', by });
    return await accountOf(context, accountId);
  } catch (error) {
    throw error instanceof Problem ? failureOf(error, { region, ...api }) : error;
  }
}

async function accountOf({ store }: GatewayContext, id: string): Promise<Account> {
  const account = await store.accounts.get(id);
  if (account !== undefined) return account;
  throw new LoginFailure(
    { status: 400, reason: 'account_gone' },
    'The integrated account that this login was for was deleted.',
  );
}

/** In words of its own: what a problem quotes of Intercom's answer could hold the token. */
function failureOf(
  { code: reason, message, help }: Problem,
  { region, name, noun }: Pick<LoginApi, 'name' | 'noun'> & { region: string },
): LoginFailure {
  if (reason === 'token_refused')
    return new LoginFailure(
      { status: 400, reason },
      `${name}'s ${region} region refuses the access token that ${name} just gave out.`,
      `Check where the data of this ${noun} lives, and ask for a new link for that region.`,
    );
  if (reason === 'other_workspace')
    return new LoginFailure(
      { status: 400, reason },
      `Access was granted to another ${noun} than that of the integrated account, so nothing was changed.`,
      `Ask for a new link, and choose the right ${noun} at ${name}.`,
    );
  if (reason === 'unknown_region')
    return new LoginFailure({ status: 400, reason }, `This gateway no longer has the region ${region}.`, NEW_LINK);
  // Said of what was chosen, before anything was asked.
  if (reason === 'invalid_input') return new LoginFailure({ status: 400, reason }, message, help);
  return new LoginFailure(
    { status: 502, reason },
    `${name}'s ${region} region could not be asked for the name of the ${noun}, so nothing was stored.`,
    'Wait a little, then ask for a new link.',
  );
}
