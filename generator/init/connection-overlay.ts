import type { Connection } from '../../runtime/profile/connection.ts';
import type { SecurityScheme } from '../../runtime/profile/security.ts';
import { isRecord, type Json } from '../json/json-schema.ts';
import { oneLine } from '../text/one-line.ts';
import { overlayText } from './overlay-text.ts';

/** The environment variables of the first credentials that do, in the order in which they are needed. */
export function credentialVariables({ authentication }: Connection): string[] {
  if (typeof authentication !== 'object') return [];
  const { schemes, requirements } = authentication;
  // Where some tools alone ask for a credential, the API as a whole may ask for none.
  const [first = Object.keys(schemes).slice(0, 1)] = requirements.filter((names) => names.length > 0);
  return first.flatMap((name) => (Object.hasOwn(schemes, name) && schemes[name] ? variablesOf(schemes[name]) : []));
}

/** What has to be set of a scheme; a ready token does in place of a client's id and secret. */
function variablesOf(scheme: SecurityScheme): string[] {
  const { environment = {} } = scheme;
  const named =
    scheme.type === 'clientCredentials'
      ? [scheme.environment?.clientId, scheme.environment?.clientSecret]
      : Object.values(environment);
  return named.filter((name) => name !== undefined);
}

/**
 * An overlay to put right what the description says of addresses and credentials, which it tells in comments: what stood in it once
 * more would hide what the vendor changes. The names of environment variables stand there, each by the one that is made of the API's name.
 */
export function connectionOverlay(document: Json, connection: Connection): string {
  const { addresses, variables = {}, environment = {} } = connection;
  const components = isRecord(document.components) ? document.components : {};
  const schemes = isRecord(components.securitySchemes) ? components.securitySchemes : {};
  const names = [
    ...credentialVariables(connection),
    ...Object.values(variables).flatMap((variable) => variable.environment ?? []),
    ...(environment.baseUrl === undefined ? [] : [environment.baseUrl]),
  ];
  const comment = [
    'Where the API is and what it asks for, as its description says it. Correct it here, and run npm run generate.',
    ...Object.values(addresses).map((address) =>
      address.startsWith('/') ? `no host is declared: set ${environment.baseUrl}` : `address: ${oneLine(address)}`,
    ),
    ...(Object.keys(schemes).length === 0
      ? [
          'No credential is declared. If the API takes one, say which, for example:',
          '  - target: $',
          '    update: { security: [{ token: [] }], components: { securitySchemes: { token: { type: http, scheme: bearer } } } }',
        ]
      : [
          ...Object.entries(schemes).map(([name, scheme]) => `credential ${oneLine(name)}: ${factsOf(scheme)}`),
          'Where that is wrong, say what is right beside `x-mcp`, for example:',
          `    components: { securitySchemes: { ${JSON.stringify(oneLine(Object.keys(schemes)[0] ?? ''))}: { type: http, scheme: bearer } } }`,
        ]),
    '`environment` has a name for each variable; put your own in place of the second one.',
  ];
  const update = { 'x-mcp': { environment: Object.fromEntries(names.map((name) => [name, name])) } };
  return overlayText('Connection', comment, [{ target: '$', update }]);
}

/** A scheme without what is written for a page. */
function factsOf(scheme: unknown): string {
  const { description: _, ...facts } = isRecord(scheme) ? scheme : {};
  return oneLine(JSON.stringify(facts));
}
