import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startChild } from '../../../bench/support/child.ts';
import { mustRun, runProgram } from '../../../bench/support/run-program.ts';
import { connectStdio } from '../../../bench/support/stdio-connection.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bench-test-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A file with a program in it. */
async function program(name: string, code: string): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, code);
  return file;
}

const SERVER = `
import { createInterface } from 'node:readline';
for await (const line of createInterface({ input: process.stdin })) {
  const { id, method, params } = JSON.parse(line);
  if (id === undefined) continue;
  const result = method === 'big' ? { text: 'x'.repeat(3e6), id: 99 } : { method, params };
  if (method === 'end') process.exit(3);
  const answer = method === 'refuse' ? { error: { code: -1, message: 'not that' } } : { result };
  // Some write the id first, others last.
  const message = params?.isLast ? { jsonrpc: '2.0', ...answer, id } : { jsonrpc: '2.0', id, ...answer };
  process.stdout.write(JSON.stringify(message) + '\\n');
}`;

test('answers find their requests, wherever the id stands and however long they are', async () => {
  await using connection = await connectStdio({ args: [await program('server.mjs', SERVER)] });
  const [first, last, big] = await Promise.all([
    connection.request('one'),
    connection.request('two', { isLast: true }),
    connection.request('big'),
  ]);
  expect([first.result, last.result]).toEqual([
    { method: 'one', params: {} },
    { method: 'two', params: { isLast: true } },
  ]);
  expect(big.line.length).toBeGreaterThan(3e6);
  const refused = await connection.request('refuse');
  expect(() => refused.result).toThrow('not that');
});

test('a server that ends says how', async () => {
  await using connection = await connectStdio({ args: [await program('server.mjs', SERVER)] });
  await expect(connection.request('end')).rejects.toThrow('the server ended with 3');
  const silent = await program('silent.mjs', "console.error('no luck'); process.exit(4);");
  await expect(connectStdio({ args: [silent] })).rejects.toThrow('the server ended with 4: no luck');
});

test('what a program took is known of it and of those that it started', async () => {
  const child = await program('child.mjs', 'globalThis.kept = Buffer.alloc(2e8, 1);');
  const parent = await program(
    'parent.mjs',
    `import { execFileSync } from 'node:child_process'; execFileSync(process.execPath, [${JSON.stringify(child)}]); console.log('done');`,
  );
  const ran = await mustRun({ args: [parent] });
  expect(ran).toMatchObject({ code: 0, stdout: 'done\n' });
  expect(ran.peak).toBeGreaterThan(190);
  expect(ran.cpu).toBeGreaterThan(0);
});

test('a program that fails says with what', async () => {
  const failing = await program('failing.mjs', "console.error('why'); process.exitCode = 7;");
  expect(await runProgram({ args: [failing] })).toMatchObject({ code: 7 });
  await expect(mustRun({ args: [failing] })).rejects.toThrow('ended with 7: why');
});

test('programs are started without the credentials of this process', async () => {
  process.env.INTERCOM_ACCESS_TOKEN = 'secret';
  try {
    const telling = await program('telling.mjs', 'console.log(String(process.env.INTERCOM_ACCESS_TOKEN));');
    expect((await runProgram({ args: [telling] })).stdout).toBe('undefined\n');
  } finally {
    delete process.env.INTERCOM_ACCESS_TOKEN;
  }
});

test('a child tells its address, or why it has none', async () => {
  const listening = await program(
    'listening.mjs',
    "console.error('ready:', 'http://127.0.0.1:1/mcp'); process.stdin.resume().on('end', () => process.exit(0));",
  );
  await using child = await startChild({ args: [listening] });
  expect(child.url).toBe('http://127.0.0.1:1/mcp');
  const failing = await program('no-address.mjs', "console.error('no port'); process.exit(1);");
  await expect(startChild({ args: [failing] })).rejects.toThrow('ended with 1: no port');
});
