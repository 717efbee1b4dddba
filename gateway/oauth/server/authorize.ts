import type { Context } from 'hono';
import type { GatewayContext } from '../../context/gateway-context.ts';
import { isOver } from '../../secrets/is-over.ts';
import { isToken } from '../../secrets/tokens.ts';
import type { ApiToken } from '../../store/contract/api-tokens.ts';
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
export async function showConsent(context: GatewayContext, asked: Context, server: ProtectedServer): Promise<Response> {
  const given = new URL(asked.req.url).searchParams;
  return answering(context, asked, server, async (refuse) => {
    const address = await readReturnAddress(context, given);
    refuse.goesTo(address);
    readCodeChallenge(context, given);
    const formToken = issueFormToken(context, asked, given);
    return consentPage(asked, { server, address, given, formToken });
  });
}

/** Takes the operator's decision, and leads back to the client with a code or a refusal. */
export async function decide(
  context: GatewayContext,
  asked: Context,
  { server, tries }: { server: ProtectedServer; tries: TryLimit },
): Promise<Response> {
  return answering(context, asked, server, async (refuse) => {
    const given = await readForm(asked.req.raw);
    const address = await readReturnAddress(context, given);
    checkForm(context, asked, given);
    const { id: serverId, account_id } = server.row;
    const record = (actor: string, status: string): Promise<void> =>
      context.audit.record({ account_id, server_id: serverId, actor, action: 'oauth.authorize', status });
    const decision = single(given, 'decision');
    if (decision !== 'allow' && decision !== 'deny')
      throw new OAuthError('invalid_request', 'decision has to be allow or deny.');
    refuse.goesTo(address);
    const codeChallenge = readCodeChallenge(context, given);
    if (decision === 'deny') {
      await record(`oauth_client:${address.client.id}`, 'denied');
      throw new OAuthError('access_denied', 'The operator did not allow it.');
    }
    const wait = tries.take(serverId);
    if (wait > 0) {
      asked.header('Retry-After', String(Math.ceil(wait / 1000)));
      return refusalPage(asked, { message: 'Too many wrong API tokens. Wait a minute and begin again.', status: 429 });
    }
    const apiToken = await findApiToken(context, account_id, given.get('api_token') ?? '');
    if (apiToken === undefined) {
      await record(`oauth_client:${address.client.id}`, 'refused');
      const error = 'This is no valid API token for this server. Nothing was allowed.';
      const formToken = issueFormToken(context, asked, given);
      return consentPage(asked, { server, address, given, formToken, error, status: 401 });
    }
    tries.giveBack(serverId);
    const code = await issueCode(context, { server: server.row, apiToken, address, codeChallenge });
    await record(`api_token:${apiToken.id}`, 'ok');
    return goTo(context, asked, { serverId, address, answer: { code } });
  });
}

/** Answers an {@link OAuthError}: on a page, or at the client's address once that is known to be its own. */
async function answering(
  context: GatewayContext,
  asked: Context,
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
    if (address === undefined) return refusalPage(asked, error);
    const answer = { error: error.code, error_description: error.message };
    return goTo(context, asked, { serverId: row.id, address, answer });
  }
}

function goTo(
  context: GatewayContext,
  asked: Context,
  { serverId, address, answer }: { serverId: string; address: ReturnAddress; answer: Readonly<Record<string, string>> },
): Response {
  const url = new URL(address.target);
  for (const [name, value] of Object.entries(answer)) url.searchParams.set(name, value);
  if (address.state !== undefined) url.searchParams.set('state', address.state);
  url.searchParams.set('iss', issuerOf(context, serverId));
  return asked.redirect(url.href, 302);
}

/** An API token that opens servers of this account now. */
async function findApiToken(
  { store, digest, now }: GatewayContext,
  accountId: string,
  text: string,
): Promise<ApiToken | undefined> {
  const given = text.trim();
  const found = isToken('api', given) ? await store.apiTokens.find(digest(given)) : undefined;
  if (found === undefined || isOver(found, now())) return undefined;
  return found.account_id === null || found.account_id === accountId ? found : undefined;
}
