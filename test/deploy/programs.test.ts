import { execFile, spawnSync } from 'node:child_process';
import { copyFile, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { weaknessOf } from '../../gateway/secrets/key-strength.ts';
import { createKeyring } from '../../gateway/secrets/keyring.ts';
import { root, textOf } from './support/deploy-files.ts';

// Files of programs that are not of this project, judged by those programs.

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deploy-'));
});
afterAll(() => rm(folder, { recursive: true }));

const run = promisify(execFile);
const PATH = process.env.PATH ?? '';

/** Whether a program is installed; said loudly where not. */
function has(program: string, ask = '--version'): boolean {
  if (spawnSync(program, [ask], { stdio: 'ignore' }).status === 0) return true;
  console.warn(`SKIPPED: ${program} is not installed, so what is written for it is not judged by it`);
  return false;
}

const hasPromtool = has('promtool');

describe.skipIf(!hasPromtool)('promtool', () => {
  test.each(['check', 'test'])('has nothing against the alerts: %s rules', async (kind) => {
    const file = kind === 'check' ? 'alerts.yaml' : 'alerts.test.yaml';
    const { stdout } = await run('promtool', [kind, 'rules', join(root, 'deploy/prometheus', file)]);
    expect(stdout).toContain('SUCCESS');
  });

  test('has nothing against the configuration', async () => {
    const key = join(folder, 'metrics-key');
    await writeFile(key, 'imcp_adm_example\n');
    const config = textOf('deploy/prometheus/prometheus.yaml').replace(
      /credentials_file: .*/,
      `credentials_file: ${key}`,
    );
    await writeFile(join(folder, 'prometheus.yaml'), config);
    await copyFile(join(root, 'deploy/prometheus/alerts.yaml'), join(folder, 'alerts.yaml'));
    const { stdout } = await run('promtool', ['check', 'config', join(folder, 'prometheus.yaml')]);
    expect(stdout).toContain('SUCCESS');
  });
});

const hasSystemd = has('systemd-analyze');

describe.skipIf(!hasSystemd)('systemd-analyze', () => {
  /** The unit with a program that is there, in a folder of its own. */
  async function unit(change = (text: string): string => text): Promise<string> {
    const path = join(folder, 'intercom-mcp-gateway.service');
    await writeFile(
      path,
      change(textOf('deploy/systemd/intercom-mcp-gateway.service').replace('/usr/bin/node', '/bin/true')),
    );
    return path;
  }

  test('knows every key of the unit, and would complain about one that it does not know', async () => {
    const { stderr } = await run('systemd-analyze', ['verify', '--man=no', await unit()]);
    expect(stderr).toBe('');
    const wrong = await unit((text) => text.replace('ProtectHome=', 'ProtectHouse='));
    expect((await run('systemd-analyze', ['verify', '--man=no', wrong])).stderr).toContain('ProtectHouse');
  });

  test('finds little that the unit leaves open', async () => {
    const args = ['security', '--offline=true', '--threshold=15', '--no-pager', await unit()];
    const { stdout } = await run('systemd-analyze', args);
    expect(stdout).toMatch(/Overall exposure level .*: \d\.\d OK/);
  });
});

const hasCaddy = has('caddy', 'version');

test.skipIf(!hasCaddy)('caddy takes the configuration, which is formatted', async () => {
  const file = join(root, 'deploy/Caddyfile');
  const env = { PATH, HOME: folder, GATEWAY_HOST: 'mcp.example.com' };
  const { stderr } = await run('caddy', ['validate', '--adapter', 'caddyfile', '--config', file], { env });
  expect(stderr).not.toMatch(/"level":"(?:warn|error)"/);
  expect((await run('caddy', ['fmt', file], { env })).stdout).toBe(await readFile(file, 'utf8'));
});

test('the script makes secrets that the gateway takes, for its owner alone, and never makes them anew', async () => {
  const script = join(folder, 'make-secrets.sh');
  await copyFile(join(root, 'deploy/make-secrets.sh'), script);
  await run('sh', [script], { env: { PATH } });
  const secrets = join(folder, 'secrets');
  expect((await stat(secrets)).mode & 0o777).toBe(0o700);
  const read = async (): Promise<Record<string, string>> => {
    const names = (await readdir(secrets)).toSorted();
    const texts = names.map(async (name) => [name, await readFile(join(secrets, name), 'utf8')] as const);
    return Object.fromEntries(await Promise.all(texts));
  };
  const made = await read();
  expect(Object.keys(made)).toEqual(['database-password', 'gateway-admin-key', 'gateway-keys', 'gateway-store']);
  const keys = createKeyring((made['gateway-keys'] ?? '').trimEnd());
  expect(keys.open(keys.seal('text', 'place'), 'place')).toBe('text');
  expect(weaknessOf((made['gateway-admin-key'] ?? '').trimEnd())).toBeUndefined();
  const { password, username, hostname, pathname } = new URL((made['gateway-store'] ?? '').trimEnd());
  expect({ username, hostname, pathname }).toEqual({ username: 'gateway', hostname: 'database', pathname: '/gateway' });
  expect(`${password}\n`).toBe(made['database-password']);
  expect(password).toMatch(/^[0-9a-f]{64}$/);

  const { stdout } = await run('sh', [script], { env: { PATH } });
  expect(stdout.match(/is there, and stays/g)).toHaveLength(4);
  expect(await read()).toEqual(made);
});
