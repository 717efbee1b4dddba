import { randomUUID } from 'node:crypto';
import type { HostedApi } from '../../runtime/hosting/hosted-api.ts';
import type { GatewayContext } from '../context/gateway-context.ts';
import { makeChange } from '../context/make-change.ts';
import { Problem } from '../problem/problem.ts';
import { credentialPlace } from '../secrets/sealed-place.ts';
import { type Account, type CredentialSource, UNUSED } from '../store/contract/accounts.ts';
import type { AuditBy } from '../store/contract/audit.ts';
import { chooseRegion, chooseVariables, chooseVersion, type Variables } from './account-choices.ts';
import { type Credential, checkCredential, fieldOf, readCredential, writeCredential } from './credential.ts';
import { identifyAccount } from './identify-account.ts';

/** An account to connect. */
export interface NewAccount {
  /** The id of its API; that of the gateway's first unless given. */
  readonly api?: string | undefined;
  /** Its name among the accounts; the account's own unless given. */
  readonly label?: string | undefined;
  /** May be left out where there is one alone. */
  readonly region?: string | undefined;
  readonly apiVersion?: string | undefined;
  readonly variables?: Variables | undefined;
  readonly credential: Credential;
  readonly source: CredentialSource;
}

/**
 * Connects an account: its credential is tried where the API can say whose it is, sealed and stored. Throws a {@link Problem} for
 * an API or a region that does not exist and a credential that the API refuses.
 */
export async function connectAccount(context: GatewayContext, given: NewAccount, by: AuditBy): Promise<Account> {
  const api = context.apis.named(given.api);
  const region = chooseRegion(api, given.region);
  const version = chooseVersion(api, given.apiVersion);
  const variables = chooseVariables(api, given.variables);
  checkCredential(api, given.credential);
  const verified = await identifyAccount(context, { api, region, version, variables, credential: given.credential });
  const id = randomUUID();
  const now = context.now();
  const account: Account = {
    id,
    api: api.id,
    label: given.label ?? verified.name ?? verified.id ?? unnamed(api, { region, isAsked: verified.isAsked }),
    region,
    api_version: version,
    workspace_id: verified.id ?? null,
    workspace_name: verified.name ?? null,
    admin_id: verified.user?.id ?? null,
    admin_name: verified.user?.name ?? null,
    variables: Object.keys(variables).length === 0 ? null : JSON.stringify(variables),
    credential: context.keyring.seal(writeCredential(given.credential), credentialPlace(id)),
    source: given.source,
    status: 'active',
    ...UNUSED,
    created_at: now,
    updated_at: now,
  };
  await makeChange(context, { ...by, action: 'account.create', account_id: id }, ({ accounts }) =>
    accounts.insert(account),
  );
  return account;
}

/** What an account's credential is made of; what is left out stays as it is. */
interface CredentialChanges {
  readonly credential?: Credential | undefined;
  readonly region?: string | undefined;
  readonly apiVersion?: string | undefined;
  readonly variables?: Variables | undefined;
}

/** Gives an account another credential, of the same account; it is tried first. */
export async function renewCredential(
  context: GatewayContext,
  account: Account,
  { credential, source, by }: { credential: Credential; source: CredentialSource; by: AuditBy },
): Promise<void> {
  const changes = await tryCredential(context, account, { credential });
  await makeChange(context, { ...by, action: 'account.renew', account_id: account.id }, ({ accounts }) =>
    accounts.update(account.id, { ...changes, source, updated_at: context.now() }),
  );
}

/**
 * Tries the credential that an account would have after these changes; answers what is to be stored. Throws a {@link Problem}
 * where the API refuses it and where it is that of another account.
 */
export async function tryCredential(
  context: GatewayContext,
  account: Account,
  changes: CredentialChanges,
): Promise<Partial<Omit<Account, 'id'>>> {
  const api = context.apis.named(account.api);
  const region = chooseRegion(api, changes.region ?? account.region);
  const version = changes.apiVersion === undefined ? account.api_version : chooseVersion(api, changes.apiVersion);
  const variables = changes.variables === undefined ? readVariables(account) : chooseVariables(api, changes.variables);
  const place = credentialPlace(account.id);
  if (changes.credential !== undefined) checkCredential(api, changes.credential);
  const credential = changes.credential ?? readCredential(context.keyring.open(account.credential, place));
  const field = blamed(changes, account);
  const found = await identifyAccount(context, { api, region, version, variables, credential, field });
  if (account.workspace_id !== null && found.id !== account.workspace_id)
    throw new Problem(
      { status: 400, code: 'other_workspace', field },
      `This credential belongs to the ${api.noun} ${found.id ?? null}, and the account to ${account.workspace_id}.`,
      `Use a credential of the same ${api.noun}, or create another integrated account.`,
    );
  return {
    region,
    api_version: version,
    status: 'active',
    workspace_id: found.id ?? null,
    workspace_name: found.name ?? null,
    admin_id: found.user?.id ?? null,
    admin_name: found.user?.name ?? null,
    variables: Object.keys(variables).length === 0 ? null : JSON.stringify(variables),
    ...(changes.credential !== undefined && {
      credential: context.keyring.seal(writeCredential(changes.credential), place),
    }),
  };
}

/** What an account's address has in place of variables. */
export function readVariables({ variables }: Pick<Account, 'variables'>): Variables {
  return variables === null ? {} : JSON.parse(variables);
}

/** The name of an account that has none: an API that is asked for one and has none to say is told by its region. */
function unnamed({ name }: HostedApi, { region, isAsked }: { region: string; isAsked: boolean }): string {
  if (isAsked) return region;
  throw new Problem(
    { status: 400, code: 'invalid_input', field: 'label' },
    `${name} does not say whose account a credential is of.`,
    'Give the account a label, by which people and models know it.',
  );
}

function blamed({ credential, region, variables }: CredentialChanges, account: Account): string {
  if (credential !== undefined) return fieldOf(Object.keys(credential)[0] ?? 'credential');
  if (region !== undefined && region !== account.region) return 'region';
  return variables === undefined ? 'api_version' : 'variables';
}
