import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { newToken } from '../../gateway/secrets/tokens.ts';
import { allow } from './consent.ts';
import { follow } from './follow.ts';
import { isolated, judge, run } from './judges.ts';
import { cutShort, listeningGateway, says } from './listening-gateway.ts';
import { runTold, tell } from './transcript.ts';

function bearer(token: string): string {
  return `Authorization: Bearer ${token}`;
}

const claude = judge('@anthropic-ai/claude-code/bin/claude.exe');
const claudeStarts = claude !== undefined && (await run(claude, ['--version'])).code === 0;
if (claude !== undefined && !claudeStarts) console.warn(`SKIPPED: ${claude} does not start on this platform`);

test.skipIf(!claudeStarts)('Claude Code connects with the right token, and says what is wrong otherwise', async () => {
  await using gateway = await listeningGateway();
  const { open, guarded, apiToken } = gateway;
  const at = await isolated();
  const mcp = (...args: string[]) => runTold(`claude mcp ${args.join(' ')}`, claude ?? '', ['mcp', ...args], { at });
  const servers: readonly (readonly [name: string, url: string, token?: string])[] = [
    ['url-alone', open.url],
    ['token-as-header', `${gateway.url}/mcp`, open.token],
    ['cut-short', cutShort(open.url)],
    ['right-token', guarded.url, apiToken],
    ['no-token', guarded.url],
    ['wrong-token', guarded.url, newToken('api')],
  ];
  for (const [name, url, token] of servers) {
    const header = token === undefined ? [] : ['--header', bearer(token)];
    expect(await mcp('add', '--transport', 'http', name, url, ...header)).toMatchObject({ code: 0 });
  }
  const list = async (): Promise<Record<string, string>> => {
    const { stdout, code } = await mcp('list');
    expect(code).toBe(0);
    return Object.fromEntries(
      [...stdout.matchAll(/^([\w-]+): \S+ \(HTTP\) - (.+)$/gm)].map(([, name = '', state = '']) => [name, state]),
    );
  };
  const notFound = expect.stringMatching(/^✘ Failed to connect — MCP endpoint not found at .* Check the URL/);
  expect(await list()).toEqual({
    'url-alone': '✔ Connected',
    'token-as-header': '✔ Connected',
    'cut-short': notFound,
    'right-token': '✔ Connected',
    'no-token': '! Needs authentication',
    'wrong-token': expect.stringMatching(/^✘ Failed to connect — Server rejected the configured Authorization header/),
  });
  expect((await mcp('get', 'right-token')).stdout).toContain('Status: ✔ Connected');
  expect((await mcp('get', 'no-token')).stdout).toContain('Status: ! Needs authentication');
  expect((await mcp('get', 'wrong-token')).stdout).toContain(says.wrongToken);

  await open.revoke();
  await guarded.revoke();
  // Of a URL that looks like a secret it shows no answer's text: the status is all that it tells.
  expect(await list()).toMatchObject({
    'url-alone': expect.stringMatching(/^✘ Failed to connect — HTTP 410: /),
    'token-as-header': expect.stringContaining(says.revoked),
    // An id tells nobody that there was a server.
    'right-token': notFound,
    'no-token': notFound,
  });
});

const hasTerminal = (await run('script', ['--version'])).stdout.includes('util-linux');
if (claudeStarts && !hasTerminal) console.warn('SKIPPED: a login with Claude Code needs script of util-linux');

test.skipIf(!claudeStarts || !hasTerminal)(
  'Claude Code logs in, until the API token of its login is revoked',
  async () => {
    await using gateway = await listeningGateway();
    const at = await isolated();
    const mcp = (...args: string[]) => runTold(`claude mcp ${args.join(' ')}`, claude ?? '', ['mcp', ...args], { at });
    await mcp('add', '--transport', 'http', 'guarded', gateway.guarded.url);
    const login = spawn('script', ['-qec', '"$CLAUDE" mcp login --no-browser guarded', '/dev/null'], {
      cwd: at.cwd,
      timeout: 60_000,
      env: { ...at.env, TERM: 'dumb', CLAUDE: claude },
    });
    const ended = once(login, 'close');
    const printed = follow(login.stdout);
    try {
      const page = await printed.first(/\b(http:\S+\/authorize\?\S+)\s/);
      expect((await fetch(await allow(page, gateway.apiToken))).status).toBe(200);
      expect(await ended).toEqual([0, null]);
    } finally {
      login.kill();
      await tell('claude mcp login --no-browser guarded', printed.text());
    }
    expect(printed.text()).toContain('Authenticated with "guarded". Its tools are now available in Claude Code.');
    expect((await mcp('list')).stdout).toMatch(/^guarded: .* - ✔ Connected$/m);
    await gateway.revokeApiToken();
    expect((await mcp('list')).stdout).toMatch(/^guarded: .* - ! Needs authentication$/m);
  },
);
