import { chmod, mkdir, mkdtemp, readdir, readFile, readlink, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ClientName, clientNames, clientOfName, clients } from '../../../cli/install/clients.ts';
import { serverStart } from '../../../cli/install/server-start.ts';
import { packageVersion } from '../../../runtime/value/package-version.ts';
import { TOKEN } from '../../support/recorder.ts';
import { run } from '../support/run-line.ts';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'install-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

const env = (more: Record<string, string> = {}) => ({
  HOME: home,
  XDG_CONFIG_HOME: '',
  INTERCOM_MCP_CONFIG_DIR: `${home}/conf`,
  ...more,
});
const cursor = () => join(home, '.cursor/mcp.json');

async function profile() {
  await mkdir(`${home}/conf`);
  const text = JSON.stringify({ default: 'acme', profiles: { acme: { token: TOKEN } } });
  await writeFile(`${home}/conf/profiles.json`, text, { mode: 0o600 });
}

test.each([
  ['claude-desktop', 'darwin', '/home/me/Library/Application Support/Claude/claude_desktop_config.json'],
  ['claude-desktop', 'win32', 'C:\\Roaming\\Claude\\claude_desktop_config.json'],
  ['claude-desktop', 'linux', '/home/me/.config/Claude/claude_desktop_config.json'],
  ['cursor', 'darwin', '/home/me/.cursor/mcp.json'],
  ['vscode', 'darwin', '/home/me/Library/Application Support/Code/User/mcp.json'],
  ['vscode', 'win32', 'C:\\Roaming\\Code\\User\\mcp.json'],
  ['vscode', 'linux', '/home/me/.config/Code/User/mcp.json'],
  ['gemini', 'linux', '/home/me/.gemini/settings.json'],
  ['windsurf', 'linux', '/home/me/.codeium/windsurf/mcp_config.json'],
  ['zed', 'darwin', '/home/me/.config/zed/settings.json'],
  ['zed', 'win32', 'C:\\Roaming\\Zed\\settings.json'],
] as const)('%s on %s keeps its servers in %s', (name, platform, want) => {
  const client = clients[name];
  expect(client.path({ platform, environment: { APPDATA: 'C:\\Roaming' }, home: '/home/me' })).toBe(want);
});

test('what npx runs is started by npx in this version, all else by its own Node', () => {
  const there = { platform: 'linux', node: '/usr/bin/node', script: '/opt/x/cli/intercom-mcp.js' } as const;
  expect(serverStart(['--code'], {}, there)).toEqual({
    command: '/usr/bin/node',
    args: [there.script, 'serve', '--code'],
    env: {},
  });
  const npx = { ...there, script: '/home/me/.npm/_npx/1/node_modules/intercom-mcp-toolkit/cli/intercom-mcp.js' };
  const words = ['-y', `intercom-mcp-toolkit@${packageVersion}`, 'serve'];
  expect(serverStart([], {}, npx)).toEqual({ command: 'npx', args: words, env: {} });
  expect(serverStart([], {}, { ...npx, platform: 'win32' })).toEqual({
    command: 'cmd',
    args: ['/c', 'npx', ...words],
    env: {},
  });
});

describe.each(clientNames.filter((name) => clientOfName(name).kind === 'file'))('%s', (name) => {
  test('gets the server with its options, by a profile and without a token, and loses it again', async () => {
    await profile();
    const words = ['--client', name, '--tags', 'support,articles', '--methods', 'read', '--confirm', 'write', '--json'];
    const installed = await run(['install', ...words], env());
    expect(installed.code).toBe(0);
    const { path, action } = JSON.parse(installed.stdout);
    expect(action).toBe('add');
    const text = await readFile(path, 'utf8');
    expect(text).not.toContain(TOKEN);
    const client = clientOfName(name);
    const server = client.kind === 'file' ? JSON.parse(text)[client.key].intercom : undefined;
    expect(server.args.slice(1)).toEqual([
      ...['serve', '--profile', 'acme', '--tags', 'support,articles', '--methods', 'read', '--confirm', 'write'],
    ]);
    expect(server.env).toEqual({ INTERCOM_MCP_CONFIG_DIR: `${home}/conf` });
    const again = await run(['install', ...words], env());
    expect(JSON.parse(again.stdout)).toMatchObject({ action: 'none' });
    const removed = await run(['uninstall', '--client', name, '--json'], env());
    expect(JSON.parse(removed.stdout)).toMatchObject({ action: 'remove', backup: `${path}.bak` });
    expect(await readFile(`${path}.bak`, 'utf8')).toBe(text);
  });

  test('names the variable of a token where it passes it on, and takes none into its settings', async () => {
    const { code, stdout, stderr } = await run(
      ['install', '--client', name, '--print'],
      env({ INTERCOM_ACCESS_TOKEN: TOKEN }),
    );
    expect(stdout + stderr).not.toContain(TOKEN);
    const reference = clientOfName(name).reference?.('INTERCOM_ACCESS_TOKEN');
    if (reference === undefined)
      expect({ code, stderr }).toEqual({ code: 3, stderr: expect.stringContaining('intercom-mcp login') });
    else expect(stdout).toContain(`"INTERCOM_ACCESS_TOKEN": "${reference}"`);
  });
});

