import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectFirst } from '../../cli/gateway/connect-first.ts';
import { openGateway } from '../../cli/gateway/open-gateway.ts';
import { createSandbox, listenSandbox } from '../../sandbox/index.ts';
import { run } from '../cli/support/run-line.ts';
import { shownCommands } from './support/shown-commands.ts';

/** Commands that end by themselves, so that they can be run here. */
const ENDS = /^(?:call|doctor|tools|whoami|profiles|catalog|gateway (?:keys|audit|export|sign-in-link|rotate-keys))\b/;

/** Lines of these that are not run, by a part of theirs, with the reason. */
const notRun: readonly (readonly [part: string, why: string])[] = [
  ['--api ', "another API's tools, which are not there; test/cli/api has some"],
  ['acme', 'a profile that nobody logged in to; test/cli/profiles has some'],
  ['@reply.md', "a reader's own file; test/cli/call reads some"],
  ['--store postgres:', 'a database that is not there; test/gateway/store has one'],
  ['--store /var/lib', 'a file of a service'],
  ['catalog --out', 'test/cli/catalog writes sites, of what it builds for them'],
];

const lines = new Map(
  shownCommands.flatMap(({ args }) => (args === undefined ? [] : [[args.join(' '), args] as const])),
);
const runnable = [...lines].filter(([line]) => ENDS.test(line) && !notRun.some(([part]) => line.includes(part)));

const folder = mkdtempSync(join(tmpdir(), 'docs-runs-'));
const before = process.cwd();
const sandbox = await listenSandbox(createSandbox());
const env: Record<string, string> = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: 'sandbox' };
let account = '';

beforeAll(async () => {
  process.chdir(folder);
  // The store that commands of the gateway find in their folder.
  await using gateway = await openGateway({
    ...{ port: 0, store: 'intercom-gateway.db', log: 'silent', addresses: { sandbox: sandbox.url }, dashboard: false },
  }).then((opened) => Object.assign(opened, { [Symbol.asyncDispose]: opened.close }));
  const first = await connectFirst(gateway, {
    region: 'sandbox',
    credential: { access_token: 'sandbox' },
    methods: ['read'],
  });
  account = 'accountId' in first ? first.accountId : '';
});
afterAll(async () => {
  process.chdir(before);
  await sandbox.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a command that a page shows ends well, in the order of the pages', () => {
  test.each(runnable)('intercom-mcp %s', async (_line, args) => {
    const { code, stderr } = await run(
      args.map((word) => word.replace('ACCOUNT_ID', account)),
      env,
    );
    expect(stderr).not.toMatch(/^\S*(?:invalid|error)/m);
    expect(code).toBe(0);
  });

  test('there are several', () => {
    expect(runnable.length).toBeGreaterThan(14);
  });
});
