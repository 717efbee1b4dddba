import type { Connection } from '../profile/connection.ts';
import type {
  Auth,
  ClientCredential,
  ClientCredentialsScheme,
  Credential,
  SecurityScheme,
} from '../profile/security.ts';
import { securityOf } from './security-of.ts';

/** Environment variables by name, as of `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What a client is made with of what a person has set for a connection. */
export interface ConnectionSettings {
  readonly auth: Auth;
  /** Whatever else is set, and nothing where it is not. */
  readonly region?: string;
  readonly baseUrl?: string;
  readonly variables?: Readonly<Record<string, string>>;
  readonly servers?: Readonly<Record<string, string>>;
  readonly allowHttp?: true;
}

/** The credentials that are set in the variables of a connection, by scheme; a scheme that lacks a part of its own is left out. */
export function authFromEnvironment(
  connection: Pick<Connection, 'authentication' | 'environment'>,
  environment: Environment,
): Auth {
  const shared = set(environment, connection.environment?.token);
  const found = Object.entries(securityOf(connection).schemes).flatMap(([name, scheme]) => {
    const credential = credentialFrom(scheme, environment, shared);
    return credential === undefined ? [] : [[name, credential] as const];
  });
  return Object.fromEntries(found);
}

/** All that is set in the variables of a connection, as options of a client. */
export function settingsFromEnvironment(connection: Connection, environment: Environment): ConnectionSettings {
  const { region, baseUrl, allowHttp } = connection.environment ?? {};
  const chosen = { region: set(environment, region), baseUrl: set(environment, baseUrl) };
  const variables = valuesOf(connection.variables, environment);
  const servers = valuesOf(connection.servers, environment);
  return {
    auth: authFromEnvironment(connection, environment),
    ...(chosen.region !== undefined && { region: chosen.region }),
    ...(chosen.baseUrl !== undefined && { baseUrl: chosen.baseUrl }),
    ...(variables && { variables }),
    ...(servers && { servers }),
    ...(/^(?:1|true|yes)$/i.test(set(environment, allowHttp) ?? '') && { allowHttp: true as const }),
  };
}

function credentialFrom(
  scheme: SecurityScheme,
  environment: Environment,
  shared: string | undefined,
): Credential | undefined {
  switch (scheme.type) {
    case 'bearer':
      return set(environment, scheme.environment?.token) ?? shared;
    case 'apiKey':
      return set(environment, scheme.environment?.key);
    case 'basic': {
      const username = set(environment, scheme.environment?.username);
      // An empty password is one: keys that stand for users have no other.
      const password = written(environment, scheme.environment?.password);
      return username === undefined || password === undefined ? undefined : { username, password };
    }
    case 'clientCredentials':
      return set(environment, scheme.environment?.token) ?? shared ?? clientFrom(scheme, environment);
    default:
      return scheme satisfies never;
  }
}

function clientFrom(
  { environment: names = {} }: ClientCredentialsScheme,
  environment: Environment,
): ClientCredential | undefined {
  const clientId = set(environment, names.clientId);
  const clientSecret = set(environment, names.clientSecret);
  if (clientId === undefined || clientSecret === undefined) return undefined;
  const tokenUrl = set(environment, names.tokenUrl);
  // No scopes are some as well.
  const scopes = written(environment, names.scopes)?.split(/\s+/).filter(Boolean);
  return { clientId, clientSecret, ...(tokenUrl !== undefined && { tokenUrl }), ...(scopes && { scopes }) };
}

/** What a variable holds, also where that is nothing; undefined where it is not set. */
function written(environment: Environment, name: string | undefined): string | undefined {
  return name === undefined || !Object.hasOwn(environment, name) ? undefined : environment[name];
}

/** What a variable holds, without white space around it; undefined where that is nothing. */
function set(environment: Environment, name: string | undefined): string | undefined {
  return written(environment, name)?.trim() || undefined;
}

function valuesOf(
  named: Readonly<Record<string, { readonly environment?: string }>> | undefined,
  environment: Environment,
): Readonly<Record<string, string>> | undefined {
  const values = Object.entries(named ?? {}).flatMap(([name, { environment: variable }]) => {
    const value = set(environment, variable);
    return value === undefined ? [] : [[name, value] as const];
  });
  return values.length === 0 ? undefined : Object.fromEntries(values);
}
