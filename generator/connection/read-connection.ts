import type { Connection } from '../../runtime/profile/connection.ts';
import type { Requirements, SecurityScheme } from '../../runtime/profile/security.ts';
import type { Diagnostic } from '../diagnostics/diagnostics.ts';
import type { Json } from '../json/json-schema.ts';
import type { Lookup } from '../json/lookup.ts';
import { callableOperations } from './callable-operations.ts';
import { type ConnectionOrigins, connectionPointers } from './connection-origins.ts';
import { credentialVariables } from './credential-variables.ts';
import { placeOf } from './implied-keys.ts';
import { otherServers } from './other-servers.ts';
import { tokenUrls } from './read-schemes.ts';
import { readSecurity } from './read-security.ts';
import { type KnownVariables, readServers } from './read-servers.ts';
import { isOpenHttp } from './server-address.ts';
import { tellSettings } from './tell-settings.ts';
import { capitals, variableNames } from './variable-names.ts';

/** How an API is reached, and what of that differs by operation. */
export interface ReadConnection {
  readonly connection: Connection;
  /** By the pointer of an operation, where that is not at the API's own address. */
  readonly servers: ReadonlyMap<string, string>;
  /** By the pointer of an operation, what it asks for, where that is not what the API asks for. */
  readonly security: ReadonlyMap<string, Requirements>;
  /** Places of a request that credentials fill, such as `header x-api-key`: no model is asked for one. */
  readonly places: ReadonlySet<string>;
  /** What a comparison with another description needs beside it. */
  readonly origins: ConnectionOrigins;
  readonly diagnostics: readonly Diagnostic[];
}

/** What is known of an API beside its description. */
export interface ConnectionSource {
  /** The name that its variables begin with. */
  readonly name: string;
  readonly lookup: Lookup;
  /** Where the description came from. */
  readonly location?: string | undefined;
  /** Names of environment variables in place of those that are derived, by those. */
  readonly environment?: Readonly<Record<string, string>> | undefined;
}

/** Reads `servers` and the security of a description, and names an environment variable for each setting. */
export function readConnection(
  document: Json,
  { name, lookup, location, environment }: ConnectionSource,
): ReadConnection {
  const operations = callableOperations(document, lookup);
  const security = readSecurity(document, lookup, operations);
  const known: KnownVariables = { all: new Map() };
  const declared = readServers(document.servers, { location, variables: known });
  // Without servers OpenAPI has the API at the root of where its description is.
  const own = declared ?? readServers([{ url: '/' }], { location, variables: known }) ?? [];
  // One that clients refuse is nobody's default where there is another.
  const main = own.find(({ address }) => !isOpenHttp(address)) ?? own[0];
  const others = otherServers(operations, { own, main }, known);

  const names = variableNames(name, environment);
  const { schemes, token } = credentialVariables(security.schemes, names);
  const baseUrl = names.take('BASE_URL');
  const region = own.length > 1 ? names.take('SERVER') : undefined;
  const fetched = tokenUrls(security.schemes).map(([url]) => url);
  const isOpen = [...own.map(({ address }) => address), ...others.servers.keys(), ...fetched].some(isOpenHttp);
  const allowHttp = isOpen ? names.take('ALLOW_HTTP') : undefined;
  const variables = [...known.all].map(
    ([key, variable]) => [key, { ...variable, environment: names.take(capitals(key)) }] as const,
  );
  const servers = [...others.servers].map(([address, addresses]) => {
    const hasMore = Object.keys(addresses).length > 0;
    return [address, { ...(hasMore && { addresses }), environment: names.take(`${labelOf(address)}_URL`) }] as const;
  });

  const connection: Connection = {
    addresses: Object.fromEntries(own.map((one) => [one.name, one.address])),
    ...(main && { defaultRegion: main.name }),
    ...(variables.length > 0 && { variables: Object.fromEntries(variables) }),
    ...(servers.length > 0 && { servers: Object.fromEntries(servers) }),
    authentication:
      security.schemes.size === 0
        ? 'none'
        : {
            schemes: scoped(schemes, security.scopes),
            requirements: security.requirements,
            ...(security.varies && { varies: true }),
          },
    environment: {
      ...(token !== undefined && { token }),
      ...(region !== undefined && { region }),
      baseUrl,
      ...(allowHttp !== undefined && { allowHttp }),
    },
  };
  return {
    connection,
    servers: others.of,
    security: security.of,
    places: new Set([...security.schemes.values()].map(({ scheme }) => placeOf(scheme))),
    origins: {
      pointers: connectionPointers(connection, { document, declared, others: others.of, ...security }),
      unsent: security.unsent,
      needs: security.needs,
    },
    diagnostics: [
      ...security.diagnostics,
      ...tellSettings(connection, { schemes: security.schemes, others: others.of, document }),
    ],
  };
}

function scoped(
  schemes: Readonly<Record<string, SecurityScheme>>,
  scopes: ReadonlyMap<string, readonly string[]>,
): Readonly<Record<string, SecurityScheme>> {
  return Object.fromEntries(
    Object.entries(schemes).map(([name, scheme]) => {
      const own = scopes.get(name) ?? [];
      return [name, scheme.type === 'clientCredentials' && own.length > 0 ? { ...scheme, scopes: own } : scheme];
    }),
  );
}

/** What tells a server from others: the first word of its host that says anything, or its path. */
function labelOf(address: string): string {
  const [, host = '', path = ''] = /^(?:[^/]*:)?(?:\/\/([^/]*))?(.*)$/.exec(address) ?? [];
  const label = host.split('.').find((part) => !/^(?:api|www|)$/.test(part));
  return capitals(label ?? path) || 'OTHER';
}
