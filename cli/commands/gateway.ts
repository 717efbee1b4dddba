import { shownAddress } from '../../gateway/store/cannot-open.ts';
import { ToolkitError } from '../../runtime/value/errors.ts';
import { listen } from '../workspace/listen-sandbox.ts';
import { connectFirst, type FirstServer, type GatewaySettings, openGateway } from '../gateway/open-gateway.ts';
import type { SandboxFlags } from '../workspace/sandbox-options.ts';
import { stopOnSignal } from '../process/stop-on-signal.ts';
import { paint } from '../output/paint.ts';

/** Options of `intercom-mcp gateway`. */
interface GatewayFlags extends SandboxFlags, Omit<GatewaySettings, 'upstreams' | 'sample'> {
  readonly sandbox?: boolean;
  readonly sandboxPort: number;
}

/** `intercom-mcp gateway`: prints where it listens and, the one time that it can, the operator's key. */
export const gateway = async (flags: GatewayFlags): Promise<void> => {
  const sample = flags.sandbox ? await listen({ ...flags, port: flags.sandboxPort }) : undefined;
  const stopSample = async (): Promise<void> => sample?.close();
  const listening = await openGateway({
    ...flags,
    ...(sample && { upstreams: { sandbox: sample.url }, sample: sample.url }),
  }).catch(async (error: unknown) => {
    await stopSample();
    throw error;
  });
  stopOnSignal(async () => {
    await listening.close();
    await stopSample();
  });
  const first =
    sample && (await connectFirst(listening, { region: 'sandbox', token: 'sandbox', methods: ['read', 'write'] }));
  const { context, createdAdminKey } = listening.gateway;
  console.log(
    gatewayGuide({
      url: context.publicUrl,
      listens: listening.url,
      adminKey: createdAdminKey,
      store: flags.store,
      sample: sample?.url,
      first,
    }),
  );
};

interface Guide {
  readonly url: string;
  readonly listens: string;
  readonly adminKey: string | undefined;
  readonly store: string;
  readonly sample: string | undefined;
  readonly first: FirstServer | ToolkitError | undefined;
}

function gatewayGuide({ url, listens, adminKey, store, sample, first: connected }: Guide): string {
  const first = connected instanceof ToolkitError ? undefined : connected;
  const bold = (text: string): string => paint(process.stdout, 'bold', text);
  const dim = (text: string): string => paint(process.stdout, 'dim', text);
  const body = JSON.stringify({ name: 'Support', config: { tags: ['support'] }, expires_at: null });
  return [
    `Gateway     ${bold(url)}${url === listens ? '' : `   listens on ${listens}`}`,
    `Store       ${shownAddress(store)}`,
    ...(adminKey === undefined
      ? [`Admin key   the one you have; ${dim('--new-admin-key makes another')}`]
      : [`Admin key   ${bold(adminKey)}`, `            ${dim('shown this once; it is stored as a hash')}`]),
    ...(sample === undefined ? [] : [`Sample      ${sample}   a made-up workspace: nothing leaves this machine`]),
    ...(connected instanceof ToolkitError ? [`Account     not connected: ${connected.message}`] : []),
    ...(first === undefined ? [] : [`Account     ${first.accountId}`]),
    ...(first?.url === undefined
      ? []
      : [`MCP server  ${bold(first.url)}`, `            ${dim('reads and writes, for a day')}`]),
    '',
    bold('Create an MCP server'),
    `  export ADMIN_KEY=${adminKey ?? '...'}`,
    `  curl -s ${url}/integrated-account/${first?.accountId ?? 'ID'}/mcp -H "Authorization: Bearer $ADMIN_KEY" \\`,
    `    -H 'Content-Type: application/json' -d '${body}'`,
    ...(first?.url === undefined
      ? []
      : ['', bold('Claude Code'), `  claude mcp add --transport http intercom ${first.url}`]),
    '',
    dim(`${url}/openapi.json describes the API. Ctrl+C stops it, once the calls that go on have ended.`),
  ].join('\n');
}
