import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { account as words } from '../../intercom/account.ts';
import { loadTool } from '../../intercom/catalog.ts';
import { createClient } from '../../intercom/client.ts';
import { apiVersion } from '../../intercom/connection.ts';
import { ApiError } from '../../runtime/http/errors.ts';
import { type Client, type Exchange, type ServedAccount, ToolkitError } from '../../runtime/index.ts';
import type { Memory } from '../../runtime/value/memory.ts';
import type { GatewayContext } from '../context/gateway-context.ts';
import { makeChange } from '../context/make-change.ts';
import { Problem } from '../problem/problem.ts';
import { credentialPlace } from '../secrets/sealed-place.ts';
import { type Account, type CredentialSource, UNUSED } from '../store/contract/accounts.ts';
import type { AuditBy } from '../store/contract/audit.ts';

/** A workspace to connect. */
export interface NewAccount {
  /** Its name among the accounts; the workspace's own unless given. */
  readonly label?: string | undefined;
  readonly region: string;
  readonly apiVersion?: string | undefined;
  /** Intercom's access token. */
  readonly token: string;
  readonly source: CredentialSource;
}

/**
 * Connects a workspace: its token is tried with `/me`, sealed and stored. Throws a {@link Problem} for a region that
 * does not exist and a token that Intercom refuses.
 */
export async function connectAccount(context: GatewayContext, workspace: NewAccount, by: AuditBy): Promise<Account> {
  const { region, token, source } = workspace;
  const verified = await verifyToken(context, workspace);
  const id = randomUUID();
  const now = context.now();
  const account: Account = {
    id,
    label: workspace.label ?? verified.name ?? verified.id ?? region,
    region,
    api_version: workspace.apiVersion ?? apiVersion,
    workspace_id: verified.id ?? null,
    workspace_name: verified.name ?? null,
    admin_id: verified.user?.id ?? null,
    admin_name: verified.user?.name ?? null,
    credential: context.keyring.seal(token, credentialPlace(id)),
    source,
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
  readonly token?: string | undefined;
  readonly region?: string | undefined;
  readonly apiVersion?: string | undefined;
}

/** Gives an account another token, of the same workspace; it is tried first. */
export async function renewCredential(
  context: GatewayContext,
  account: Account,
  { token, source, by }: { token: string; source: CredentialSource; by: AuditBy },
): Promise<void> {
  const changes = await tryCredential(context, account, { token });
  await makeChange(context, { ...by, action: 'account.renew', account_id: account.id }, ({ accounts }) =>
    accounts.update(account.id, { ...changes, source, updated_at: context.now() }),
  );
}

/**
 * Tries the credential that an account would have after these changes with `/me`; answers what is to be stored. Throws a
 * {@link Problem} where Intercom refuses it and where it is that of another workspace.
 */
export async function tryCredential(
  context: GatewayContext,
  account: Account,
  { token, region = account.region, apiVersion: version = account.api_version }: CredentialChanges,
): Promise<Partial<Omit<Account, 'id'>>> {
  const place = credentialPlace(account.id);
  const tried = { region, apiVersion: version, token: token ?? context.keyring.open(account.credential, place) };
  const field = token !== undefined ? 'access_token' : region !== account.region ? 'region' : 'api_version';
  const workspace = await verifyToken(context, tried, field);
  if (account.workspace_id !== null && workspace.id !== account.workspace_id)
    throw new Problem(
      { status: 400, code: 'other_workspace', field },
      `This token belongs to the workspace ${workspace.id ?? null}, and the account to ${account.workspace_id}.`,
      'Use a token of the same workspace, or create another integrated account.',
    );
  return {
    region,
    api_version: version,
    status: 'active',
    workspace_id: workspace.id ?? null,
    workspace_name: workspace.name ?? null,
    admin_id: workspace.user?.id ?? null,
    admin_name: workspace.user?.name ?? null,
    ...(token !== undefined && { credential: context.keyring.seal(token, place) }),
  };
}

/** A client of an account's workspace. */
export function accountClient(
  context: Pick<GatewayContext, 'upstreams' | 'fetch' | 'callTimeout'>,
  {
    region,
    apiVersion: version,
    token,
    memory,
  }: { region: string; apiVersion?: string | undefined; token: string; memory?: Memory | undefined },
): Client {
  const { fetch, callTimeout } = context;
  return createClient({
    token,
    fetch,
    baseUrl: upstreamOf(context, region),
    ...(version !== undefined && { version }),
    ...(callTimeout !== undefined && { timeout: callTimeout }),
    ...(memory !== undefined && { memory }),
  });
}

/** The base URL of a region; throws a {@link Problem} for one that the gateway does not have. */
export function upstreamOf({ upstreams }: Pick<GatewayContext, 'upstreams'>, region: string): string {
  const url = Object.hasOwn(upstreams, region) ? upstreams[region] : undefined;
  if (url !== undefined) return url;
  throw new Problem(
    { status: 400, code: 'unknown_region', field: 'region' },
    `There is no region ${JSON.stringify(region)} here.`,
    `Use one of ${Object.keys(upstreams).join(', ')}.`,
  );
}

const me = z.looseObject({
  app: z.looseObject({ id_code: z.string().nullish(), name: z.string().nullish() }).nullish(),
});

async function verifyToken(
  context: GatewayContext,
  credential: Pick<NewAccount, 'region' | 'apiVersion' | 'token'>,
  field = 'access_token',
): Promise<ServedAccount> {
  const client = accountClient(context, credential);
  const tool = await loadTool(words.tool);
  if (tool === undefined) throw new Error('the tool that reads /me is missing');
  const { output }: Exchange<unknown> = await client.exchange(tool, {}).catch((error: unknown) => {
    throw refusal(error, credential.region, field);
  });
  if (!me.safeParse(output).success)
    throw new Problem(
      { status: 502, code: 'upstream_failed' },
      `What stands for Intercom's ${credential.region} region answered /me with something else than an admin.`,
      'Check the address of the region; nothing was stored.',
    );
  return words.read(output) ?? {};
}

/** What Intercom's refusal means for the caller; `field` is what is to blame for it. */
function refusal(error: unknown, region: string, field: string): unknown {
  if (!(error instanceof ToolkitError)) return error;
  const refused = error instanceof ApiError && error.status >= 400 && error.status < 500 && error.status !== 429;
  return new Problem(
    {
      status: refused ? 400 : 502,
      code: refused ? 'token_refused' : 'upstream_failed',
      ...(refused && { field }),
    },
    refused
      ? `Intercom's ${region} region did not accept the access token: ${error.message}`
      : `The access token could not be tried in Intercom's ${region} region: ${error.message}`,
    refused ? 'Check the token and the region; nothing was stored.' : 'Try again later; nothing was stored.',
  );
}
