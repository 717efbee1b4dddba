/**
 * Schemes of known MCP clients that are not their domain in reverse. Whatever else has no dot may be a program of the
 * operating system that acts on what it is sent (`ms-msdt:`, `search-ms:`), so this is a list of what is allowed.
 */
const KNOWN_CLIENTS = new Set([
  ...['claude', 'cursor', 'goose', 'kiro', 'mcpjam', 'raycast', 'trae'],
  ...['vscode', 'vscode-insiders', 'vscodium', 'warp', 'windsurf', 'zed'],
]);

/** What editors do by themselves when they are sent there: open files and folders, install extensions and servers, change settings. */
const ACTIONS = new Set(['anysphere.cursor-deeplink', 'extension', 'file', 'mcp', 'settings', 'vscode-remote']);

/** A domain in reverse (RFC 8252, section 7.1), which begins with a top-level domain. Windows has `microsoft.windows.camera` and others. */
const REVERSE_DOMAIN = /^(?!microsoft\.)[a-z]{2,}(?:\.[a-z\d-]+)+$/;

/** True for an address in an app of its own: under a domain in reverse, or of a known MCP client. */
export function isAppAddress({ protocol, host, search, href }: URL): boolean {
  const scheme = protocol.slice(0, -1);
  if (REVERSE_DOMAIN.test(scheme)) return true;
  const isAction = search !== '' || !href.startsWith(`${protocol}//`) || ACTIONS.has(host.toLowerCase());
  return KNOWN_CLIENTS.has(scheme) && !isAction;
}
