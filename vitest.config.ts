import { availableParallelism } from 'node:os';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { findUninstalled } from './scripts/house/find-uninstalled.ts';
import { notFast, projects } from './test/projects.ts';

// What a fresh checkout has not is no reason for it to fail: a newcomer's `npm test` needs `npm ci` alone.
const uninstalled = findUninstalled(import.meta.dirname);
for (const folder of uninstalled.folders)
  console.warn(`SKIPPED: tests that need the packages of ${folder}; install them with npm ci --prefix ${folder}`);
const tests = uninstalled.files.filter((file) => file.endsWith('.test.ts'));
if (tests.length > 0) console.warn(`SKIPPED: for want of them ${tests.length} whole files of tests`);

const conditions = ['intercom-mcp-toolkit:source'];

/** A project with the options below and its own tests. */
function project(
  name: string,
  include: readonly string[],
  options: TestProjectInlineConfiguration['test'] = {},
): TestProjectInlineConfiguration {
  const exclude = ['**/node_modules/**', ...(options.exclude ?? []), ...uninstalled.files];
  return { extends: true, test: { name, include: [...include], ...options, exclude } };
}

/** No test of these replaces a module or a global, so files share what is loaded: most of their time was loading it. */
const shared = { isolate: false };

/** A PostgreSQL server, where one is installed. */
const database = { globalSetup: ['./test/support/postgres-setup.ts'] };

export default defineConfig({
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    // One more than cores: much of a test is waiting for a browser, a database or another process.
    maxWorkers: availableParallelism() + 1,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: ['default', './test/support/summary-reporter.ts'],
    projects: [
      project('fast', ['test/**/*.test.ts'], { exclude: [...notFast], ...shared }),
      project('slow', projects.slow, shared),
      project('postgres', projects.postgres, { ...database, ...shared }),
      project('browser', projects.browser, {
        globalSetup: ['./test/dashboard/support/build-dashboard.ts'],
        // A browser on a busy machine may be late once; a test that passed at its second try is said to.
        retry: 1,
        // What a page shows later is waited for as its buttons are; one second is a busy machine's moment.
        expect: { poll: { timeout: 15_000 } },
        ...shared,
      }),
      project('judges', projects.judges, shared),
      project('mocked', projects.mocked, database),
    ],
  },
});
