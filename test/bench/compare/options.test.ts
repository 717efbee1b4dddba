import { homedir } from 'node:os';
import { expect, test } from 'vitest';
import { measureNames, readOptions } from '../../../bench/compare/options.ts';
import { defaultScratch } from '../../../bench/contestants/scratch.ts';

const names = ['floor', 'ours', 'omg'];

test('everything is measured of everyone, over the contract, unless said otherwise', () => {
  expect(readOptions([], names, {})).toMatchObject({
    quick: false,
    only: undefined,
    measures: measureNames,
    packages: [],
  });
  expect(readOptions([], names, {}).description).toMatch(/contract\.json$/);
});

test('contestants, measurements and builds are chosen', () => {
  const options = ['--quick', '--only', 'ours, omg', '--measure', 'start', '--package', 'a.tgz', '--package', 'b.tgz'];
  expect(readOptions(options, names, {})).toMatchObject({
    ...{ quick: true, only: ['ours', 'omg'], measures: ['start'], packages: ['a.tgz', 'b.tgz'] },
  });
});

test.each([
  [['--only', 'nobody'], '--only nobody: it is one of floor, ours, omg'],
  [['--measure', 'luck'], '--measure luck: it is one of start'],
  [['--description', '/nowhere.yaml'], 'there is no such file'],
  [['--wrong'], 'wrong'],
])('%j is refused', (args, message) => {
  expect(() => readOptions(args, names, {})).toThrow(message);
});

test("neighbours are installed in the user's own cache", () => {
  expect(defaultScratch({ XDG_CACHE_HOME: '/c' })).toBe('/c/intercom-mcp-toolkit-bench');
  expect(defaultScratch({})).toContain(homedir());
});
