import { type Client, createClient as createApiClient } from '../runtime/client.ts';
import type { ClientOptions as ApiClientOptions } from '../runtime/client-options.ts';
import { callingProfile } from './calling-profile.ts';
import type { Region } from './connection.ts';

/** Settings of {@link createClient}. */
export interface ClientOptions
  extends Omit<ApiClientOptions, 'profile' | 'auth' | 'token' | 'region' | 'variables' | 'servers'> {
  /** Access token of the workspace; a missing one is a {@link ConfigError}. */
  readonly token: string | undefined;
  /** Where the workspace's data lives; `us` unless said otherwise. */
  readonly region?: Region;
}

/** Creates a client for one Intercom workspace; throws {@link ConfigError} for a missing token or an unsafe address. */
export function createClient(options: ClientOptions): Client {
  return createApiClient({ ...options, profile: callingProfile });
}
