import { copyFile, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { compare } from '../../../bench/compare/compare.ts';
import { efforts } from '../../../bench/compare/effort.ts';
import { readOptions } from '../../../bench/compare/options.ts';
import type { Contestant } from '../../../bench/contestants/contestant.ts';
import { catalog } from '../../../intercom/catalog.ts';
// What the floor is made of has to be there for it.
import { Client } from '../../judges/legacy-sdk.ts';

const pathOf = (file: string): string => fileURLToPath(new URL(`../../../${file}`, import.meta.url));

test('the bare server, ours and one that does not start are compared in turns, each in a column with as many samples', async () => {
  expect(Client).toBeDefined();
  const folder = await mkdtemp(join(tmpdir(), 'bench-compare-'));
  try {
    await symlink(pathOf('test/judges/node_modules'), join(folder, 'node_modules'));
    await copyFile(pathOf('bench/programs/floor.mjs'), join(folder, 'floor.mjs'));
    // A folder without a manifest is no package, and its modules are found by the link.
    const sdk = pathOf('test/judges');
    const all: readonly Contestant[] = [
      {
        ...{ name: 'floor', title: 'the floor' },
        prepare: async ({ upstream }) => ({
          folder: sdk,
          server: { args: [join(folder, 'floor.mjs')], env: { BENCH_UPSTREAM: upstream } },
          call: { name: 'me', arguments: {} },
        }),
      },
      {
        ...{ name: 'ours', title: 'the sources' },
        prepare: async ({ upstream }) => ({
          folder,
          server: {
            args: [pathOf('cli/main.ts'), 'serve'],
            env: { INTERCOM_ACCESS_TOKEN: 'x', INTERCOM_BASE_URL: upstream },
          },
          call: { name: 'get_single_intercom_me', arguments: {} },
          read: ({ tool, parameters }) => ({ name: tool, arguments: parameters }),
        }),
      },
      {
        ...{ name: 'broken', title: 'ends at once' },
        prepare: async () => ({ folder, server: { args: ['-e', 'process.exit(5)'] } }),
      },
      {
        ...{ name: 'absent', title: 'cannot be had' },
        prepare: () => Promise.reject(new Error('nowhere to be found')),
      },
    ];
    const options = readOptions(['--quick', '--measure', 'start,lists,results'], []);
    const effort = { ...efforts.quick, starts: 2, callRuns: 1, warm: 2, measured: 5 };
    const { stdio } = await compare(options, () => {}, { all, effort });
    const { figures } = stdio;
    expect(stdio.contestants).toEqual(['floor', 'ours', 'broken', 'absent', 'fetch']);
    for (const name of ['floor', 'ours']) {
      expect(figures.of(name, 'coldStart')).toEqual({ samples: [expect.any(Number), expect.any(Number)] });
      expect(figures.of(name, 'callMedian')).toEqual({ samples: [expect.any(Number)] });
    }
    expect(figures.of('floor', 'tools')).toEqual({ samples: [1] });
    expect(figures.of('ours', 'tools')).toEqual({ samples: [catalog.length] });
    expect(figures.of('ours', 'accepted')).toEqual({ samples: [catalog.length] });
    // Six answers, shaped and as they are: what the tables stand on is no empty text.
    const [shaped, raw] = [figures.of('ours', 'resultTokens'), figures.of('fetch', 'resultTokens')];
    expect([shaped, raw]).toEqual([{ samples: [expect.any(Number)] }, { samples: [expect.any(Number)] }]);
    const tokens = [shaped, raw].map((figure) => (figure && 'samples' in figure ? (figure.samples[0] ?? 0) : 0));
    expect(Math.min(...tokens)).toBeGreaterThan(1000);
    expect(figures.of('broken', 'coldStart')).toEqual({ why: expect.stringContaining('ended with 5') });
    expect(figures.of('absent', 'coldStart')).toEqual({ why: 'nowhere to be found' });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
