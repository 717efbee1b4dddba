import type { ListeningGateway } from '../../gateway/index.ts';
import { type Client, ToolkitError } from '../../runtime/index.ts';
import { clientFromEnvironment } from '../workspace/client-from-environment.ts';
import type { FirstServer, GatewaySettings } from '../gateway/open-gateway.ts';
import { refreshGenerated } from '../workspace/refresh-generated.ts';
import type { SandboxFlags } from '../workspace/sandbox-options.ts';
import { stopOnSignal } from '../process/stop-on-signal.ts';
import { paint } from '../output/paint.ts';

/** Options of `intercom-mcp start`. */
interface StartFlags extends SandboxFlags {
  readonly port: number;
  readonly sandboxPort: number;
  readonly gatewayPort: number;
}

/**
 * `intercom-mcp start`: the tools over HTTP on 127.0.0.1, and a gateway beside them that keeps nothing, over a sample
 * workspace unless the environment has an access token; prints how to connect. In a checkout it generates the tools
 * first, where they are out of date.
 */
export const start = async (flags: StartFlags): Promise<void> => {
  await refreshGenerated();
  await using opened = new AsyncDisposableStack();
  const workspace = await workspaceOf(flags);
  opened.defer(workspace.close);
  const [{ serveHttp }, { catalog, intercom }, { connectFirst, openGateway }] = await Promise.all([
    import('../../runtime/mcp/node.ts'),
    import('../../intercom/index.ts'),
    import('../gateway/open-gateway.ts'),
  ]);
  const server = await serveHttp({ ...intercom, client: workspace.client, port: flags.port });
  opened.defer(server.close);
  const gateway = await openGateway({ port: flags.gatewayPort, store: ':memory:', log: 'warn', ...workspace.gateway });
  opened.defer(gateway.close);
  const first = await connectFirst(gateway, workspace.account);
  console.log(
    guide(server.url, workspace.about, {
      tools: catalog.length,
      questions: [...QUESTIONS, workspace.question],
      gateway: gatewayLines(gateway, first, workspace.account.methods),
    }),
  );
  const everything = opened.move();
  stopOnSignal(() => everything.disposeAsync());
};

interface ConnectedWorkspace {
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

async function workspaceOf(flags: StartFlags): Promise<ConnectedWorkspace> {
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
      question: OWN_QUESTION,
    };
  const [{ listen }, { createClient }] = await Promise.all([
    import('../workspace/listen-sandbox.ts'),
    import('../../runtime/index.ts'),
  ]);
  const { url, close } = await listen({ ...flags, port: flags.sandboxPort });
  return {
    client: createClient({ token: 'sandbox', baseUrl: url }),
    close,
    gateway: { upstreams: { sandbox: url }, sample: url },
    account: { region: 'sandbox', token: 'sandbox', methods: ['read', 'write'] },
    about: [
      `Workspace   ${url}   a sample one: nothing leaves this machine`,
      `            ${url}/_sandbox/changes shows what was changed in it`,
    ],
    question: SAMPLE_QUESTION,
  };
}

const QUESTIONS = [
  'Find all open conversations of the last 24 hours that nobody is assigned to.',
  "Search our Help Center for 'SSO configuration' and sum up the steps.",
];
const SAMPLE_QUESTION = 'Set ticket 84930 to In progress and assign it to admin 149302.';
const OWN_QUESTION = 'How many tickets are open, and in which states?';

function gatewayLines(
  { url, gateway }: ListeningGateway,
  first: FirstServer | ToolkitError,
  methods: readonly string[],
): readonly string[] {
  const account =
    first instanceof ToolkitError
      ? [`Account     not connected: ${first.message}`]
      : [
          `Account     ${first.accountId}`,
          `MCP server  ${first.url}`,
          `            ${methods.join(' and ')}, for a day`,
        ];
  return [
    `Address     ${url}   ${url}/openapi.json describes its API`,
    `Admin key   ${gateway.createdAdminKey ?? 'that of GATEWAY_ADMIN_KEY'}`,
    ...account,
  ];
}

function guide(
  url: string,
  about: readonly string[],
  { tools, questions, gateway }: { tools: number; questions: readonly string[]; gateway: readonly string[] },
): string {
  const bold = (text: string): string => paint(process.stdout, 'bold', text);
  const desktop = { mcpServers: { intercom: { command: 'npx', args: ['-y', 'mcp-remote', url] } } };
  return [
    `MCP server  ${bold(url)}   ${tools} tools`,
    ...about,
    '',
    bold('Claude Code'),
    `  claude mcp add --transport http intercom ${url}`,
    '',
    `${bold('Claude Desktop')} (claude_desktop_config.json)`,
    ...JSON.stringify(desktop, null, 2)
      .split('\n')
      .map((line) => `  ${line}`),
    '',
    bold('Then ask'),
    ...questions.map((question) => `  ${question}`),
    '',
    bold('Gateway: filtered servers for many workspaces, kept in memory here'),
    ...gateway.map((line) => `  ${line}`),
    '',
    paint(process.stdout, 'dim', 'Ctrl+C stops it.'),
  ].join('\n');
}
