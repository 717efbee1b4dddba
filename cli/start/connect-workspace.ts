import type { Client } from '../../runtime/index.ts';
import type { SandboxOptions } from '../../sandbox/index.ts';
import type { GatewaySettings } from '../gateway/open-gateway.ts';
import { clientFromEnvironment, sampleClient } from '../workspace/client.ts';

/** A sample workspace to be started, and the port that it takes. */
interface Sample {
  readonly port: number;
  readonly options: SandboxOptions;
}

/** The workspace that everything is over. */
export interface ConnectedWorkspace {
  readonly client: Client;
  readonly close: () => Promise<void>;
  /** How a gateway reaches it, and its first account there. */
  readonly gateway: Pick<GatewaySettings, 'upstreams' | 'sample'>;
  readonly account: { readonly region: string; readonly token: string; readonly methods: string[] };
  /** Lines that say which workspace it is. */
  readonly about: readonly string[];
  /** What one may ask of this one. */
  readonly question: string;
}

/** Connects the workspace of INTERCOM_ACCESS_TOKEN, or without one a sample workspace that is started for it. */
export async function connectWorkspace(sample: Sample): Promise<ConnectedWorkspace> {
  const { INTERCOM_ACCESS_TOKEN, INTERCOM_REGION = 'us', INTERCOM_BASE_URL } = process.env;
  if (INTERCOM_ACCESS_TOKEN)
    return {
      client: clientFromEnvironment(),
      close: async () => {},
      gateway: INTERCOM_BASE_URL ? { upstreams: { own: INTERCOM_BASE_URL } } : {},
      account: {
        region: INTERCOM_BASE_URL ? 'own' : INTERCOM_REGION,
        token: INTERCOM_ACCESS_TOKEN,
        methods: ['read'],
      },
      about: [`Workspace   the one of INTERCOM_ACCESS_TOKEN (${INTERCOM_BASE_URL ?? INTERCOM_REGION})`],
      question: 'How many tickets are open, and in which states?',
    };
  const { openSandbox } = await import('../workspace/open-sandbox.ts');
  const { url, close } = await openSandbox(sample.port, sample.options);
  return {
    client: sampleClient({ baseUrl: url }),
    close,
    gateway: { upstreams: { sandbox: url }, sample: url },
    account: { region: 'sandbox', token: 'sandbox', methods: ['read', 'write'] },
    about: [
      `Workspace   ${url}   a sample one: nothing leaves this machine`,
      `            ${url}/_sandbox/changes shows what was changed in it`,
    ],
    question: 'Set ticket 84930 to In progress and assign it to admin 149302.',
  };
}
