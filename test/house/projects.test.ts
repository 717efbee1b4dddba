import { matchesGlob } from 'node:path';
import { describe, expect, test } from 'vitest';
import config from '../../vitest.config.ts';
import { projects } from '../projects.ts';
import { files } from './support/house.ts';

const tests = [...files.keys()].filter((path) => path.startsWith('test/') && path.endsWith('.test.ts'));

/** The projects that take a test file, as vitest reads its configuration. */
function takenBy(path: string): string[] {
  return (config.test?.projects ?? []).flatMap((project) => {
    if (typeof project !== 'object' || !('test' in project)) return [];
    const { name, include = [], exclude = [] } = project.test ?? {};
    const takes = include.some((glob) => matchesGlob(path, glob)) && !exclude.some((glob) => matchesGlob(path, glob));
    return takes ? [String(name)] : [];
  });
}

/** Every file and package that a file needs, to the last. */
function needs(entry: string): string[] {
  const seen = new Set([entry]);
  for (const path of seen)
    for (const { target, typeOnly } of files.get(path)?.imports ?? []) if (!typeOnly) seen.add(target);
  return [...seen];
}

test('every test file is in one project', () => {
  expect(tests.length).toBeGreaterThan(200);
  expect(tests.filter((path) => takenBy(path).length !== 1)).toEqual([]);
});

test.each(Object.entries(projects).flatMap(([name, globs]) => globs.map((glob) => [name, glob])))(
  '%s: %s matches a file',
  (name = '', glob = '') => {
    const matched = tests.filter((path) => matchesGlob(path, glob));
    expect(matched.length).toBeGreaterThan(0);
    expect(matched.flatMap(takenBy).filter((project) => project !== name)).toEqual([]);
  },
);

describe('the fast tests', () => {
  const fast = tests.filter((path) => takenBy(path).includes('fast'));

  test.each([
    'test/support/postgres.ts',
    'test/gateway/support/browser.ts',
    'test/support/prism.ts',
    'test/compat/judges.ts',
    'test/cli/support/running-command.ts',
    'node:child_process',
    'typescript',
  ])('need no %s', (target) => {
    // But for the generator, and tests that look at the sources: few files of each.
    const parses = (path: string): boolean =>
      path.startsWith('test/generator/') || needs(path).includes('scripts/house/source-files.ts');
    // What generates has a formatter that is a program, which takes a tenth of a second.
    const formats = (path: string): boolean => needs(path).includes('generator/write/format.ts');
    const may = (path: string): boolean =>
      (target === 'typescript' && parses(path)) || (target === 'node:child_process' && formats(path));
    expect(fast.filter((path) => needs(path).includes(target) && !may(path))).toEqual([]);
  });
});

test('tests that share what is loaded replace no module', () => {
  const shared = tests.filter((path) => !takenBy(path).includes('mocked'));
  expect(shared.filter((path) => files.get(path)?.text.includes(`vi.${'mock'}(`))).toEqual([]);
});
