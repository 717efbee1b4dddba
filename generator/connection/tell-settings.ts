import type { Connection } from '../../runtime/profile/connection.ts';
import type { SecurityScheme } from '../../runtime/profile/security.ts';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostics.ts';
import { isRecord, type Json } from '../json/json-schema.ts';
import { type SentScheme, tokenUrls } from './read-schemes.ts';
import { isOpenHttp, serverAddress } from './server-address.ts';

/** What a connection was read from. */
export interface Told {
  readonly schemes: ReadonlyMap<string, SentScheme>;
  /** By the pointer of an operation, the other server that it is at. */
  readonly others: ReadonlyMap<string, string>;
  readonly document: Json;
}

/** Says what a person has to set, and where it goes; what cannot be used of the addresses. */
export function tellSettings(connection: Connection, { schemes, others, document }: Told): Diagnostic[] {
  const { authentication, addresses, variables = {}, servers = {}, environment = {} } = connection;
  const named = typeof authentication === 'object' ? authentication.schemes : {};
  const all = Object.values(addresses);
  const fetched = tokenUrls(schemes);
  const pointers = new Map([
    ...fetched,
    ...[...others].toReversed().map(([pointer, server]) => [server, pointer] as const),
  ]);
  return [
    ...Object.entries(named).map(([name, scheme]) => {
      const known = schemes.get(name);
      return diagnostic('SECURITY_SCHEME', `${name}: ${known?.how}; set ${variablesOf(scheme)}`, known?.pointer);
    }),
    ...unreachable(document).map((url) =>
      diagnostic('SERVER_UNUSABLE', `${JSON.stringify(url)} is no address that HTTP reaches`, '/servers'),
    ),
    ...all
      .filter((address) => address.startsWith('/'))
      .map((address) =>
        diagnostic(
          'SERVER_RELATIVE',
          `the address of the API is known as ${JSON.stringify(address)} alone: clients need a base URL (${environment.baseUrl})`,
          '/servers',
        ),
      ),
    ...[...all, ...Object.keys(servers), ...fetched.map(([url]) => url)]
      .filter(isOpenHttp)
      .map((address) =>
        diagnostic(
          'SERVER_INSECURE',
          `${address} is described without https: it is used where ${environment.allowHttp}=1 allows that`,
          pointers.get(address) ?? '/servers',
        ),
      ),
    ...Object.entries(variables).map(([name, { default: preset, enum: values, environment: variable }]) => {
      const range = values ? ` (${values.slice(0, 8).join(', ')}${values.length > 8 ? ', …' : ''})` : '';
      const what = preset === undefined ? 'has to be set' : `is ${JSON.stringify(preset)} unless it is set`;
      return diagnostic('SERVER_VARIABLE', `{${name}} of the address ${what}: ${variable}${range}`, '/servers');
    }),
    ...Object.entries(servers).map(([address, { environment: variable }]) =>
      diagnostic(
        'SERVER_OTHER',
        `calls go to the server ${address}, which ${variable} replaces`,
        pointers.get(address),
      ),
    ),
  ];
}

/** What of the list of servers was left out. */
function unreachable({ servers }: Json): unknown[] {
  return (Array.isArray(servers) ? servers : [])
    .map((server) => (isRecord(server) ? server.url : server))
    .filter((url) => typeof url !== 'string' || serverAddress(url) === undefined);
}

function variablesOf({ type, environment = {} }: SecurityScheme): string {
  const names = new Map(Object.entries(environment));
  if (type !== 'clientCredentials') return [...names.values()].join(' and ');
  return `${names.get('clientId')} and ${names.get('clientSecret')}, or ${names.get('token')}`;
}
