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

export default defineConfig({
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: ['default', './test/support/summary-reporter.ts'],
    projects: [
      // No test of these replaces a module or a global, so files may share what is loaded.
      project('fast', ['test/**/*.test.ts'], { exclude: ['**/node_modules/**', ...notFast], isolate: false }),
      project('slow', projects.slow),
      project('postgres', projects.postgres, { globalSetup: ['./test/support/postgres-setup.ts'] }),
      project('browser', projects.browser),
      project('judges', projects.judges),
    ],
  },
});
