import { execFile, spawn } from 'node:child_process';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newKeys } from '../../../gateway/index.ts';
import { newToken } from '../../../gateway/secrets/tokens.ts';
import { createSandbox, listenSandbox } from '../../../sandbox/index.ts';
import { modernRequest, readAnswer } from '../../support/mcp-post.ts';
import { main, PATH, running } from '../support/running-command.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cli-gateway-'));
});
afterAll(() => rm(folder, { recursive: true }));

type Env = Record<string, string>;

function start(store: string, args: readonly string[] = [], env: Env = {}) {
  return running(
    ['gateway', '--port', '0', '--sandbox', '--sandbox-port', '0', '--store', store, ...args],
    /openapi\.json/,
    env,
  );
}

function found(output: string, pattern: RegExp): string {
  return pattern.exec(output)?.[1] ?? expect.fail(output);
}

function greeting(output: string) {
  return {
    url: found(output, /^Gateway +(\S+)/m),
    key: /^Admin key +(imcp_adm_\S+)/m.exec(output)?.[1],
    server: /^MCP server +(\S+)/m.exec(output)?.[1],
  };
}

/** Runs a command to its end with something on its standard input. */
async function command(args: readonly string[], { env = {}, input = '' }: { env?: Env; input?: string } = {}) {
  const child = spawn(process.execPath, [main, 'gateway', ...args], { env: { PATH, ...env } });
  child.stdin.end(input);
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await ended, stdout, stderr };
}

async function toolsOf(url: string) {
  const { status, message } = await readAnswer(await fetch(modernRequest('tools/list', {}, { url })));
  return { status, tools: message.result?.tools };
}

async function call(url: string): Promise<string> {
  const params = { name: 'get_single_intercom_me', arguments: {} };
  const { message } = await readAnswer(await fetch(modernRequest('tools/call', params, { url })));
  return JSON.stringify(message);
}

