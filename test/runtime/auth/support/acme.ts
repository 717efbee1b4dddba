import { createClient } from '../../../../runtime/client.ts';
import type { ClientOptions } from '../../../../runtime/client-options.ts';
import type { CallingProfile } from '../../../../runtime/profile/calling-profile.ts';
import type { Requirements, SecurityScheme } from '../../../../runtime/profile/security.ts';
import type { Tool } from '../../../../runtime/tool/tool.ts';
import { getThing } from '../../../support/sample-tools.ts';

/** A scheme of every kind. */
export const SCHEMES = {
  token: { type: 'bearer', environment: { token: 'ACME_TOKEN' } },
  named: { type: 'bearer', prefix: 'Token' },
  user: { type: 'basic', environment: { username: 'ACME_USERNAME', password: 'ACME_PASSWORD' } },
  header: { type: 'apiKey', in: 'header', name: 'X-Api-Key', environment: { key: 'ACME_API_KEY' } },
  prefixed: { type: 'apiKey', in: 'header', name: 'Authorization', prefix: 'Key ' },
  query: { type: 'apiKey', in: 'query', name: 'api key', environment: { key: 'ACME_QUERY_KEY' } },
  cookie: { type: 'apiKey', in: 'cookie', name: 'sid', environment: { key: 'ACME_SID' } },
  client: {
    type: 'clientCredentials',
    tokenUrl: 'https://acme.test/token',
    environment: { clientId: 'ACME_CLIENT_ID', clientSecret: 'ACME_CLIENT_SECRET' },
  },
} as const satisfies Record<string, SecurityScheme>;

/** The profile of an API that takes them all, and asks for some. */
export function profileOf(requirements: Requirements, more: { varies?: true } = {}): CallingProfile {
  const authentication = { schemes: SCHEMES, requirements, ...more };
  return {
    id: 'acme',
    name: 'Acme',
    connection: { addresses: { live: 'https://acme.test/v1' }, defaultRegion: 'live', authentication },
  };
}

/** A request as it was handed to fetch. */
export interface Seen {
  readonly url: string;
  readonly headers: Headers;
}

/** Calls a tool of a client with these options. */
export async function send(options: ClientOptions, tool: Partial<Tool> = {}): Promise<Seen> {
  let seen: Seen | undefined;
  const client = createClient({
    ...options,
    fetch: async (url, init) => {
      seen = { url: String(url), headers: new Headers(init?.headers) };
      return Response.json({});
    },
  });
  await client.exchange({ ...getThing, ...tool }, { thing_id: 1, state: 'open' });
  if (seen === undefined) throw new Error('nothing was sent');
  return seen;
}

/** The credentials that a request carries. */
export function carriedBy({ url, headers }: Seen): object {
  const query = new URL(url).searchParams;
  const found = {
    authorization: headers.get('authorization'),
    key: headers.get('x-api-key'),
    cookie: headers.get('cookie'),
    query: query.get('api key'),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== null));
}
