import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newKeys } from '../../../gateway/index.ts';
import { main, PATH } from '../support/running-command.ts';

let folder: string;
let keys: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gateway-import-'));
  keys = join(folder, 'keys');
  await writeFile(keys, newKeys(), { mode: 0o600 });
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs `gateway …` with a file as its standard input, all of which is there before anything is opened. */
async function command(args: readonly string[], input = '/dev/null') {
  await using file = await open(input);
  const child = spawn(process.execPath, [main, 'gateway', ...args], {
    env: { PATH, GATEWAY_KEYS_FILE: keys },
    stdio: [file.fd, 'pipe', 'pipe'],
  });
  const { stdout: output, stderr: complaint } = child;
  if (output === null || complaint === null) throw new Error('its output is not read');
  const [[code], stdout, stderr] = await Promise.all([once(child, 'exit'), text(output), text(complaint)]);
  return { code, stdout, stderr };
}

test('a backup in a file is read to its end, and what it holds is there', async () => {
  const [from, to, backup] = ['from.db', 'to.db', 'backup.jsonl'].map((name) => join(folder, name));
  await command(['keys', 'create', 'Desk', '--store', `${from}`]);
  const { stdout } = await command(['export', '--store', `${from}`]);
  await writeFile(`${backup}`, stdout);
  const imported = await command(['import', '--store', `${to}`], `${backup}`);
  expect(imported).toMatchObject({ code: 0, stderr: expect.stringContaining('the store was filled from the backup') });
  expect((await command(['keys', 'list', '--store', `${to}`])).stdout).toContain('Desk');
});

test('an empty backup is refused', async () => {
  const refused = await command(['import', '--store', join(folder, 'empty.db')]);
  expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining('invalid_config') });
});