describe('gateway', () => {
  test('prints where it is, the admin key and a first server once, keeps them in files of its owner, and ends', async () => {
    const store = join(folder, 'first.db');
    await using first = await start(store);
    const { url, key, server } = greeting(first.output);
    expect(first.output).not.toContain('\u001b');
    expect((await toolsOf(server ?? '')).tools).toHaveLength(231);
    const openapi = await fetch(`${url}/openapi.json`);
    expect(await openapi.json()).toMatchObject({ openapi: '3.1.0', servers: [{ url }] });
    const list = await fetch(`${url}/integrated-account`, { headers: { authorization: `Bearer ${key}` } });
    expect(await list.json()).toMatchObject({ result: [{ label: 'Fernhill', status: 'active' }] });
    for (const file of [store, `${store}-wal`, `${store}.keys`]) expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await first.stop()).toBe(0);
    expect(await first.complaint).toContain(`${store}.keys: back it up`);

    // The second start has the same key and account, and can show neither key nor URL.
    await using second = await start(store);
    const again = greeting(second.output);
    expect(again).toMatchObject({ key: undefined, server: undefined });
    const known = await fetch(`${again.url}/integrated-account`, { headers: { authorization: `Bearer ${key}` } });
    expect((await known.json()) as object).toMatchObject({ result: [{ label: 'Fernhill' }] });
    await second.stop();

    await using third = await start(store, ['--new-admin-key']);
    const renewed = greeting(third.output);
    expect(third.output).toMatch(/^ +the one before it is refused by every process .* within half a second$/m);
    for (const { output } of [first, second]) expect(output).not.toContain('the one before it');
    const asked = (bearer: string | undefined) =>
      fetch(`${renewed.url}/integrated-account`, { headers: { authorization: `Bearer ${bearer}` } });
    expect([(await asked(key)).status, (await asked(renewed.key)).status]).toEqual([401, 200]);
  });

  test.for<[string, string, readonly string[], RegExp]>([
    ['beside a new one', newToken('admin'), ['--new-admin-key'], /GATEWAY_ADMIN_KEY is set .* none was made/],
    ['of 24 equal letters', 'a'.repeat(24), [], /GATEWAY_ADMIN_KEY repeats .*guessed.*\s+.*random text/],
  ])('an admin key of the environment %s is refused before a store is made', async ([, key, args, expected]) => {
    const empty = await mkdtemp(join(folder, 'empty-'));
    const env = { GATEWAY_ADMIN_KEY: key };
    const { code, stderr, stdout } = await command(['--port', '0', '--store', join(empty, 'x.db'), ...args], { env });
    expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: '', stderr: expect.stringMatching(expected) });
    expect(stderr).not.toContain(key);
    expect(await readdir(empty)).toEqual([]);
  });

  test('an admin key of the environment is named and not shown', async () => {
    const key = newToken('admin');
    await using started = await start(':memory:', [], { GATEWAY_ADMIN_KEY: key });
    expect(started.output).toMatch(/^Admin key +that of GATEWAY_ADMIN_KEY$/m);
    expect(started.output).not.toContain(key);
    const { url } = greeting(started.output);
    expect((await fetch(`${url}/audit`, { headers: { authorization: `Bearer ${key}` } })).status).toBe(200);
  });

  test('shows the admin key, which it can only once, also where the sample workspace cannot be connected', async () => {
    await using started = await start(':memory:', ['--fail', '100%']);
    const { url, key, server } = greeting(started.output);
    expect(started.output).toMatch(/^Account +not connected: .*could not be tried/m);
    expect(server).toBeUndefined();
    const accounts = await fetch(`${url}/integrated-account`, { headers: { authorization: `Bearer ${key}` } });
    expect(await accounts.json()).toMatchObject({ result: [] });
  });

  test('a backup fills another store, whose servers and credentials work with the same keys alone', async () => {
    const [from, to] = [join(folder, 'from.db'), join(folder, 'to.db')];
    const env = { GATEWAY_KEYS: newKeys('k1') };
    await using origin = await start(from, [], env);
    const path = new URL(greeting(origin.output).server ?? '').pathname;
    const backup = await command(['export', '--store', from], { env });
    expect(backup.code).toBe(0);
    expect(backup.stdout).not.toContain(path.split('/').at(-1));
    expect((await command(['import', '--store', to], { env, input: backup.stdout })).code).toBe(0);
    await using copy = await start(to, [], env);
    expect(await call(greeting(copy.output).url + path)).toContain('fernhill');

    const twice = await command(['import', '--store', to], { env, input: backup.stdout });
    expect(twice).toMatchObject({ code: 2, stderr: expect.stringMatching(/not empty/) });
    const other = await start(to, [], { GATEWAY_KEYS: newKeys('k9') }).catch((error: Error) => error.message);
    expect(other).toMatch(/encrypted with the key "k1"/);
  });

  test('keys rotate while the old one is still there, and then it is not needed', async () => {
    const store = join(folder, 'rotated.db');
    const [k1, k2] = [newKeys('k1'), newKeys('k2')];
    await using first = await start(store, [], { GATEWAY_KEYS: k1 });
    const path = new URL(greeting(first.output).server ?? '').pathname;
    await first.stop();
    const rotated = await command(['rotate-keys', '--store', store], { env: { GATEWAY_KEYS: `${k2},${k1}` } });
    expect(rotated).toMatchObject({ code: 0, stdout: expect.stringContaining('1 credentials and 2 settings') });
    await using second = await start(store, [], { GATEWAY_KEYS: k2 });
    expect(await call(greeting(second.output).url + path)).toContain('fernhill');
  });

  test.for<[string, readonly string[], Env, RegExp]>([
    ['PostgreSQL without keys', ['--store', 'postgres://nobody@127.0.0.1:1/none'], {}, /GATEWAY_KEYS=k1:/],
    [
      'a database that does not answer',
      ['--store', 'postgres://nobody:hidden@127.0.0.1:1/none'],
      { GATEWAY_KEYS: newKeys() },
      /127\.0\.0\.1:1/,
    ],
    ['keys that are none', ['--store', ':memory:'], { GATEWAY_KEYS: 'abc' }, /id:key/],
    ['an admin key that can be guessed', ['--store', ':memory:'], { GATEWAY_ADMIN_KEY: 'secret' }, /24 characters/],
    ['a public URL that is none', ['--store', ':memory:', '--public-url', 'example.com'], {}, /https:\/\/mcp/],
    ['half of an app at Intercom', ['--store', ':memory:'], { INTERCOM_CLIENT_ID: 'x' }, /INTERCOM_CLIENT_SECRET/],
    ['a folder that does not exist', ['--store', '/does/not/exist/x.db'], { GATEWAY_KEYS: newKeys() }, /folder/],
  ])('%s is refused with what to do', async ([, args, env, expected]) => {
    const { code, stderr } = await command(['--port', '0', ...args], { env });
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(expected) });
    expect(stderr).not.toMatch(/hidden|\n {4}at /);
  });

  test('a port that is taken is refused', async () => {
    await using other = await listenSandbox(createSandbox());
    const args = [main, 'gateway', '--store', ':memory:', '--port', new URL(other.url).port];
    await expect(promisify(execFile)(process.execPath, args, { env: { PATH } })).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/EADDRINUSE[\s\S]*0 takes a free one/),
    });
  });
});
