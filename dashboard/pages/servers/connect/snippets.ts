import { clientName } from './client-name.ts';

/** A server as clients are told of it. */
export interface Connection {
  readonly url: string;
  /** What its operator calls it. */
  readonly name: string;
  /** Whether the URL alone is not enough. */
  readonly secondFactor: boolean;
}

/** What stands in snippets where an API token goes. */
export const TOKEN_PLACE = 'YOUR_API_TOKEN';

const HEADER = `Authorization: Bearer ${TOKEN_PLACE}`;

/** The server as one of an object of servers, in JSON. */
function jsonOf(value: unknown): string {
  return JSON.stringify(value, null, 2);
}

/** A text as one argument of a POSIX shell. */
export function shellQuote(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

function headersOf({ secondFactor }: Connection): { headers?: Record<string, string> } {
  return secondFactor ? { headers: { Authorization: `Bearer ${TOKEN_PLACE}` } } : {};
}

/** The command that adds the server to Claude Code. */
export function claudeCode(connection: Connection): string {
  const { url, name, secondFactor } = connection;
  const header = secondFactor ? ` --header "${HEADER}"` : '';
  return `claude mcp add --transport http ${clientName(name)} ${shellQuote(url)}${header}`;
}

/** What goes into Claude Desktop's settings, which start programs alone: mcp-remote passes on what comes. */
export function claudeDesktop(connection: Connection): string {
  const { url, name, secondFactor } = connection;
  const plain = isPlainRemote(url) ? ['--allow-http'] : [];
  // Some of its versions split arguments at blanks, so that the one of the header stands in the environment.
  const header = secondFactor ? ['--header', `Authorization:$\{AUTH_HEADER}`] : [];
  const env = secondFactor ? { env: { AUTH_HEADER: `Bearer ${TOKEN_PLACE}` } } : {};
  const server = {
    command: 'npx',
    args: ['-y', 'mcp-remote', url, '--transport', 'http-only', ...plain, ...header],
    ...env,
  };
  return jsonOf({ mcpServers: { [clientName(name)]: server } });
}

/** What goes into Cursor's `mcp.json`. */
export function cursorConfig(connection: Connection): string {
  return jsonOf({ mcpServers: { [clientName(connection.name)]: { url: connection.url, ...headersOf(connection) } } });
}

/** The link that adds the server to Cursor. Where it asks for a second factor, Cursor logs in. */
export function cursorLink({ url, name }: Connection): string {
  const config = btoa(JSON.stringify({ url }));
  return `cursor://anysphere.cursor-deeplink/mcp/install?name=${clientName(name)}&config=${encodeURIComponent(config)}`;
}

/** What goes into VS Code's `mcp.json`. */
export function codeConfig(connection: Connection): string {
  const { url, name } = connection;
  return jsonOf({ servers: { [clientName(name)]: { type: 'http', url, ...headersOf(connection) } } });
}

/** The link that adds the server to VS Code. Where it asks for a second factor, VS Code logs in. */
export function codeLink({ url, name }: Connection): string {
  return `vscode:mcp/install?${encodeURIComponent(JSON.stringify({ name: clientName(name), type: 'http', url }))}`;
}

/** The command that adds the server to Gemini CLI. */
export function geminiCommand({ url, name, secondFactor }: Connection): string {
  const header = secondFactor ? `--header "${HEADER}" ` : '';
  return `gemini mcp add --transport http ${header}${clientName(name)} ${shellQuote(url)}`;
}

/** What goes into the settings of Gemini CLI. */
export function geminiConfig(connection: Connection): string {
  const { url, name } = connection;
  return jsonOf({ mcpServers: { [clientName(name)]: { httpUrl: url, ...headersOf(connection) } } });
}

/** A request of the Messages API with its MCP connector. */
export function messagesApi({ url, name, secondFactor }: Connection): string {
  const body = {
    model: 'claude-sonnet-5-5',
    max_tokens: 1000,
    messages: [{ role: 'user', content: 'What can you look up here?' }],
    mcp_servers: [
      { type: 'url', url, name: clientName(name), ...(secondFactor && { authorization_token: TOKEN_PLACE }) },
    ],
    tools: [{ type: 'mcp_toolset', mcp_server_name: clientName(name) }],
  };
  return [
    'curl https://api.anthropic.com/v1/messages \\',
    '  -H "x-api-key: $ANTHROPIC_API_KEY" \\',
    '  -H "anthropic-version: 2023-06-01" \\',
    '  -H "anthropic-beta: mcp-client-2025-11-20" \\',
    '  -H "content-type: application/json" \\',
    `  -d ${shellQuote(jsonOf(body))}`,
  ].join('\n');
}

/** A request that lists the tools. */
export function curl({ url, secondFactor }: Connection): string {
  return [
    `curl -sS ${shellQuote(url)} \\`,
    ...(secondFactor ? [`  -H "${HEADER}" \\`] : []),
    '  -H "Content-Type: application/json" \\',
    '  -H "Accept: application/json, text/event-stream" \\',
    `  -d '{"jsonrpc":"2.0","id":1,"method":"tools/list"}'`,
  ].join('\n');
}

/** Whether services on the internet can reach an address: over https, and not on a machine or a network of one's own. */
export function isPublic(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' && !LOCAL.test(hostname) && hostname.includes('.');
}

const LOCAL =
  /^(?:localhost|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|\[)|\.(?:local|localhost|internal|lan)$/;

/** Whether mcp-remote wants to be told that plain http is meant. */
function isPlainRemote(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'http:' && hostname !== 'localhost' && hostname !== '127.0.0.1';
}
