import { securityOf } from '../../runtime/auth/security-of.ts';
import type { Connection } from '../../runtime/profile/connection.ts';
import type { SecurityScheme } from '../../runtime/profile/security.ts';

/** An environment variable that a client of an API is made by. */
export interface ApiVariable {
  readonly name: string;
  /** What it holds, in a few words. */
  readonly what: string;
  /** True where nobody may read it. */
  readonly isSecret: boolean;
}

/** All variables of a connection: those of its credentials first, each once. */
export function variablesOf(connection: Connection): readonly ApiVariable[] {
  const { environment = {}, variables = {}, servers = {} } = connection;
  const { schemes } = securityOf(connection);
  const all = [
    ...secret(environment.token, 'the access token'),
    ...Object.entries(schemes).flatMap(([name, scheme]) => ofScheme(name, scheme)),
    ...plain(environment.region, 'which of its addresses'),
    ...plain(environment.baseUrl, 'another address'),
    ...Object.entries(variables).flatMap(([name, variable]) => plain(variable.environment, `${name} of the address`)),
    ...Object.entries(servers).flatMap(([address, server]) => plain(server.environment, `in place of ${address}`)),
    ...plain(environment.allowHttp, '1 allows an address that anybody on the way can read'),
  ];
  return [...new Map(all.map((variable) => [variable.name, variable])).values()];
}

function ofScheme(name: string, scheme: SecurityScheme): readonly ApiVariable[] {
  switch (scheme.type) {
    case 'bearer':
      return secret(scheme.environment?.token, `the token of ${name}`);
    case 'apiKey':
      return secret(scheme.environment?.key, `the key of ${name}`);
    case 'basic':
      return [
        ...secret(scheme.environment?.username, `the user name of ${name}`),
        ...secret(scheme.environment?.password, `the password of ${name}`),
      ];
    case 'clientCredentials':
      return [
        ...secret(scheme.environment?.clientId, `the client's id of ${name}`),
        ...secret(scheme.environment?.clientSecret, `the client's secret of ${name}`),
        ...secret(scheme.environment?.token, `a ready token of ${name}`),
        ...plain(scheme.environment?.scopes, `the scopes of ${name}`),
        ...plain(scheme.environment?.tokenUrl, `where tokens of ${name} are to be had`),
      ];
    default:
      return scheme satisfies never;
  }
}

function secret(name: string | undefined, what: string): readonly ApiVariable[] {
  return name === undefined ? [] : [{ name, what, isSecret: true }];
}

function plain(name: string | undefined, what: string): readonly ApiVariable[] {
  return name === undefined ? [] : [{ name, what, isSecret: false }];
}
