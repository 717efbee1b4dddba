import { describe, expect, test } from 'vitest';
import { clients } from '../../cli/install/clients.ts';
import * as snippets from '../../dashboard/pages/servers/connect/snippets.ts';
import { blocksOf, textOf } from './support/pages.ts';

const page = 'docs/connect.md';
const text = textOf(page);
const own = blocksOf('json').filter((block) => block.page === page);
/** The server by its URL that the page speaks of. */
const remote: snippets.Connection = {
  url: 'https://mcp.example.com/mcp/SERVER',
  name: 'intercom',
  secondFactor: false,
};

/** The JSON below a heading, in order. */
function jsonBelow(heading: string): readonly unknown[] {
  const from = text.slice(0, text.indexOf(`\n## ${heading}\n`)).split('\n').length;
  const length = text
    .split('\n')
    .slice(from + 1)
    .findIndex((line) => line.startsWith('## '));
  const until = length < 0 ? Number.POSITIVE_INFINITY : from + length + 1;
  return own.filter(({ line }) => line > from && line < until).map((block) => JSON.parse(block.text));
}

test.each([
  ['macOS', { platform: 'darwin', environment: {}, home: '~' }],
  ['Windows', { platform: 'win32', environment: { APPDATA: '%APPDATA%' }, home: '' }],
  ['Linux', { platform: 'linux', environment: {}, home: '~' }],
] as const)('Claude Desktop keeps its configuration on %s where the page says', (system, machine) => {
  const path = clients['claude-desktop'].path(machine);
  const [, folder = ''] = text.match(new RegExp(`^\\| ${system} \\| \`([^\`]+)\` \\|$`, 'm')) ?? [];
  expect(`${folder}claude_desktop_config.json`).toBe(path);
});

describe('a program is started as the clients want it', () => {
  test.each([
    ['Claude Desktop', 'claude-desktop', undefined],
    ['Claude Code', 'claude-code', undefined],
    ['Cursor', 'cursor', '~/.cursor/mcp.json'],
    ['VS Code', 'vscode', '.vscode/mcp.json'],
    ['Gemini CLI', 'gemini', '~/.gemini/settings.json'],
  ] as const)('%s', (heading, name, file) => {
    const client = clients[name];
    const [config] = jsonBelow(heading);
    const key = 'key' in client ? client.key : 'mcpServers';
    const { command, args, env, ...rest } = Object(Object(config)[key].intercom);
    expect(args.slice(0, 3)).toEqual(['-y', 'intercom-mcp-toolkit', 'serve']);
    if ('entry' in client) expect(client.entry({ command, args, env })).toEqual({ ...rest, command, args, env });
    const token = env.INTERCOM_ACCESS_TOKEN;
    // VS Code asks for it as well, which a command that writes settings cannot promise.
    if ('reference' in client && name !== 'vscode') expect(token).toBe(client.reference('INTERCOM_ACCESS_TOKEN'));
    if (file !== undefined) expect(text).toContain(`\`${file}\``);
  });

  test('what install knows is named', () => {
    const line = text.slice(text.indexOf('`install` puts')).split('\n\n')[0] ?? '';
    expect([...line.matchAll(/`([a-z-]+)`/g)].map(([, name]) => name)).toEqual(
      expect.arrayContaining(Object.keys(clients)),
    );
  });
});

describe('a URL is given as the dashboard gives it', () => {
  test.each([
    ['Claude Desktop', snippets.claudeDesktop],
    ['Cursor', snippets.cursorConfig],
    ['VS Code', snippets.codeConfig],
    ['Gemini CLI', snippets.geminiConfig],
  ] as const)('%s', (heading, snippet) => {
    expect(jsonBelow(heading)).toContainEqual(JSON.parse(snippet(remote)));
  });

  test.each([snippets.claudeCode, snippets.geminiCommand])('a command', (snippet) => {
    expect(text).toContain(`\n${snippet(remote)}\n`);
  });

  test('the Messages API', () => {
    const request = snippets.messagesApi({ ...remote, secondFactor: true });
    const { messages: _asked, ...shown } = Object(jsonBelow('The Messages API')[0]);
    const [, body = ''] = /-d '([\s\S]*)'$/.exec(request) ?? [];
    const { messages: _question, ...sent } = JSON.parse(body.replace(snippets.TOKEN_PLACE, 'imcp_api_...'));
    expect(shown).toEqual(sent);
    expect(text).toContain(`anthropic-beta: ${/anthropic-beta: ([\w-]+)/.exec(request)?.[1]}`);
  });
});
