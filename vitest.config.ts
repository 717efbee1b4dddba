import { availableParallelism } from 'node:os';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { notFast, projects } from './test/projects.ts';

const conditions = ['intercom-mcp-toolkit:source'];

/** A project with the options below and its own tests. */
function project(
  name: string,
  include: readonly string[],
  options: TestProjectInlineConfiguration['test'] = {},
): TestProjectInlineConfiguration {
  return { extends: true, test: { name, include: [...include], ...options } };
}

/** No test of these replaces a module or a global, so files share what is loaded: most of their time was loading it. */
const shared = { isolate: false };

/** A PostgreSQL server, where one is installed. */
const database = { globalSetup: ['./test/support/postgres-setup.ts'] };

export default defineConfig({
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    // By itself it would leave one core to nobody, which is half of a machine with two.
    maxWorkers: availableParallelism(),
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: ['default', './test/support/summary-reporter.ts'],
    projects: [
      project('fast', ['test/**/*.test.ts'], { exclude: ['**/node_modules/**', ...notFast], ...shared }),
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
