import { randomUUID } from 'node:crypto';
import type { GatewayContext } from '../../context/gateway-context.ts';
import { newToken } from '../../secrets/tokens.ts';
import type { ApiToken } from '../../store/contract/api-tokens.ts';
import type { GrantKind, OAuthGrant, RefreshTrace } from '../../store/contract/oauth.ts';
import type { McpServerRow } from '../../store/contract/servers.ts';
import type { ReturnAddress } from './authorization-request.ts';

/** Milliseconds for which each kind lives at most. */
const LIFETIME = {
  code: 60_000,
  access: 3_600_000,
  refresh: 30 * 24 * 3_600_000,
} as const satisfies Record<GrantKind, number>;

/**
 * Milliseconds for which a refresh token that was redeemed may be redeemed again, while nothing that came from it was: a client
 * that asks twice at once, or lost the answer, goes on. (Supabase has 10 seconds too, Okta 30 and up to 60.)
 */
const GRACE = 10_000;

/** Refresh tokens that one may be redeemed for within its grace. */
const MOST_SUCCESSORS = 10;

/** Milliseconds for which a client that somebody agreed to is known without any token: it may ask again. */
const KNOWN_CLIENT_LIFETIME = 90 * 24 * 3_600_000;

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
  await store.oauth.keepClient(address.client.id, now() + KNOWN_CLIENT_LIFETIME);
  await store.oauth.insertGrant({
    digest: digest(code),
    kind: 'code',
    client_id: address.client.id,
    server_id: server.id,
    api_token_id: apiToken.id,
    family: randomUUID(),
    generation: 0,
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

/** What a token endpoint answers: tokens, or why there are none. */
type Redemption = IssuedTokens | 'replayed' | 'crowded';

/**
 * Uses up a code or a refresh token and answers the tokens after it; `replayed` where it was used up already, `crowded` where it
 * was redeemed too often at once.
 */
export async function redeemGrant(
  { store, digest, now }: Needed,
  grant: OAuthGrant,
  limits: Limits,
): Promise<Redemption> {
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
    generation: grant.kind === 'refresh' ? grant.generation + 1 : 0,
    expires_at: endOf(kind, time, limits),
  });
  // In one transaction, so that whoever finds it used finds the tokens too, and can revoke them.
  return store.transaction(async ({ oauth }) => {
    const verdict = grant.kind === 'refresh' ? judge(await oauth.traceRefresh(grant), time) : 'first';
    if (verdict === 'replayed' || verdict === 'crowded') return verdict;
    const isFirst = await oauth.redeem(grant.digest, time);
    if (verdict === 'first' && !isFirst) return 'replayed';
    await oauth.insertGrant(issued('access', access));
    await oauth.insertGrant(issued('refresh', refresh));
    await oauth.keepClient(grant.client_id, time + KNOWN_CLIENT_LIFETIME);
    return { access, refresh, lifetime: endOf('access', time, limits) - time };
  });
}

/**
 * Whether a refresh token may be redeemed. Of those that were given out for one, any may be the one that the client kept; once
 * one of them was redeemed, the others are redeemed within its grace or not at all, so that no second line goes on beside it.
 */
function judge(trace: RefreshTrace | undefined, now: number): 'first' | 'again' | 'replayed' | 'crowded' {
  if (trace === undefined || trace.isLaterUsed) return 'replayed';
  if (trace.usedAt === null) return 'first';
  // The processes of a gateway have clocks of their own.
  if (Math.abs(now - trace.usedAt) > GRACE) return 'replayed';
  return trace.successors < MOST_SUCCESSORS ? 'again' : 'crowded';
}

/** Revokes all that came from one consent. */
export async function revokeFamily({ store }: Pick<GatewayContext, 'store'>, family: string): Promise<void> {
  // On PostgreSQL a statement waits for a rotation under way, and does not see the tokens which that one stored.
  while ((await store.oauth.removeFamily(family)) > 0);
}

function endOf(kind: GrantKind, now: number, { server, apiToken }: Limits): number {
  return Math.min(now + LIFETIME[kind], server.expires_at ?? Infinity, apiToken.expires_at ?? Infinity);
}
