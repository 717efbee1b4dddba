import type { ConnectionSettings } from '../auth/from-environment.ts';
import type { Api } from '../catalog/api.ts';
import { createClient } from '../client.ts';
import { ConfigError } from '../value/errors.ts';
import { authOf, credentialWays } from './credential-ways.ts';
import { hostedAddresses } from './hosted-addresses.ts';
import type { HostedApi } from './hosted-api.ts';
import { openVariables } from './open-variables.ts';

/** Settings of {@link hostApi}. */
export interface HostOptions extends Omit<ConnectionSettings, 'auth' | 'region'> {
  /** The module of one resource, as a program imports it. */
  readonly moduleOf?: (module: string) => string;
}

/**
 * An API of one version for a gateway. What the options say is said for all of its accounts, which have all else of their own.
 * Throws {@link ConfigError} where nobody knows an address of it.
 */
export function hostApi(
  api: Api,
  { baseUrl, variables: fixed = {}, moduleOf, ...options }: HostOptions = {},
): HostedApi {
  const { apiVersion, profile } = api;
  const { id, name, connection } = profile;
  const addresses = baseUrl === undefined ? hostedAddresses(connection, options) : { [ONE]: baseUrl };
  if (Object.keys(addresses).length === 0)
    throw new ConfigError(
      `The description of ${name} names no address that a gateway could use.`,
      `Set ${connection.environment?.baseUrl ?? 'its base URL'} to one, with https.`,
    );
  return {
    ...{ id, name, addresses, noun: profile.account?.noun ?? 'account' },
    ...{ toolVersions: [apiVersion], apiVersions: [apiVersion], defaultVersion: apiVersion },
    toolVersionFor: () => apiVersion,
    open: async () => api,
    variables: openVariables(addresses, connection.variables).filter(
      (variable) => !Object.hasOwn(fixed, variable.name),
    ),
    credentials: credentialWays(profile),
    createClient: ({ credential, region, variables, version: _version, baseUrl: _address, ...account }) =>
      createClient({
        ...{ ...account, ...options, profile, auth: authOf(profile, credential) },
        ...(baseUrl === undefined ? { region } : { baseUrl }),
        // What an operator says is said for everybody.
        variables: { ...variables, ...fixed },
      }),
    ...(moduleOf && { moduleOf }),
  };
}

/** The region of an API that is reached at one address of the operator's. */
const ONE = 'default';
