import type { Measures } from './measure.ts';

/**
 * Broken rules that are known: a list that only shrinks. The test wants it exact, so whoever mends one takes it out.
 */
export const stillOpen: Pick<Measures, 'trespasses' | 'longFiles'> & {
  /** Folders that are in a circle. */
  readonly folders: readonly string[];
  /** Files that are in a circle. */
  readonly files: readonly string[];
} = {
  folders: [
    'gateway',
    'gateway/accounts',
    'gateway/api',
    'gateway/http',
    'gateway/mcp',
    'gateway/oauth/intercom',
    'gateway/oauth/server',
    'gateway/secrets',
    'gateway/servers',
    'generated/intercom',
    'generated/intercom/tools',
    'generator',
    'generator/emit',
    'generator/import',
    'generator/normalize',
    'sandbox',
    'sandbox/generic',
    'sandbox/http',
    'sandbox/oauth',
    'sandbox/operations/ai-content',
    'sandbox/operations/calls',
    'sandbox/operations/conversations',
    'sandbox/operations/data',
    'sandbox/operations/exports',
    'sandbox/operations/knowledge',
    'sandbox/operations/news',
    'sandbox/operations/people',
    'sandbox/operations/settings',
    'sandbox/operations/tickets',
    'sandbox/paging',
    'sandbox/sample',
    'sandbox/sample/calls',
    'sandbox/sample/conversations',
    'sandbox/sample/conversations/cast',
    'sandbox/sample/conversations/long',
    'sandbox/sample/conversations/scenarios',
    'sandbox/sample/data',
    'sandbox/sample/knowledge',
    'sandbox/sample/knowledge/texts',
    'sandbox/sample/news',
    'sandbox/sample/people',
    'sandbox/sample/settings',
    'sandbox/sample/tickets',
  ],
  files: [
    'gateway/store/cannot-open.ts',
    'gateway/store/store.ts',
    'runtime/tool/deep-object.ts',
    'runtime/tool/tool.ts',
    'sandbox/http/control.ts',
    'sandbox/sandbox.ts',
  ],
  trespasses: [
    'cli/doctor/connection.ts -> generated/intercom/version.ts',
    'gateway/accounts/connect-account.ts -> generated/intercom/version.ts',
  ],
  longFiles: [
    'test/runtime/client.test.ts',
    'test/runtime/mcp/server.test.ts',
    'test/runtime/paging/open-page.test.ts',
  ],
};
