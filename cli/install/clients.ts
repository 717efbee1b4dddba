import { posix, win32 } from 'node:path';
import { configHome, type Machine } from '../profiles/config-folder.ts';

/** How an MCP server is started, as clients are told. */
export interface ServerStart {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** A client that keeps its servers in a file of JSON, comments allowed. */
export interface FileClient {
  readonly kind: 'file';
  readonly title: string;
  /** The file of a person, on each system. */
  readonly path: (machine: Machine) => string;
  /** The file of a project, from its folder, where the client has one. */
  readonly projectPath?: string;
  /** The object in it that servers are in, by their names. */
  readonly key: string;
  readonly entry: (server: ServerStart) => object;
  /** How a value of the environment is named in it, where the client puts it in. */
  readonly reference?: (variable: string) => string;
  /** What a person does afterwards. */
  readonly next: string;
}

/** A client whose own program keeps its servers. */
export interface CommandClient {
  readonly kind: 'command';
  readonly title: string;
  readonly program: string;
  readonly add: (name: string, server: ServerStart, scope: Scope) => readonly string[];
  readonly remove: (name: string, scope: Scope) => readonly string[];
  readonly reference?: (variable: string) => string;
  /** Whether it keeps servers of a project. */
  readonly hasProjects: boolean;
  readonly next: string;
}

/** Whom a server is for: one person everywhere, or whoever works in a project. */
export type Scope = 'user' | 'project';

/** A client that servers are installed in. */
export type McpClient = FileClient | CommandClient;

/**
 * Where each client keeps its servers, in which form, and how it is told of a value of the environment. Sources, as of
 * November 2026: the clients' own pages on MCP (modelcontextprotocol.io/quickstart/user for Claude Desktop,
 * code.claude.com/docs/en/mcp, cursor.com/docs/mcp, code.visualstudio.com/docs/copilot/reference/mcp-configuration,
 * geminicli.com/docs/tools/mcp-server, docs.windsurf.com/windsurf/cascade/mcp, zed.dev/docs/ai/mcp,
 * developers.openai.com/codex/mcp).
 */
export const clients = {
  'claude-desktop': {
    kind: 'file',
    title: 'Claude Desktop',
    path: (machine) => join(machine, configHome(machine), 'Claude', 'claude_desktop_config.json'),
    key: 'mcpServers',
    entry: plain,
    next: 'Quit Claude Desktop and start it again.',
  },
  'claude-code': {
    kind: 'command',
    title: 'Claude Code',
    program: 'claude',
    add: (name, server, scope) => [
      'mcp',
      'add-json',
      '--scope',
      scope,
      name,
      JSON.stringify({ type: 'stdio', ...plain(server) }),
    ],
    remove: (name, scope) => ['mcp', 'remove', '--scope', scope, name],
    reference: (variable) => `$\{${variable}}`,
    hasProjects: true,
    next: 'Start claude; /mcp shows the server.',
  },
  cursor: {
    kind: 'file',
    title: 'Cursor',
    path: (machine) => join(machine, machine.home, '.cursor', 'mcp.json'),
    projectPath: '.cursor/mcp.json',
    key: 'mcpServers',
    entry: plain,
    reference: (variable) => `$\{env:${variable}}`,
    next: 'Cursor asks whether to switch the server on, or has it under Settings, MCP.',
  },
  vscode: {
    kind: 'file',
    title: 'VS Code',
    path: (machine) => join(machine, configHome(machine), 'Code', 'User', 'mcp.json'),
    projectPath: '.vscode/mcp.json',
    key: 'servers',
    entry: (server) => ({ type: 'stdio', ...plain(server) }),
    reference: (variable) => `$\{env:${variable}}`,
    next: 'Run “MCP: List Servers” in VS Code and start it.',
  },
  gemini: {
    kind: 'file',
    title: 'Gemini CLI',
    path: (machine) => join(machine, machine.home, '.gemini', 'settings.json'),
    projectPath: '.gemini/settings.json',
    key: 'mcpServers',
    entry: plain,
    reference: (variable) => `$${variable}`,
    next: 'Start gemini; /mcp shows the server.',
  },
  windsurf: {
    kind: 'file',
    title: 'Windsurf',
    path: (machine) => join(machine, machine.home, '.codeium', 'windsurf', 'mcp_config.json'),
    key: 'mcpServers',
    entry: plain,
    reference: (variable) => `$\{env:${variable}}`,
    next: 'Refresh the servers in the panel of Cascade.',
  },
  zed: {
    kind: 'file',
    title: 'Zed',
    path: (machine) =>
      machine.platform === 'win32'
        ? join(machine, configHome(machine), 'Zed', 'settings.json')
        : join(machine, unixConfig(machine), 'zed', 'settings.json'),
    projectPath: '.zed/settings.json',
    key: 'context_servers',
    entry: (server) => ({ source: 'custom', ...plain(server) }),
    next: 'Zed starts the server by itself; its agent panel shows it.',
  },
  codex: {
    kind: 'command',
    title: 'Codex CLI',
    program: 'codex',
    add: (name, { command, args, env }) => [
      ...['mcp', 'add', name],
      ...Object.entries(env).flatMap(([variable, value]) => ['--env', `${variable}=${value}`]),
      ...['--', command, ...args],
    ],
    remove: (name) => ['mcp', 'remove', name],
    hasProjects: false,
    next: 'Start codex; /mcp shows the server.',
  },
} as const satisfies Record<string, McpClient>;

/** What a client is called in command lines. */
export type ClientName = keyof typeof clients;

/** In the order of the table. */
export const clientNames: readonly string[] = Object.keys(clients);

/** The client of a name that the command line was held to. */
export function clientOfName(name: string): McpClient {
  const found = Object.entries(clients).find(([one]) => one === name);
  if (found === undefined) throw new Error(`There is no client ${name}.`);
  return found[1];
}

function plain({ command, args, env }: ServerStart): object {
  return { command, args, ...(Object.keys(env).length > 0 && { env }) };
}

/** What macOS's own place for settings is not used by. */
function unixConfig(machine: Machine): string {
  return configHome({ ...machine, platform: 'linux' });
}

function join({ platform }: Machine, ...parts: readonly string[]): string {
  return (platform === 'win32' ? win32 : posix).join(...parts);
}
