import type { Client } from '../../runtime/client.ts';
import type { HostedApi } from '../../runtime/hosting/hosted-api.ts';
import type { Memory } from '../../runtime/value/memory.ts';
import type { GatewayContext } from '../context/gateway-context.ts';
import { addressOf, type Variables } from './account-choices.ts';
import type { Credential } from './credential.ts';

/** What a client of an account is made of. */
export interface Reached {
  readonly api: HostedApi;
  readonly region: string;
  readonly version: string;
  readonly variables: Variables;
  readonly credential: Credential;
  /** What is remembered of the account for a minute. */
  readonly memory?: Memory | undefined;
}

/** A client of an account; throws {@link ConfigError} for a credential that cannot be sent. */
export function openClient(
  { fetch, send, callTimeout }: Pick<GatewayContext, 'fetch' | 'send' | 'callTimeout'>,
  { api, region, version, variables, credential, memory }: Reached,
): Client {
  return api.createClient({
    ...{ fetch, send, version, credential, region, variables, baseUrl: addressOf(api, region) },
    ...(callTimeout !== undefined && { timeout: callTimeout }),
    ...(memory !== undefined && { memory }),
  });
}
