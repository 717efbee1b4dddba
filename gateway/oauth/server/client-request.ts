import type { GatewayContext } from '../../context/gateway-context.ts';
import type { Attempt, AttemptLimit } from '../../http/attempt-limit.ts';
import type { OAuthClient } from '../../store/contract/oauth.ts';
import type { McpServerRow } from '../../store/contract/servers.ts';
import { identifyClient } from './identify-client.ts';
import { OAuthError, tooMany } from './oauth-error.ts';
import { readForm } from './parameters.ts';

/** What a client asks of a server's token or revocation endpoint. */
export interface ClientRequest {
  readonly client: OAuthClient;
  readonly parameters: URLSearchParams;
  readonly server: McpServerRow;
  /** The caller's. */
  readonly address: string;
}

/**
 * Lets `handle` answer a request of a client that is registered. Its failures are counted by the caller's network and by the
 * client, so that one client of a network (a service in the cloud has many users behind one address) ends none of the others.
 */
export async function answerClient(
  context: Pick<GatewayContext, 'store'>,
  {
    request,
    server,
    address,
    failures,
  }: { request: Request; server: McpServerRow; address: string; failures: AttemptLimit },
  handle: (asked: ClientRequest) => Promise<Response>,
): Promise<Response> {
  const parameters = await readForm(request);
  const client = await countingFailures(failures, { address }, () => identifyClient(context, request, parameters));
  const attempt = { address, target: client.id };
  const wait = failures.wait(attempt);
  if (wait > 0) throw tooMany('Too many requests of this client failed.', wait);
  return countingFailures(failures, attempt, () => handle({ client, parameters, server, address }));
}

async function countingFailures<Result>(
  failures: AttemptLimit,
  attempt: Attempt,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error;
    const wait = failures.take(attempt);
    throw wait > 0 ? tooMany('Too many requests failed.', wait) : error;
  }
}
