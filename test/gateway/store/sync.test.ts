import { execFile, spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { sqlite } from '../support/engines.ts';

const program = fileURLToPath(new URL('support/durability-child.ts', import.meta.url));

// A container may have the program and not the right to use it.
const canTrace = spawnSync('strace', ['-e', 'trace=none', 'true']).status === 0;
if (!canTrace)
  console.warn(
    'SKIPPED: no strace that works, so what reaches the disk is not watched (Debian: apt-get install strace).',
  );

test.skipIf(!canTrace)(
  'SQLite: the disk is waited for before what creates, revokes or is used once is answered, and not for calls',
  async () => {
    await using place = await sqlite.place();
    const trace = `${place.address}.trace`;
    const options = ['-f', '-qq', '-o', trace, '-e', 'trace=fsync,fdatasync,write', '-e', 'signal=none', '-s', '40'];
    const node = [process.execPath, '--conditions=intercom-mcp-toolkit:source', program, place.address];
    await promisify(execFile)('strace', [...options, ...node]);
    const lines = (await readFile(trace, 'utf8')).split('\n');
    const seen: [string, boolean][] = [];
    let hasSynced = false;
    for (const line of lines) {
      // One that was under way when another thread did something has its end in a line of its own.
      if (/(?:fdatasync|fsync)(?:\(\d+| resumed>).*\)\s+= 0/.test(line)) hasSynced = true;
      const [, what] = /write\(1, "done: ([a-z ]+)/.exec(line) ?? [];
      if (what === undefined) continue;
      seen.push([what, hasSynced]);
      hasSynced = false;
    }
    expect(seen).toEqual([
      ['create', true],
      ['call', false],
      ['revoke', true],
      ['another call', false],
      ['confirm', true],
    ]);
  },
);
