import { createClient } from '../../../../runtime/client.ts';
import type { ClientCredential, ClientCredentialsScheme } from '../../../../runtime/profile/security.ts';
import { type Answer, type Recorded, type Recorder, type Reply, record } from '../../../support/recorder.ts';
import { getThing } from '../../../support/sample-tools.ts';

const ENVIRONMENT = { clientId: 'ACME_CLIENT_ID', clientSecret: 'ACME_CLIENT_SECRET', scopes: 'ACME_SCOPES' };

/** How an API and its token endpoint behave. */
export interface Setting {
  /** How the token endpoint answers its nth request; a token that is good for an hour unless said otherwise. */
  readonly token?: (request: Recorded, nth: number) => Reply | undefined | Promise<Reply | undefined>;
  /** How the API answers; with all that it was sent unless said otherwise. */
  readonly api?: Answer;
  readonly scheme?: Partial<ClientCredentialsScheme>;
  readonly credential?: Partial<ClientCredential>;
}

/** An API and its token endpoint on this machine, and a client of both. */
export async function open({ token = granted, api = () => ({ body: {} }), scheme, credential }: Setting) {
  let time = 1_000_000;
  let asked = 0;
  const server = await record((request) => {
    if (request.pathname !== '/token') return api(request);
    asked += 1;
    return token(request, asked);
  });
  const client = createClient({
    profile: {
      id: 'acme',
      name: 'Acme',
      connection: {
        addresses: { live: server.url },
        defaultRegion: 'live',
        authentication: {
          schemes: { client: { type: 'clientCredentials', tokenUrl: '/token', environment: ENVIRONMENT, ...scheme } },
          requirements: [['client']],
        },
      },
    },
    auth: { client: { clientId: 'an-id', clientSecret: 's3cret:ü/+', ...credential } },
    now: () => time,
    timeout: 500,
  });
  const pass = (seconds: number) => {
    time += seconds * 1000;
  };
  return {
    server,
    client,
    pass,
    call: () => client.exchange(getThing, { thing_id: 1 }),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

/** A token that is good for an hour. */
export function granted(_: Recorded, nth: number): Reply {
  return { body: { access_token: `fetched-token-${nth}`, token_type: 'Bearer', expires_in: 3600 } };
}

/** What the token endpoint was sent. */
export function askedFor({ requests }: Recorder): Recorded[] {
  return requests.filter(({ pathname }) => pathname === '/token');
}

/** What the API was sent as `Authorization`. */
export function carried({ requests }: Recorder): (string | undefined)[] {
  return requests.filter(({ pathname }) => pathname !== '/token').map(({ headers }) => headers.authorization);
}
