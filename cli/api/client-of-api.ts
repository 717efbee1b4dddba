import type { ConnectionSettings } from '../../runtime/auth/from-environment.ts';
import { securityOf } from '../../runtime/auth/security-of.ts';
import { type Client, createClient } from '../../runtime/client.ts';
import { nodeSend } from '../../runtime/http/node-send.ts';
import type { CallingProfile } from '../../runtime/profile/calling-profile.ts';
import type { Auth, Credential, SecurityScheme } from '../../runtime/profile/security.ts';
import { ConfigError } from '../../runtime/value/errors.ts';
import { CredentialError } from '../output/credential-error.ts';

/** A client, and why whatever it would send is refused, where that is so. */
export interface OpenedClient {
  readonly client: Client;
  readonly refusal?: CredentialError;
}

/**
 * A client for an API with what is set for it. Where its credentials are not, it reads arguments and shows dry runs all the same,
 * and answers whatever would be sent with a {@link CredentialError}. Throws {@link ConfigError} for an address that cannot be.
 */
export function clientOfApi(
  profile: CallingProfile,
  settings: ConnectionSettings,
  fetch?: typeof globalThis.fetch,
): OpenedClient {
  try {
    return { client: createClient({ profile, ...settings, ...(fetch ? { fetch } : { send: nodeSend() }) }) };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const refusal = new CredentialError(error.message, error.help);
    const refuse = (): Promise<never> => Promise.reject(refusal);
    // What is wrong with anything but the credentials is thrown by this one too.
    return { client: createClient({ profile, ...settings, auth: madeUp(profile), fetch: refuse }), refusal };
  }
}

/** Something for every scheme, where nothing is sent. */
function madeUp({ connection }: CallingProfile): Auth {
  const schemes = Object.entries(securityOf(connection).schemes);
  return Object.fromEntries(schemes.map(([name, { type }]) => [name, MADE_UP[type]]));
}

const MADE_UP = {
  bearer: 'none',
  apiKey: 'none',
  basic: { username: 'none', password: 'none' },
  clientCredentials: 'none',
} satisfies Record<SecurityScheme['type'], Credential>;
