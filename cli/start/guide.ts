import type { ListeningGateway } from '../../gateway/index.ts';
import { ToolkitError } from '../../runtime/value/errors.ts';
import type { FirstServer } from '../gateway/connect-first.ts';
import { paint } from '../output/paint.ts';
import type { ConnectedWorkspace } from './connect-workspace.ts';

interface Started {
  /** Address of the MCP server, and how many tools it has. */
  readonly url: string;
  readonly tools: number;
  readonly workspace: ConnectedWorkspace;
  readonly gateway: ListeningGateway;
  readonly first: FirstServer | ToolkitError;
  /** Where the gateway's dashboard is. */
  readonly dashboard: readonly string[];
}

const questions = [
  'Find all open conversations of the last 24 hours that nobody is assigned to.',
  "Search our Help Center for 'SSO configuration' and sum up the steps.",
];

/** What was started, how to connect to it, and what to ask first. */
export function guide({ url, tools, workspace, gateway, first, dashboard }: Started): string {
  const bold = (text: string): string => paint(process.stdout, 'bold', text);
  const desktop = { mcpServers: { intercom: { command: 'npx', args: ['-y', 'mcp-remote', url] } } };
  return [
    `MCP server  ${bold(url)}   ${tools} tools`,
    ...workspace.about,
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
    ...[...questions, workspace.question].map((question) => `  ${question}`),
    '',
    bold('Gateway: filtered servers for many workspaces, kept in memory here'),
    ...[...dashboard, ...gatewayLines(gateway, first, workspace.account.methods)].map((line) => `  ${line}`),
    '',
    paint(process.stdout, 'dim', 'Ctrl+C stops it.'),
  ].join('\n');
}

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
