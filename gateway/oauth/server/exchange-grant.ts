import { calculatePKCECodeChallenge } from 'oauth4webapi';
import type { GatewayContext } from '../../context/gateway-context.ts';
import { isOver } from '../../secrets/is-over.ts';
import { isSameDigest, isToken } from '../../secrets/tokens.ts';
import type { OAuthGrant } from '../../store/contract/oauth.ts';
import { checkResource } from './authorization-request.ts';
import type { ClientRequest } from './client-request.ts';
import { grantTypeNames, grantTypes, isGrantType } from './grant-types.ts';
import { redeemGrant, revokeFamily } from './grants.ts';
import { OAuthError, tooMany } from './oauth-error.ts';
import { needed } from './parameters.ts';

/** Exchanges a code or a refresh token for tokens, as RFC 6749 answers them; throws an {@link OAuthError} to refuse. */
export async function exchangeGrant(
  context: GatewayContext,
  { client, parameters, server, address }: ClientRequest,
): Promise<Readonly<Record<string, string | number>>> {
  const grant = await readGrant(context, parameters);
  const record = (status: string): Promise<unknown> =>
    context.audit.record({
      account_id: server.account_id,
      server_id: server.id,
      actor: `oauth_client:${client.id}`,
      address,
      action: 'oauth.token',
      status,
    });
  const refuseReplay = async (): Promise<never> => {
    await revokeFamily(context, grant.family);
    await record('replayed');
    throw new OAuthError('invalid_grant', 'It was used before. All tokens of this consent are revoked now.');
  };
  const isForThis = grant.client_id === client.id && grant.server_id === server.id && !isOver(grant, context.now());
  // Whoever sends it has it, whichever client or server they name. A refresh token has its grace.
  if (grant.used_at !== null && !(isForThis && grant.kind === 'refresh')) return refuseReplay();
  if (!isForThis) throw invalid();
  if (grant.kind === 'code') await checkCode(grant, parameters);
  checkResource(context, server, parameters);
  const apiToken = await context.store.apiTokens.get(grant.api_token_id);
  if (apiToken === undefined || isOver(apiToken, context.now())) throw invalid();
  const issued = await redeemGrant(context, grant, { server, apiToken });
  if (issued === 'replayed') return refuseReplay();
  if (issued === 'crowded') {
    await record('crowded');
    throw tooMany('It was redeemed too often at once: use the tokens that it was redeemed for.', 1000);
  }
  await record('ok');
  return {
    access_token: issued.access,
    token_type: 'Bearer',
    expires_in: Math.floor(issued.lifetime / 1000),
    refresh_token: issued.refresh,
  };
}

async function readGrant({ store, digest }: GatewayContext, parameters: URLSearchParams): Promise<OAuthGrant> {
  const type = needed(parameters, 'grant_type');
  if (!isGrantType(type))
    throw new OAuthError('unsupported_grant_type', `grant_type has to be ${grantTypeNames.join(' or ')}.`);
  const { kind, parameter } = grantTypes[type];
  const text = needed(parameters, parameter);
  const grant = isToken(kind, text) ? await store.oauth.findGrant(digest(text)) : undefined;
  if (grant === undefined) throw invalid();
  return grant;
}

async function checkCode({ redirect_uri, code_challenge }: OAuthGrant, parameters: URLSearchParams): Promise<void> {
  if (needed(parameters, 'redirect_uri') !== redirect_uri) throw invalid();
  const verifier = needed(parameters, 'code_verifier');
  if (!/^[\w.~-]{43,128}$/.test(verifier) || code_challenge === null) throw invalid();
  if (!isSameDigest(await calculatePKCECodeChallenge(verifier), code_challenge)) throw invalid();
}

/** One answer for all reasons, which tells a thief nothing. */
function invalid(): OAuthError {
  return new OAuthError('invalid_grant', 'It is unknown, over, revoked, or was issued for another request.');
}
