import type { Api } from '../catalog/api.ts';
import { createClient } from '../client.ts';
import { ConfigError } from '../value/errors.ts';
import type { CredentialWay, HostedApi } from './hosted-api.ts';

/** Settings of {@link hostApi}. */
export interface HostOptions {
  /** The base URL of all accounts, in place of the API's own addresses. */
  readonly baseUrl?: string | undefined;
}

/** The region of an API that is reached at one address of the operator's. */
const ONE = 'default';

/** An API of one version for a gateway; throws {@link ConfigError} where nobody knows an address of it. */
export function hostApi(api: Api, { baseUrl }: HostOptions = {}): HostedApi {
  const { apiVersion, profile } = api;
  const { id, name, connection } = profile;
  const addresses = baseUrl === undefined ? connection.addresses : { [ONE]: baseUrl };
  if (Object.keys(addresses).length === 0)
    throw new ConfigError(
      `No address of ${name} is known.`,
      `Set ${connection.environment?.baseUrl ?? 'its base URL'} to one: its description names none.`,
    );
  return {
    ...{ id, name, addresses, noun: profile.account?.noun ?? 'account' },
    ...{ toolVersions: [apiVersion], apiVersions: [apiVersion], defaultVersion: apiVersion },
    toolVersionFor: () => apiVersion,
    open: async () => api,
    credentials: connection.authentication === 'none' ? [] : [accessToken(name)],
    createClient: ({ credential, version: _version, variables: _variables, ...account }) =>
      createClient({ ...account, profile, token: credential[ACCESS_TOKEN] }),
  };
}

/** The field of a credential that is one token. */
export const ACCESS_TOKEN = 'access_token';

/** A credential that is one token. */
export function accessToken(api: string, help = `As ${api} gave it out.`): CredentialWay {
  return {
    id: ACCESS_TOKEN,
    label: 'Access token',
    fields: [{ name: ACCESS_TOKEN, label: 'Access token', help, secret: true }],
  };
}
