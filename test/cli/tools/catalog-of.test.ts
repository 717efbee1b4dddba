import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { catalogPin } from '../../../cli/options/catalog-options.ts';
import { catalogDigest } from '../../../generated/intercom/facts.ts';
import { intercom } from '../../../intercom/catalog.ts';
import { catalogDigest as computeDigest } from '../../../runtime/catalog/catalog-digest.ts';
import { servedTools } from '../../../runtime/mcp/served-tools.ts';
import { TOKEN } from '../../support/recorder.ts';
import { run } from '../support/run-line.ts';

const OTHER = `sha256-${'0'.repeat(64)}`;

test('tools --digest prints what a server with the same filters announces', async () => {
  expect((await run(['tools', '--digest'])).stdout).toBe(`${catalogDigest}\n`);
  const filter = { tags: ['support'], methods: ['read'] };
  const { stdout } = await run(['tools', '--tags', 'support', '--methods', 'read', '--digest', '--json']);
  expect(JSON.parse(stdout)).toEqual(servedTools({ ...intercom, filter }).identity());
});

test.each([
  [['--search', 'reply'], '--search'],
  [['get_single_intercom_me'], '--digest'],
])('tools --digest with %j is refused', async (words, named) => {
  const { code, stderr } = await run(['tools', ...words, '--digest']);
  expect(code).toBe(2);
  expect(stderr).toContain(`${named} would do nothing`);
});

describe('serve', () => {
  const serve = (...words: string[]) =>
    run(['serve', '--workspace', 'Acme', ...words], { INTERCOM_ACCESS_TOKEN: TOKEN });

  test('does not start over tools that nobody expects, and says how to go on', async () => {
    const { code, stdout, stderr } = await serve('--tags', 'support', '--expect-catalog', OTHER);
    expect(code).toBe(1);
    expect(stdout).toBe('');
    const { digest } = JSON.parse((await run(['tools', '--tags', 'support', '--digest', '--json'])).stdout);
    expect(stderr).toContain('catalog_changed');
    expect(stderr).toContain(OTHER);
    expect(stderr).toContain(`--expect-catalog ${digest}`);
  });

  test('the digest of all tools is none of some', async () => {
    expect((await serve('--tags', 'support', '--expect-catalog', catalogDigest)).code).toBe(1);
  });

  test.each(['latest', '', 'sha256-123', '0123456789a'])('refuses at once what is no digest: %j', async (pin) => {
    const { code, stderr } = await serve('--expect-catalog', pin);
    expect(code).toBe(2);
    expect(stderr).toContain('64 hexadecimal digits');
  });

  test('refuses to warn of nothing', async () => {
    const { code, stderr } = await serve('--on-catalog-change', 'warn');
    expect(code).toBe(2);
    expect(stderr).toContain('--on-catalog-change would do nothing');
  });
});

test('install --pin writes the digest of the tools that are installed', async () => {
  const home = await mkdtemp(join(tmpdir(), 'pin-'));
  try {
    const words = ['install', '--client', 'cursor', '--sandbox', '--tags', 'support', '--pin'];
    const { code } = await run(words, { HOME: home, XDG_CONFIG_HOME: '' });
    expect(code).toBe(0);
    const { args } = JSON.parse(await readFile(join(home, '.cursor/mcp.json'), 'utf8')).mcpServers.intercom;
    const { stdout } = await run(['tools', '--tags', 'support', '--digest']);
    expect(args.slice(-2)).toEqual(['--expect-catalog', stdout.trim()]);
  } finally {
    await rm(home, { recursive: true });
  }
});

test('install --pin pins the tools of the version that its profile asks for', async () => {
  const home = await mkdtemp(join(tmpdir(), 'pin-'));
  try {
    const profiles = { default: 'acme', profiles: { acme: { token: TOKEN, api_version: '2.15' } } };
    await writeFile(join(home, 'profiles.json'), JSON.stringify(profiles), { mode: 0o600 });
    const env = { HOME: home, XDG_CONFIG_HOME: '', INTERCOM_MCP_CONFIG_DIR: home };
    const words = ['install', '--client', 'cursor', '--tags', 'tickets', '--pin', '--print', '--json', '.entry.args'];
    const { stdout } = await run(words, env);
    const { stdout: expected } = await run(['tools', '--tags', 'tickets', '--api-version', '2.15', '--digest']);
    expect(stdout).toContain(`--expect-catalog\n${expected}`);
  } finally {
    await rm(home, { recursive: true });
  }
});

test('--on-catalog-change warn serves other tools, and says so', () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => {});
  try {
    const pin = catalogPin({ expectCatalog: OTHER, onCatalogChange: 'warn' });
    expect(servedTools({ ...intercom, ...pin }).kept).toHaveLength(intercom.catalog.length);
    expect(told.mock.calls.flat().join()).toContain(`--expect-catalog ${catalogDigest}`);
  } finally {
    told.mockRestore();
  }
});

test('tools --json has all that the digest is of', async () => {
  const { stdout } = await run(['tools', '--json']);
  expect(computeDigest(JSON.parse(stdout))).toBe(catalogDigest);
});
