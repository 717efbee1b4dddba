import { randomUUID } from 'node:crypto';
import type { GatewayContext } from '../../context/gateway-context.ts';
import { newToken } from '../../secrets/tokens.ts';
import type { ApiToken } from '../../store/contract/api-tokens.ts';
import type { GrantKind, OAuthGrant } from '../../store/contract/oauth.ts';
import type { McpServerRow } from '../../store/contract/servers.ts';
import type { ReturnAddress } from './authorization-request.ts';

/** Milliseconds for which each kind lives at most. */
const LIFETIME = {
  code: 60_000,
  access: 3_600_000,
  refresh: 30 * 24 * 3_600_000,
} as const satisfies Record<GrantKind, number>;

type Needed = Pick<GatewayContext, 'store' | 'digest' | 'now'>;

/** What a grant may not outlive. */
interface Limits {
  readonly server: McpServerRow;
  readonly apiToken: ApiToken;
}

/** Stores what the operator allowed, and answers the code for it. */
export async function issueCode(
  { store, digest, now }: Needed,
  {
    server,
    apiToken,
    address,
    codeChallenge,
  }: Limits & { readonly address: ReturnAddress; readonly codeChallenge: string },
): Promise<string> {
  const code = newToken('code');
  await store.oauth.insertGrant({
    digest: digest(code),
    kind: 'code',
    client_id: address.client.id,
    server_id: server.id,
    api_token_id: apiToken.id,
    family: randomUUID(),
    redirect_uri: address.redirectUri,
    code_challenge: codeChallenge,
    used_at: null,
    expires_at: endOf('code', now(), { server, apiToken }),
  });
  return code;
}

/** What a token endpoint gives out. */
interface IssuedTokens {
  readonly access: string;
  readonly refresh: string;
  /** Milliseconds for which the access token lives. */
  readonly lifetime: number;
}

/** Uses up a code or a refresh token and answers the tokens after it; undefined where it already was used up. */
export async function redeemGrant(
  { store, digest, now }: Needed,
  grant: OAuthGrant,
  limits: Limits,
): Promise<IssuedTokens | undefined> {
  const time = now();
  const access = newToken('access');
  const refresh = newToken('refresh');
  const issued = (kind: 'access' | 'refresh', token: string): OAuthGrant => ({
    ...grant,
    kind,
    digest: digest(token),
    redirect_uri: null,
    code_challenge: null,
    used_at: null,
    expires_at: endOf(kind, time, limits),
  });
  // In one transaction, so that whoever finds it used finds the tokens too, and can revoke them.
  const isFirst = await store.transaction(async ({ oauth }) => {
    if (!(await oauth.redeem(grant.digest, time))) return false;
    await oauth.insertGrant(issued('access', access));
    await oauth.insertGrant(issued('refresh', refresh));
    return true;
  });
  return isFirst ? { access, refresh, lifetime: endOf('access', time, limits) - time } : undefined;
}

/** Revokes all that came from one consent. */
export async function revokeFamily({ store }: Pick<GatewayContext, 'store'>, family: string): Promise<void> {
  // On PostgreSQL a statement waits for a rotation under way, and does not see the tokens which that one stored.
  while ((await store.oauth.removeFamily(family)) > 0);
}

function endOf(kind: GrantKind, now: number, { server, apiToken }: Limits): number {
  return Math.min(now + LIFETIME[kind], server.expires_at ?? Infinity, apiToken.expires_at ?? Infinity);
}
