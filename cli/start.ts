import type { Client } from '../runtime/index.ts';
import { clientFromEnvironment } from './environment.ts';
import { refreshGenerated } from './refresh-generated.ts';
import type { SandboxFlags } from './sandbox-options.ts';
import { stopOnSignal } from './stop-on-signal.ts';
import { paint } from './style.ts';

/** Options of `intercom-mcp start`. */
export interface StartFlags extends SandboxFlags {
  readonly port: number;
  readonly sandboxPort: number;
}

/**
 * `intercom-mcp start`: the tools over HTTP on 127.0.0.1, over a sample workspace unless the environment has an access
 * token; prints how to connect. In a checkout it generates the tools first, where they are out of date.
 */
export const start = async (flags: StartFlags): Promise<void> => {
  await refreshGenerated();
  const { client, close: closeWorkspace, about, question } = await workspaceOf(flags);
  const [{ serveHttp }, { catalog, intercom }] = await Promise.all([
    import('../runtime/mcp/node.ts'),
    import('../runtime/intercom.ts'),
  ]);
  const server = await serveHttp({ ...intercom, client, port: flags.port }).catch(async (error: unknown) => {
    await closeWorkspace();
    throw error;
  });
  console.log(guide(server.url, about, { tools: catalog.length, questions: [...QUESTIONS, question] }));
  stopOnSignal(async () => {
    await Promise.all([server.close(), closeWorkspace()]);
  });
};

interface ConnectedWorkspace {
  readonly client: Client;
  readonly close: () => Promise<void>;
  /** Lines that say which workspace it is. */
  readonly about: readonly string[];
  /** What one may ask of this one. */
  readonly question: string;
}

async function workspaceOf(flags: StartFlags): Promise<ConnectedWorkspace> {
  const { INTERCOM_ACCESS_TOKEN, INTERCOM_REGION = 'us' } = process.env;
  if (INTERCOM_ACCESS_TOKEN)
    return {
      client: clientFromEnvironment(),
      close: async () => {},
      about: [`Workspace   the one of INTERCOM_ACCESS_TOKEN (${process.env.INTERCOM_BASE_URL ?? INTERCOM_REGION})`],
      question: OWN_QUESTION,
    };
  const [{ listen }, { createClient }] = await Promise.all([
    import('./listen-sandbox.ts'),
    import('../runtime/index.ts'),
  ]);
  const { url, close } = await listen({ ...flags, port: flags.sandboxPort });
  return {
    client: createClient({ token: 'sandbox', baseUrl: url }),
    close,
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

function guide(
  url: string,
  about: readonly string[],
  { tools, questions }: { tools: number; questions: readonly string[] },
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
    paint(process.stdout, 'dim', 'Ctrl+C stops it.'),
  ].join('\n');
}
