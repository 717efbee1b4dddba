import type { Context } from 'hono';
import type { GatewayContext } from '../../context/gateway-context.ts';
import { isOver } from '../../secrets/is-over.ts';
import { isToken } from '../../secrets/tokens.ts';
import type { ApiToken } from '../../store/contract/api-tokens.ts';
import type { AuditActor } from '../../store/contract/audit.ts';
import { type ReturnAddress, readCodeChallenge, readReturnAddress } from './authorization-request.ts';
import { consentPage, refusalPage } from './consent-page.ts';
import { checkForm, issueFormToken } from './form-token.ts';
import { issueCode } from './grants.ts';
import { issuerOf } from './issuer.ts';
import { OAuthError } from './oauth-error.ts';
import { readForm, single } from './parameters.ts';
import type { ProtectedServer } from './protected-server.ts';
import type { TryLimit } from './try-limit.ts';

/** Shows the consent page for a request that is in order. */
export async function showConsent(context: GatewayContext, c: Context, server: ProtectedServer): Promise<Response> {
  const parameters = new URL(c.req.url).searchParams;
  return answering(context, c, server, async (refuse) => {
    const address = await readReturnAddress(context, parameters);
    refuse.goesTo(address);
    readCodeChallenge(context, parameters);
    const formToken = issueFormToken(context, c, parameters);
    return consentPage(c, { server, address, parameters, formToken });
  });
}

/** Takes the operator's decision, and leads back to the client with a code or a refusal. */
export async function decide(
  context: GatewayContext,
  c: Context,
  { server, tries }: { server: ProtectedServer; tries: TryLimit },
): Promise<Response> {
  return answering(context, c, server, async (refuse) => {
    const parameters = await readForm(c.req.raw);
    const address = await readReturnAddress(context, parameters);
    checkForm(context, c, parameters);
    const { id: serverId, account_id } = server.row;
    const record = (actor: AuditActor, status: string): Promise<unknown> =>
      context.audit.record({ account_id, server_id: serverId, actor, action: 'oauth.authorize', status });
    const decision = single(parameters, 'decision');
    if (decision !== 'allow' && decision !== 'deny')
      throw new OAuthError('invalid_request', 'decision has to be allow or deny.');
    refuse.goesTo(address);
    const codeChallenge = readCodeChallenge(context, parameters);
    if (decision === 'deny') {
      await record(`oauth_client:${address.client.id}`, 'denied');
      throw new OAuthError('access_denied', 'The operator did not allow it.');
    }
    const wait = tries.take(serverId);
    if (wait > 0) {
      c.header('Retry-After', String(Math.ceil(wait / 1000)));
      return refusalPage(c, { message: 'Too many wrong API tokens. Wait a minute and begin again.', status: 429 });
    }
    const apiToken = await findApiToken(context, account_id, parameters.get('api_token') ?? '');
    if (apiToken === undefined) {
      await record(`oauth_client:${address.client.id}`, 'refused');
      const error = 'This is no valid API token for this server. Nothing was allowed.';
      const formToken = issueFormToken(context, c, parameters);
      return consentPage(c, { server, address, parameters, formToken, error, status: 401 });
    }
    tries.giveBack(serverId);
    const code = await issueCode(context, { server: server.row, apiToken, address, codeChallenge });
    await record(`api_token:${apiToken.id}`, 'ok');
    return goTo(context, c, { serverId, address, answer: { code } });
  });
}

/** Answers an {@link OAuthError}: on a page, or at the client's address once that is known to be its own. */
async function answering(
  context: GatewayContext,
  c: Context,
  { row }: ProtectedServer,
  handle: (refuse: { readonly goesTo: (address: ReturnAddress) => void }) => Promise<Response>,
): Promise<Response> {
  let address: ReturnAddress | undefined;
  const goesTo = (known: ReturnAddress): void => {
    address = known;
  };
  try {
    return await handle({ goesTo });
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error;
    if (address === undefined) return refusalPage(c, error);
    const answer = { error: error.code, error_description: error.message };
    return goTo(context, c, { serverId: row.id, address, answer });
  }
}

function goTo(
  context: GatewayContext,
  c: Context,
  { serverId, address, answer }: { serverId: string; address: ReturnAddress; answer: Readonly<Record<string, string>> },
): Response {
  const url = new URL(address.target);
  for (const [name, value] of Object.entries(answer)) url.searchParams.set(name, value);
  if (address.state !== undefined) url.searchParams.set('state', address.state);
  url.searchParams.set('iss', issuerOf(context, serverId));
  return c.redirect(url.href, 302);
}

/** An API token that opens servers of this account now. */
async function findApiToken(
  { store, digest, now }: GatewayContext,
  accountId: string,
  text: string,
): Promise<ApiToken | undefined> {
  const token = text.trim();
  const found = isToken('api', token) ? await store.apiTokens.find(digest(token)) : undefined;
  if (found === undefined || isOver(found, now())) return undefined;
  return found.account_id === null || found.account_id === accountId ? found : undefined;
}
