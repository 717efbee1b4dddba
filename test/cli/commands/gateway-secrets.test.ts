import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newKeys } from '../../../gateway/index.ts';
import { newToken } from '../../../gateway/secrets/tokens.ts';
import { main, PATH, running } from '../support/running-command.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gateway-secrets-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function secret(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, `${text}\n`, { mode: 0o600 });
  return path;
}

/** Runs `gateway …` to its end. */
function command(args: readonly string[], env: Record<string, string>) {
  return promisify(execFile)(process.execPath, [main, 'gateway', ...args], { env: { PATH, ...env } });
}

function accountsOf(backup: string): readonly unknown[] {
  const rows = backup
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
  return rows.filter((row) => JSON.stringify(row).includes('Fernhill'));
}

test('keys, the admin key and the address of the store come from files, for each command', async () => {
  const adminKey = newToken('admin');
  const store = join(folder, 'gateway.db');
  const env = {
    GATEWAY_KEYS_FILE: await secret('keys', newKeys()),
    GATEWAY_ADMIN_KEY_FILE: await secret('admin-key', adminKey),
    GATEWAY_STORE_FILE: await secret('store', store),
  };
  await using gateway = await running(
    ['gateway', '--port', '0', '--sandbox', '--sandbox-port', '0'],
    /openapi\.json/,
    env,
  );
  expect(gateway.output).toContain(`Store       ${store}`);
  expect(gateway.output).toContain('Admin key   that of GATEWAY_ADMIN_KEY');
  expect(gateway.output).not.toContain(adminKey);
  const [, url] = /^Gateway +(\S+)/m.exec(gateway.output) ?? [];
  const statusWith = async (key: string): Promise<number> =>
    (await fetch(`${url}/integrated-account`, { headers: { authorization: `Bearer ${key}` } })).status;
  expect(await statusWith(adminKey)).toBe(200);
  expect(await statusWith(adminKey.slice(0, -1))).toBe(401);
  expect(await gateway.stop()).toBe(0);

  const { stdout } = await command(['export'], env);
  expect(accountsOf(stdout)).not.toEqual([]);
  expect((await command(['rotate-keys'], env)).stdout).toMatch(/^0 credentials/);
  expect((await command(['keys', 'list'], env)).stdout).not.toContain(adminKey);
  expect(JSON.parse((await command(['audit', 'verify', '--json'], env)).stdout)).toMatchObject({ problems: [] });
  // An option is nearer than the environment.
  const [other, mistaken] = [join(folder, 'other.db'), join(folder, 'mistaken.db')];
  const aside = await command(['keys', 'list', '--store', other], { ...env, GATEWAY_STORE_FILE: mistaken });
  expect(aside.stdout).toContain('There are no admin keys');
});

test.each([
  'GATEWAY_KEYS',
  'GATEWAY_ADMIN_KEY',
  'GATEWAY_STORE',
  'INTERCOM_CLIENT_SECRET',
  'GATEWAY_AUDIT_WEBHOOK_SECRET',
])('a missing file of %s ends the start with its name', async (variable) => {
  const missing = join(folder, 'missing');
  const webhook = variable.includes('WEBHOOK') ? ['--audit-webhook', 'https://example.test/audit'] : [];
  const args = ['--port', '0', ...webhook, ...(variable === 'GATEWAY_STORE' ? [] : ['--store', ':memory:'])];
  await expect(command(args, { [`${variable}_FILE`]: missing })).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringContaining(`The file ${missing} of ${variable}_FILE cannot be read (ENOENT).`),
  });
});
