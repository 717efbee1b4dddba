import type { HostedApi } from '../../runtime/hosting/hosted-api.ts';
import { ApiError } from '../../runtime/http/errors.ts';
import type { Client, Exchange, ServedAccount } from '../../runtime/index.ts';
import { ConfigError, ToolkitError } from '../../runtime/value/errors.ts';
import { isRecord } from '../../runtime/value/value.ts';
import type { GatewayContext } from '../context/gateway-context.ts';
import { Problem } from '../problem/problem.ts';
import type { Variables } from './account-choices.ts';
import { openClient } from './account-client.ts';
import { type Credential, fieldOf } from './credential.ts';

/** A credential to try, at the address where it is to be used. */
interface Tried {
  readonly api: HostedApi;
  readonly region: string;
  readonly version: string;
  readonly variables: Variables;
  readonly credential: Credential;
  /** What is to blame where it is refused; the credential unless given. */
  readonly field?: string | undefined;
}

/** Whose account it is. */
interface Identified extends ServedAccount {
  /** False for an API that cannot say it: nothing was asked. */
  readonly isAsked: boolean;
}

/**
 * Asks an API whose account a credential is of, where it has a tool for that. Throws a {@link Problem} where it refuses the
 * credential, answers something else, or cannot be reached.
 */
export async function identifyAccount(
  context: Pick<GatewayContext, 'fetch' | 'callTimeout'>,
  tried: Tried,
): Promise<Identified> {
  const { api, region, version } = tried;
  const client = clientOf(context, tried);
  const { profile, loadTool } = await api.open(version);
  const { account: words } = profile;
  const tool = words && (await loadTool(words.tool));
  if (words === undefined || tool === undefined) return { isAsked: false };
  const { output }: Exchange<unknown> = await client.exchange(tool, {}).catch((error: unknown) => {
    throw refusal(error, tried);
  });
  if (!isRecord(output))
    throw new Problem(
      { status: 502, code: 'upstream_failed' },
      `What stands for ${api.name}'s ${region} region answered with something else than whose credential it is.`,
      'Check the address of the region; nothing was stored.',
    );
  return { ...words.read(output), isAsked: true };
}

/** The client of a credential; throws a {@link Problem} for one that could not be sent at all. */
function clientOf(context: Pick<GatewayContext, 'fetch' | 'callTimeout'>, tried: Tried): Client {
  try {
    return openClient(context, tried);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    throw new Problem({ status: 400, code: 'invalid_input', field: blamed(tried) }, error.message, error.help);
  }
}

/** What an API's refusal means for the caller. */
function refusal(error: unknown, tried: Tried): unknown {
  if (!(error instanceof ToolkitError)) return error;
  const { api, region } = tried;
  const what = api.credentials.length === 1 ? (api.credentials[0]?.label.toLowerCase() ?? 'credential') : 'credential';
  const refused = error instanceof ApiError && error.status >= 400 && error.status < 500 && error.status !== 429;
  if (refused)
    return new Problem(
      { status: 400, code: 'token_refused', field: blamed(tried) },
      `${api.name}'s ${region} region did not accept the ${what}: ${error.message}`,
      `Check the ${what} and the region; nothing was stored.`,
    );
  return new Problem(
    { status: 502, code: 'upstream_failed' },
    `The ${what} could not be tried in ${api.name}'s ${region} region: ${error.message}`,
    'Try again later; nothing was stored.',
  );
}

function blamed({ field, credential }: Tried): string {
  return field ?? fieldOf(Object.keys(credential)[0] ?? 'credential');
}
