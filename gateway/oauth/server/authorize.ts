import type { Context } from 'hono';
import type { GatewayContext } from '../../context/gateway-context.ts';
import { type AttemptLimit, retryAfter } from '../../http/attempt-limit.ts';
import { callerAddress } from '../../http/caller-address.ts';
import { isOver } from '../../secrets/is-over.ts';
import { isToken } from '../../secrets/tokens.ts';
import type { ApiToken } from '../../store/contract/api-tokens.ts';
import type { AuditActor } from '../../store/contract/audit.ts';
import { type ReturnAddress, readCodeChallenge, readReturnAddress } from './authorization-request.ts';
import { consentPage, refusalPage } from './consent-page.ts';
import { opensServer } from './find-access.ts';
import { checkForm, issueFormToken } from './form-token.ts';
import { issueCode } from './grants.ts';
import { issuerOf } from './issuer.ts';
import { OAuthError, tooMany } from './oauth-error.ts';
import { readForm, single } from './parameters.ts';
import type { ProtectedServer } from './protected-server.ts';
import { keepSeen } from './register-client.ts';

/** Shows the consent page for a request that is in order. */
export async function showConsent(context: GatewayContext, c: Context, server: ProtectedServer): Promise<Response> {
  const parameters = new URL(c.req.url).searchParams;
  return answering(context, c, server, async (refuse) => {
    const address = await readReturnAddress(context, parameters);
    refuse.leadsTo(address);
    readCodeChallenge(context, server.row, parameters);
    await keepSeen(context, address.client);
    const formToken = issueFormToken(context, c, parameters);
    return consentPage(context, c, { server, address, parameters, formToken });
  });
}

/** Takes the operator's decision, and leads back to the client with a code or a refusal. */
export async function decide(
  context: GatewayContext,
  c: Context,
  { server, wrongTokens }: { server: ProtectedServer; wrongTokens: AttemptLimit },
): Promise<Response> {
  return answering(context, c, server, async (refuse) => {
    const parameters = await readForm(c.req.raw);
    const address = await readReturnAddress(context, parameters);
    checkForm(context, c, parameters);
    refuse.leadsTo(address);
    const { id: serverId, account_id } = server.row;
    const caller = callerAddress(c);
    const record = (actor: AuditActor, status: string): Promise<unknown> =>
      context.audit.record({
        ...{ account_id, server_id: serverId, actor, address: caller },
        ...{ action: 'oauth.authorize', status },
      });
    const decision = single(parameters, 'decision');
    if (decision !== 'allow' && decision !== 'deny')
      throw new OAuthError('invalid_request', 'decision has to be allow or deny.');
    const codeChallenge = readCodeChallenge(context, server.row, parameters);
    if (decision === 'deny') {
      await record(`oauth_client:${address.client.id}`, 'denied');
      const answer = { error: 'access_denied', error_description: 'The operator did not allow it.' };
      return c.redirect(answerUrl(context, { serverId, address, answer }), 302);
    }
    const attempt = { address: caller, target: serverId };
    const wait = wrongTokens.take(attempt);
    if (wait > 0) throw tooMany('Too many wrong API tokens came from your address.', wait);
    const apiToken = await findApiToken(context, server, parameters.get('api_token') ?? '');
    if (apiToken === undefined) {
      await record(`oauth_client:${address.client.id}`, 'refused');
      const error = 'This is no valid API token for this server. Nothing was allowed.';
      const formToken = issueFormToken(context, c, parameters);
      return consentPage(context, c, { server, address, parameters, formToken, error, status: 401 });
    }
    wrongTokens.giveBack(attempt);
    const code = await issueCode(context, { server: server.row, apiToken, address, codeChallenge });
    await record(`api_token:${apiToken.id}`, 'ok');
    return c.redirect(answerUrl(context, { serverId, address, answer: { code } }), 302);
  });
}

/**
 * Answers an {@link OAuthError} on a page. Once the address of the request is known to be the client's own the page has a link
 * to it: anybody can register an address, so nobody is led there without a click (RFC 9700, section 4.11.2).
 */
async function answering(
  context: GatewayContext,
  c: Context,
  { row }: ProtectedServer,
  handle: (refuse: { readonly leadsTo: (address: ReturnAddress) => void }) => Promise<Response>,
): Promise<Response> {
  let address: ReturnAddress | undefined;
  const leadsTo = (known: ReturnAddress): void => {
    address = known;
  };
  try {
    return await handle({ leadsTo });
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error;
    const { code, message, status, wait } = error;
    if (wait !== undefined) c.header('Retry-After', retryAfter(wait));
    if (address === undefined || status !== 400) return refusalPage(c, { message, status });
    const href = answerUrl(context, { serverId: row.id, address, answer: { error: code, error_description: message } });
    return refusalPage(c, { message, status, wayBack: { target: address.target, href } });
  }
}

/** The client's address with an answer to it (RFC 6749, section 4.1.2). */
function answerUrl(
  context: GatewayContext,
  { serverId, address, answer }: { serverId: string; address: ReturnAddress; answer: Readonly<Record<string, string>> },
): string {
  const url = new URL(address.target);
  for (const [name, value] of Object.entries(answer)) url.searchParams.set(name, value);
  if (address.state !== undefined) url.searchParams.set('state', address.state);
  url.searchParams.set('iss', issuerOf(context, serverId));
  return url.href;
}

/** An API token that opens this server now. */
async function findApiToken(
  { store, digest, now }: GatewayContext,
  { row, accounts }: ProtectedServer,
  text: string,
): Promise<ApiToken | undefined> {
  const token = text.trim();
  const found = isToken('api', token) ? await store.apiTokens.find(digest(token)) : undefined;
  if (found === undefined || isOver(found, now())) return undefined;
  return opensServer(found, row.account_id, accounts.length) ? found : undefined;
}