describe('a file', () => {
  const install = (...words: string[]) => run(['install', '--client', 'cursor', ...words], env());

  test('is backed up each time, and a dry run, a print and a broken file change nothing', async () => {
    await mkdir(join(home, '.cursor'));
    await writeFile(cursor(), '{"mcpServers":{"other":{}}}');
    expect((await install('--dry-run')).stdout).toContain(`Would add "intercom" in ${cursor()}`);
    expect((await install('--print')).stdout).toContain('"mcpServers"');
    expect(await readdir(join(home, '.cursor'))).toEqual(['mcp.json']);
    await install();
    await install('--code');
    expect((await readdir(join(home, '.cursor'))).sort()).toEqual(['mcp.json', 'mcp.json.bak', 'mcp.json.bak2']);
    await writeFile(cursor(), '{ broken');
    expect(await install()).toMatchObject({ code: 2, stderr: expect.stringContaining('Nothing was changed') });
    expect(await readFile(cursor(), 'utf8')).toBe('{ broken');
    await writeFile(cursor(), Buffer.from([0xff, 0xfe]));
    expect(await install()).toMatchObject({ code: 2, stderr: expect.stringContaining('not text in UTF-8') });
  });

  test('that is a link stays one', async () => {
    await mkdir(join(home, '.cursor'));
    await writeFile(join(home, 'dotfile.json'), '{}');
    await symlink(join(home, 'dotfile.json'), cursor());
    expect((await install()).code).toBe(0);
    expect(await readlink(cursor())).toBe(join(home, 'dotfile.json'));
    expect(await readFile(join(home, 'dotfile.json'), 'utf8')).toContain('intercom');
  });

  test('that is a folder, or whose folder is a file, is told', async () => {
    await mkdir(cursor(), { recursive: true });
    expect(await install()).toMatchObject({ code: 2, stderr: expect.stringContaining('EISDIR') });
    await rm(join(home, '.cursor'), { recursive: true });
    await writeFile(join(home, '.cursor'), '');
    expect(await install()).toMatchObject({ code: 2, stderr: expect.stringContaining('ENOTDIR') });
  });

  test('options that would do nothing or keep nothing are refused', async () => {
    expect((await install('--sandbox', '--region', 'eu')).stderr).toContain('--region would do nothing');
    expect((await install('--print', '--dry-run')).stderr).toContain('--dry-run would do nothing');
    expect((await install('--tags', 'suport')).stderr).toContain('Did you mean "support"?');
    expect((await install('--code', '--discovery')).code).toBe(2);
    expect((await install('--profile', 'none')).code).toBe(3);
    expect(await readdir(home)).toEqual([]);
  });
});

describe('a client with a program of its own', () => {
  async function program(name: string, script: string) {
    await writeFile(join(home, name), `#!/bin/sh\n${script}\n`);
    await chmod(join(home, name), 0o755);
    return env({ PATH: `${home}${delimiter}/usr/bin${delimiter}/bin` });
  }
  const added: Record<Extract<ClientName, 'claude-code' | 'codex'>, string> = {
    'claude-code': 'mcp|add-json|--scope|user|intercom|{"type":"stdio",',
    codex: 'mcp|add|intercom|--|',
  };

  test.each(Object.entries(added))('%s is told by it', async (name, want) => {
    const client = clientOfName(name);
    if (client.kind !== 'command') return expect.unreachable();
    const there = await program(client.program, `IFS='|'; echo "$*" > ${home}/told`);
    expect(await run(['install', '--client', name, '--sandbox'], there)).toMatchObject({ code: 0 });
    expect(await readFile(join(home, 'told'), 'utf8')).toContain(want);
    const dry = await run(['install', '--client', name, '--sandbox', '--dry-run'], there);
    expect(dry.stdout).toContain(`Would run:\n\n${client.program} mcp add`);
  });

  test('that is not there or fails is told with the line to run', async () => {
    const missing = await run(['install', '--client', 'codex', '--sandbox'], env({ PATH: home }));
    expect(missing).toMatchObject({ code: 2, stderr: expect.stringContaining('run: codex mcp add intercom --') });
    const there = await program('claude', 'exit 7');
    const failed = await run(['uninstall', '--client', 'claude-code'], there);
    expect(failed).toMatchObject({ code: 1, stderr: expect.stringContaining('claude ended with 7') });
    const project = await run(['install', '--client', 'codex', '--sandbox', '--project'], env());
    expect(project.stderr).toContain('no settings of a project');
  });
});
