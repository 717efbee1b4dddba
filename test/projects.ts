/**
 * The tests that need more than a minute of two cores, or a program of somebody else, by what they need. All others
 * are the project `fast`, which `npm run test:fast` runs. Globs, from the root of the repository.
 */
export const projects = {
  /** A PostgreSQL server; over SQLite they run as well. */
  postgres: [
    'test/gateway/admin-key.test.ts',
    'test/gateway/backup/backup.test.ts',
    'test/gateway/clock/wrong-clock.test.ts',
    'test/gateway/kill.test.ts',
    'test/gateway/processes.test.ts',
    'test/gateway/rotate-keys.test.ts',
    'test/gateway/secrets.test.ts',
    'test/gateway/oauth/server/races.test.ts',
    'test/gateway/store/!(durability).test.ts',
    'test/support/postgres.test.ts',
  ],
  /** A Chromium. */
  browser: ['test/dashboard/*.test.ts', 'test/gateway/{other-pages,pages}.test.ts', 'test/runtime/mcp/browser.test.ts'],
  /** Clients, proxies and validators that others wrote. */
  judges: [
    'test/agents/**/*.test.ts',
    'test/compat/**/*.test.ts',
    'test/deploy/programs.test.ts',
    'test/generator/compare/judges.test.ts',
    'test/prism/{hero-tools,operations}.test.ts',
    'test/sandbox/prism.test.ts',
  ],
  /** Modules of their own: they replace some. */
  mocked: [
    'test/gateway/mcp/renamed.test.ts',
    'test/gateway/store/durability.test.ts',
    'test/generator/write/write-together.test.ts',
  ],
  /** Other processes, sweeps over every tool, long runs of generated input, or the compiler. */
  slow: [
    'test/bench/{contestants,compare/compare,compare/options,support/stdio-connection}.test.ts',
    'test/cli/**/*.test.ts',
    'test/dashboard/pages/servers/connect/snippets.test.ts',
    'test/docs/{cli,commands,other-apis,requests,runs,site,snippets,troubleshooting}.test.ts',
    'test/examples/**/*.test.ts',
    'test/gateway/controls/*.test.ts',
    'test/gateway/oauth/server/{authorize,redirect-uri}.test.ts',
    'test/generated/{answers,editor}.test.ts',
    'test/generator/**/{check,cut,equality,golden,official,output,pets,record,type-names,versions,whole}.test.ts',
    'test/generator/compare/{mutations,pairs,replay,successor}.test.ts',
    'test/github/spec-push.test.ts',
    'test/house/{bundle,mutations}.test.ts',
    'test/package/*.test.ts',
    'test/runtime/{call-costs,foreign-text,fuzz}.test.ts',
    'test/runtime/code/box/worker-box.test.ts',
    'test/runtime/code/words/{code-words,function-signature,joins}.test.ts',
    'test/runtime/discovery/signature.test.ts',
    'test/runtime/mcp/{filter,serve}.test.ts',
    'test/runtime/paging/tools.test.ts',
    'test/runtime/search/properties.test.ts',
    'test/runtime/shape/{budget,properties}.test.ts',
    'test/sandbox/{fuzz,mistakes,operations,paging,workflows}.test.ts',
    'test/sandbox/operations/data/conversation-attributes.test.ts',
    'test/sandbox/operations/settings/messages.test.ts',
    'test/sandbox/sample/{clock,conversations}.test.ts',
    'test/sandbox/search/properties.test.ts',
    'test/scripts/house.test.ts',
    'test/scripts/spec-review/imported.test.ts',
    'test/support/sample-arguments.test.ts',
  ],
} as const satisfies Record<string, readonly string[]>;

/** All of them: what the project `fast` leaves out. */
export const notFast: readonly string[] = Object.values(projects).flat();
