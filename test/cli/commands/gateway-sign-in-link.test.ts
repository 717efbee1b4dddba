import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { main, PATH, running } from '../support/running-command.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cli-sign-in-'));
});
afterAll(() => rm(folder, { recursive: true }));

function command(...args: string[]) {
  return promisify(execFile)(process.execPath, [main, 'gateway', ...args], { env: { PATH } });
}

function start(...args: string[]) {
  return running(['gateway', '--port', '0', ...args], /openapi\.json/);
}

/** Signs in at a gateway by a link. */
async function signIn(gateway: string, link: string) {
  const response = await fetch(`${gateway}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code: new URL(link).hash.replace('#sign-in=', '') }),
  });
  return { status: response.status, body: (await response.json()) as { admin?: { name: string } } };
}

const LINK = /(http\S+\/dashboard\/#sign-in=imcp_sig_\S+)/;

describe('a sign-in link', () => {
  test('is printed at the start, works once, and the command makes more while the gateway runs', async () => {
    const store = join(folder, 'a.db');
    await using started = await start('--store', store);
    const url = /^Gateway +(\S+)/m.exec(started.output)?.[1] ?? '';
    const link = /^Dashboard +(\S+)\n +signs in, once/m.exec(started.output)?.[1] ?? '';
    expect(link).toMatch(new RegExp(`^${url}/dashboard/#sign-in=imcp_sig_`));
    expect(await signIn(url, link)).toMatchObject({ status: 201, body: { admin: { name: 'admin' } } });
    expect((await signIn(url, link)).status).toBe(401);

    await command('keys', 'create', 'Desk', '--role', 'auditor', '--store', store);
    const { stdout } = await command('sign-in-link', '--key', 'Desk', '--public-url', `${url}/`, '--store', store);
    const [, more = ''] = LINK.exec(stdout) ?? [];
    expect(more).toMatch(new RegExp(`^${url}/dashboard/#`));
    expect(await signIn(url, more)).toMatchObject({ status: 201, body: { admin: { name: 'Desk' } } });
    const usual = await command('sign-in-link', '--store', store);
    expect(usual.stdout).toMatch(/^http:\/\/127\.0\.0\.1:4020\/dashboard\/#sign-in=imcp_sig_\S+\nworks once, for ten/);
    for (const [args, complaint] of [
      [['--key', 'Nobody'], /no admin key "Nobody"/],
      [['--public-url', 'ftp://x'], /public URL "ftp:\/\/x" cannot be used/],
    ] as const)
      await expect(command('sign-in-link', ...args, '--store', store)).rejects.toMatchObject({
        code: 2,
        stderr: expect.stringMatching(complaint),
      });
  });

  test('is not printed where others reach the gateway, and nothing without a dashboard', async () => {
    await using shared = await start('--store', ':memory:', '--public-url', 'https://mcp.example.com');
    expect(shared.output).toMatch(/^Dashboard +https:\/\/mcp\.example\.com\/dashboard\/$/m);
    expect(shared.output).not.toContain('sign-in');
    await using without = await start('--store', ':memory:', '--no-dashboard');
    expect(without.output).not.toContain('ashboard');
    await expect(command('--store', ':memory:', '--port', '0', '--dashboard', folder)).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/--dashboard has no index\.html/),
    });
  });
});
