import type { Client } from '../../runtime/index.ts';
import type { SandboxOptions } from '../../sandbox/index.ts';
import type { GatewaySettings } from '../gateway/open-gateway.ts';
import { listenNear, type Wanted } from '../process/listen-near.ts';
import type { Connection } from '../profiles/connection.ts';
import { clientOf } from '../workspace/client.ts';

/** A sample workspace to be started, and the port that it takes. */
interface Sample {
  /** Of the API that is asked for. */
  readonly version: string | undefined;
  readonly wanted: Wanted;
  readonly options: SandboxOptions;
}

/** The workspace that everything is over. */
export interface ConnectedWorkspace {
  readonly client: Client;
  readonly close: () => Promise<void>;
  /** How a gateway reaches it, and its first account there. */
  readonly gateway: Pick<GatewaySettings, 'addresses' | 'sample'>;
  readonly account: {
    readonly region: string;
    readonly credential: { readonly access_token: string };
    readonly apiVersion: string | undefined;
    readonly methods: string[];
  };
  /** Lines that say which workspace it is. */
  readonly about: readonly string[];
  /** What one may ask of this one. */
  readonly question: string;
}

/** Connects a workspace that there is a token for, or without one a sample workspace that is started for it. */
export async function connectWorkspace(
  connection: Connection | undefined,
  sample: Sample,
): Promise<ConnectedWorkspace> {
  if (connection?.token !== undefined) {
    const { token, region = 'us', baseUrl, version: apiVersion, source } = connection;
    return {
      client: clientOf(connection),
      close: async () => {},
      gateway: baseUrl === undefined ? {} : { addresses: { own: baseUrl } },
      account: {
        region: baseUrl === undefined ? region : 'own',
        credential: { access_token: token },
        apiVersion,
        methods: ['read'],
      },
      about: [`Workspace   the one of ${source} (${baseUrl ?? region})`],
      question: 'How many tickets are open, and in which states?',
    };
  }
  const { openSandbox } = await import('../workspace/open-sandbox.ts');
  const { url, close } = await listenNear(sample.wanted, (port) => openSandbox(port, sample.options));
  return {
    client: clientOf({ token: 'sandbox', baseUrl: url, version: sample.version, source: 'sandbox' }),
    close,
    gateway: { addresses: { sandbox: url }, sample: url },
    account: {
      region: 'sandbox',
      credential: { access_token: 'sandbox' },
      apiVersion: sample.version,
      methods: ['read', 'write'],
    },
    about: [
      `Workspace   ${url}   a sample one: nothing leaves this machine`,
      `            ${url}/_sandbox/changes shows what was changed in it`,
    ],
    question: 'Set ticket 84930 to In progress and assign it to admin 149302.',
  };
}
