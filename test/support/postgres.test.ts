import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Client } from 'pg';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { testDatabase } from './postgres.ts';
import { findBinaries, setup, startCluster } from './postgres-setup.ts';

async function query(url: string, statement: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

async function folderWith(...files: string[]) {
  const folder = await mkdtemp(join(tmpdir(), 'intercom-mcp-'));
  for (const file of files) {
    await mkdir(join(folder, file, '..'), { recursive: true });
    await writeFile(join(folder, file), '');
  }
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) };
}

const tables = "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'";

// Whether there is one is known only by asking, and tests are skipped before they run.
const available = await testDatabase();
await available?.[Symbol.asyncDispose]();

describe.skipIf(available === undefined)('a database for a test file', () => {
  async function database() {
    const made = await testDatabase();
    if (made === undefined) throw new Error('PostgreSQL was there a moment ago');
    return made;
  }

  test('is empty, and does not see the tables of another', async () => {
    await using one = await database();
    await using other = await database();
    expect(await query(one.url, tables)).toEqual([]);
    await query(one.url, 'CREATE TABLE mine (id int)');
    expect(await query(one.url, tables)).toEqual([{ name: 'mine' }]);
    expect(await query(other.url, tables)).toEqual([]);
  });

  test('is made while others are made, and sorts as C does', async () => {
    const made = await Promise.all(Array.from({ length: 5 }, database));
    expect(new Set(made.map(({ url }) => url)).size).toBe(5);
    const sorted = "SELECT 'Z' < 'a' AS sorted, current_setting('server_encoding') AS encoding";
    for (const { url } of made) expect(await query(url, sorted)).toEqual([{ sorted: true, encoding: 'UTF8' }]);
    await Promise.all(made.map((one) => one[Symbol.asyncDispose]()));
  });

  test('is dropped, also under a connection that is open, and a second time does no harm', async () => {
    const one = await database();
    const client = new Client({ connectionString: one.url });
    await client.connect();
    const errors: Error[] = [];
    client.on('error', (error) => errors.push(error));
    const ended = new Promise<void>((resolve) => client.once('end', resolve));
    await one[Symbol.asyncDispose]();
    await ended;
    expect(errors[0]).toMatchObject({ code: '57P01' });
    await expect(query(one.url, 'SELECT 1')).rejects.toMatchObject({ code: '3D000' });
    await one[Symbol.asyncDispose]();
  });
});

describe('the server of a run', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  });

  /** The setup of a run of its own, that finds PostgreSQL where it is told. */
  async function run(find: () => string | undefined) {
    vi.stubEnv('TEST_DATABASE_URL', '');
    const given: string[] = [];
    const teardown = await setup({ provide: (_, starter) => given.push(starter) }, find);
    return { starter: String(given), [Symbol.asyncDispose]: teardown };
  }

  test('is not even looked for when no test asks', async () => {
    const find = vi.fn(() => undefined);
    await (await run(find))[Symbol.asyncDispose]();
    expect(find).not.toHaveBeenCalled();
  });

  test('that is not installed is missed loudly', async () => {
    await using missing = await run(() => undefined);
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    expect(await testDatabase(missing.starter)).toBeUndefined();
    expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(/^SKIPPED: .*install.*TEST_DATABASE_URL/));
  });

  test('that does not start says why, to everybody who asks', async () => {
    await using broken = await run(() => '/no/such/folder');
    for (const _ of ['first', 'second']) {
      await expect(testDatabase(broken.starter)).rejects.toThrow(/did not start.*\n.*\/no\/such\/folder\/initdb/);
    }
  });

  test("is the environment's where it names one", async () => {
    vi.stubEnv('TEST_DATABASE_URL', 'postgres://nobody@127.0.0.1:1/postgres');
    await expect(testDatabase('http://not.asked.test')).rejects.toMatchObject({ code: 'ECONNREFUSED', port: 1 });
  });

  test('is taken from PATH first, then the newest of Debian, and only where it is complete', async () => {
    const complete = (folder: string) => ['initdb', 'pg_ctl', 'postgres'].map((program) => join(folder, program));
    await using made = await folderWith(
      'client/initdb',
      ...complete('path'),
      ...complete('9/bin'),
      ...complete('15/bin'),
      '16/bin/pg_ctl',
    );
    const { folder } = made;
    expect(findBinaries(`${folder}/client:${folder}/path`, folder)).toBe(`${folder}/path`);
    expect(findBinaries(`${folder}/client`, folder)).toBe(`${folder}/15/bin`);
    expect(findBinaries(`${folder}/client`, `${folder}/absent`)).toBeUndefined();
  });
});

const bin = findBinaries();

describe.skipIf(bin === undefined)('a throw-away cluster', () => {
  test('writes through to the disk, and is reached with its password alone', async () => {
    await using cluster = await startCluster(String(bin));
    expect(await query(cluster.url, 'SHOW fsync')).toEqual([{ fsync: 'on' }]);
    const url = new URL(cluster.url);
    url.password = 'guessed';
    await expect(query(url.href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
  });

  test('is gone with its folder when it was disposed of', async () => {
    const { url, folder, [Symbol.asyncDispose]: dispose } = await startCluster(String(bin));
    expect(existsSync(folder)).toBe(true);
    await dispose();
    expect(existsSync(folder)).toBe(false);
    await expect(query(url, 'SELECT 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  test.for(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)(
    'is gone when the process that started it gets %s',
    async (signal) => {
      const program = `
      import { startCluster } from ${JSON.stringify(new URL('postgres-setup.ts', import.meta.url))};
      const { url, folder } = await startCluster(${JSON.stringify(bin)});
      console.log(JSON.stringify({ url, folder }));
      setInterval(() => {}, 1000);`;
      const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const [line] = await once(createInterface(child.stdout), 'line');
      const { url, folder } = JSON.parse(line);
      expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
      child.kill(signal);
      await expect.poll(() => existsSync(folder), { timeout: 30_000 }).toBe(false);
      await expect(query(url, 'SELECT 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    },
  );
});
