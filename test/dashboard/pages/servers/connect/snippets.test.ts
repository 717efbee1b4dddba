import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clientGuides } from '../../../../../dashboard/pages/servers/connect/client-guides.ts';
import { clientName } from '../../../../../dashboard/pages/servers/connect/client-name.ts';
import * as snippets from '../../../../../dashboard/pages/servers/connect/snippets.ts';

const URL_TEXT = 'https://mcp.example.com/mcp/imcp_srv_abcDEF-123_x';
const open: snippets.Connection = { url: URL_TEXT, name: 'Docs bot', secondFactor: false };
const guarded = { ...open, url: 'https://mcp.example.com/mcp/srv-1', secondFactor: true };

/** Names that would break out of a shell, JSON, an address or a page. */
const hostile = [
  `'; rm -rf ~; '`,
  '$(touch /tmp/x)`id`',
  '"}}, "evil": {"command": "sh"',
  '&config=eyJ1cmwiOiJodHRwczovL2V2aWwifQ==#',
  '</script><script>alert(1)</script>',
  'line\nbreak\r\n\u2028\u202e',
  '--help',
  '日本語',
  '\ud800',
  '',
];

/** The arguments that a shell makes of a command. */
function shellArguments(command: string): string[] {
  const [program = '', ...rest] = command.split(' ');
  const script = `${program}() { printf '%s\\0' "$@"; }; ${program} ${rest.join(' ')}`;
  return execFileSync('sh', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1);
}

describe.each(hostile)('a server that is called %j', (name) => {
  const connection = { ...open, name };
  const plain = clientName(name);

  test('has a plain name in clients', () => {
    expect(plain).toMatch(/^[a-z0-9]([a-z0-9-]{0,18}[a-z0-9])?$/);
  });

  test('breaks out of no command', () => {
    expect(shellArguments(snippets.claudeCode(connection))).toEqual([
      'mcp',
      'add',
      '--transport',
      'http',
      plain,
      URL_TEXT,
    ]);
    expect(shellArguments(snippets.geminiCommand(connection))).toEqual([
      'mcp',
      'add',
      '--transport',
      'http',
      plain,
      URL_TEXT,
    ]);
  });

  test('breaks out of no file', () => {
    expect(JSON.parse(snippets.cursorConfig(connection))).toEqual({ mcpServers: { [plain]: { url: URL_TEXT } } });
    expect(JSON.parse(snippets.codeConfig(connection))).toEqual({
      servers: { [plain]: { type: 'http', url: URL_TEXT } },
    });
    expect(JSON.parse(snippets.geminiConfig(connection))).toEqual({ mcpServers: { [plain]: { httpUrl: URL_TEXT } } });
    expect(Object.keys(JSON.parse(snippets.claudeDesktop(connection)).mcpServers)).toEqual([plain]);
  });

  test('breaks out of no link', () => {
    const cursor = new URL(snippets.cursorLink(connection));
    expect(cursor.searchParams.get('name')).toBe(plain);
    expect(JSON.parse(atob(cursor.searchParams.get('config') ?? ''))).toEqual({ url: URL_TEXT });
    const [, code = ''] = snippets.codeLink(connection).split('?');
    expect(JSON.parse(decodeURIComponent(code))).toEqual({ name: plain, type: 'http', url: URL_TEXT });
  });
});

test('a text of any kind is one argument of a shell', () => {
  const texts = fc.array(
    fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0')),
    { minLength: 20, maxLength: 20 },
  );
  fc.assert(
    fc.property(texts, (list) => {
      expect(shellArguments(`x ${list.map(snippets.shellQuote).join(' ')}`)).toEqual(list);
    }),
    { numRuns: 10 },
  );
});

test('a second factor is a header, with a place for the token', () => {
  const header = `Authorization: Bearer ${snippets.TOKEN_PLACE}`;
  expect(shellArguments(snippets.claudeCode(guarded)).slice(-2)).toEqual(['--header', header]);
  expect(shellArguments(snippets.geminiCommand(guarded))).toContain(header);
  expect(JSON.parse(snippets.cursorConfig(guarded)).mcpServers['docs-bot'].headers.Authorization).toBe(
    header.slice(15),
  );
  const { args, env } = JSON.parse(snippets.claudeDesktop(guarded)).mcpServers['docs-bot'];
  expect(args.slice(-2)).toEqual(['--header', `Authorization:\${AUTH_HEADER}`]);
  expect(env.AUTH_HEADER).toBe(header.slice(15));
});

test('the request of the Messages API is valid, and names its server twice', () => {
  const text = snippets.messagesApi(guarded);
  const args = shellArguments(text.replaceAll('\\\n', '').replaceAll(/ +/g, ' '));
  const body = JSON.parse(args.at(-1) ?? '');
  expect(body.mcp_servers).toEqual([
    { type: 'url', url: guarded.url, name: 'docs-bot', authorization_token: snippets.TOKEN_PLACE },
  ]);
  expect(body.tools).toEqual([{ type: 'mcp_toolset', mcp_server_name: 'docs-bot' }]);
});

const addresses: readonly [string, boolean][] = [
  ['https://mcp.example.com/mcp/x', true],
  ['http://mcp.example.com/mcp/x', false],
  ['https://localhost/mcp/x', false],
  ['https://127.0.0.1:4020/mcp/x', false],
  ['https://[::1]/mcp/x', false],
  ['https://10.1.2.3/mcp/x', false],
  ['https://172.20.0.1/mcp/x', false],
  ['https://172.32.0.1/mcp/x', true],
  ['https://gateway.internal/mcp/x', false],
  ['https://gateway/mcp/x', false],
];

test.each(addresses)('whether %s is reachable from the internet', (url, expected) => {
  expect(snippets.isPublic(url)).toBe(expected);
});

test('mcp-remote is told of plain http on another machine', () => {
  const argsOf = (url: string): string[] =>
    JSON.parse(snippets.claudeDesktop({ ...open, url })).mcpServers['docs-bot'].args;
  expect(argsOf('http://gateway.lan:4020/mcp/x')).toContain('--allow-http');
  expect(argsOf('http://127.0.0.1:4020/mcp/x')).not.toContain('--allow-http');
});

test('a server whose URL is not known any more has no install links', () => {
  const links = (hasUrl: boolean): string[] =>
    clientGuides(open, { hasUrl }).flatMap(({ link }) =>
      link?.href.startsWith('https:') === false ? [link.href] : [],
    );
  expect(links(true)).toHaveLength(2);
  expect(links(false)).toEqual([]);
});
