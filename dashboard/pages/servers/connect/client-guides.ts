import * as snippets from './snippets.ts';

/** How one client is connected. */
export interface ClientGuide {
  readonly name: string;
  /** What to do, in order. */
  readonly steps: readonly string[];
  /** A link that does it, or leads to where it is done. */
  readonly link?: { readonly text: string; readonly href: string };
  readonly code: readonly { readonly label: string; readonly text: string }[];
  /** Whether it comes from the internet, so that the server has to be reachable from there. */
  readonly isRemote: boolean;
  /** What to do about the second factor. */
  readonly secondFactor: string;
}

const LOGS_IN = 'It opens a page of this gateway, where you agree with an API token.';
const SENDS = `Put an API token in the place of ${snippets.TOKEN_PLACE}.`;
const LOGS_IN_OR_SENDS = `${SENDS} Or leave the header out: ${LOGS_IN.charAt(0).toLowerCase()}${LOGS_IN.slice(1)}`;

/** How clients are connected to a server. With a `place` in its URL instead of the secret no link is made of it. */
export function clientGuides(connection: snippets.Connection, { hasUrl }: { hasUrl: boolean }): ClientGuide[] {
  const { url } = connection;
  return [
    {
      name: 'claude.ai',
      steps: [
        'Open Settings, Connectors, and choose “Add custom connector”.',
        'Give it a name, paste the URL, and add it.',
        'In a conversation, switch the connector on.',
      ],
      link: {
        text: 'Open the connectors of claude.ai',
        href: 'https://claude.ai/settings/connectors?modal=add-custom-connector',
      },
      code: [{ label: 'URL for the connector', text: url }],
      isRemote: true,
      secondFactor: LOGS_IN,
    },
    {
      name: 'Claude Desktop',
      steps: [
        'Open Settings, Developer, “Edit Config”, which leads to claude_desktop_config.json.',
        'Put this there, beside the servers that it has, and start Claude Desktop again. It needs Node.js.',
      ],
      code: [{ label: 'claude_desktop_config.json', text: snippets.claudeDesktop(connection) }],
      isRemote: false,
      secondFactor: SENDS,
    },
    {
      name: 'Claude Code',
      steps: ['Run this in a terminal, in your project; with --scope user it holds everywhere.'],
      code: [{ label: 'command for Claude Code', text: snippets.claudeCode(connection) }],
      isRemote: false,
      secondFactor: LOGS_IN_OR_SENDS,
    },
    {
      name: 'Cursor',
      steps: ['Follow the link, or put this into ~/.cursor/mcp.json.'],
      ...(hasUrl && { link: { text: 'Add to Cursor', href: snippets.cursorLink(connection) } }),
      code: [{ label: 'mcp.json of Cursor', text: snippets.cursorConfig(connection) }],
      isRemote: false,
      secondFactor: LOGS_IN_OR_SENDS,
    },
    {
      name: 'VS Code',
      steps: ['Follow the link, or put this into .vscode/mcp.json.'],
      ...(hasUrl && { link: { text: 'Add to VS Code', href: snippets.codeLink(connection) } }),
      code: [{ label: 'mcp.json of VS Code', text: snippets.codeConfig(connection) }],
      isRemote: false,
      secondFactor: LOGS_IN_OR_SENDS,
    },
    {
      name: 'Gemini CLI',
      steps: ['Run the command, or put the other into ~/.gemini/settings.json.'],
      code: [
        { label: 'command for Gemini CLI', text: snippets.geminiCommand(connection) },
        { label: 'settings.json of Gemini CLI', text: snippets.geminiConfig(connection) },
      ],
      isRemote: false,
      secondFactor: LOGS_IN_OR_SENDS,
    },
    {
      name: 'Messages API',
      steps: ['Anthropic’s API calls the tools itself, by its MCP connector.'],
      code: [{ label: 'request of the Messages API', text: snippets.messagesApi(connection) }],
      isRemote: true,
      secondFactor: SENDS,
    },
    {
      name: 'cURL',
      steps: ['Lists the tools.'],
      code: [{ label: 'request that lists the tools', text: snippets.curl(connection) }],
      isRemote: false,
      secondFactor: SENDS,
    },
  ];
}
