import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { intercom } from '../../intercom/catalog.ts';
import { type HttpServer, serveHttp } from '../../runtime/mcp/node.ts';
import { startFixtureServer } from '../conformance/fixture-server.ts';
import { judge, run } from './judges.ts';

/** Scenarios with the number of their checks that pass: fewer would mean that the suite looked at less. */
type Scenarios = Readonly<Record<string, number>>;

const both: Scenarios = {
  'completion-complete': 2,
  'tools-call-simple-text': 2,
  'tools-call-image': 2,
  'tools-call-audio': 2,
  'tools-call-embedded-resource': 2,
  'tools-call-mixed-content': 2,
  'tools-call-error': 2,
  'tools-call-with-progress': 2,
  'resources-list': 2,
  'resources-read-text': 2,
  'resources-read-binary': 2,
  'resources-templates-read': 2,
  'prompts-list': 2,
  'prompts-get-simple': 2,
  'prompts-get-with-args': 2,
  'prompts-get-embedded-resource': 2,
  'prompts-get-with-image': 2,
  'dns-rebinding-protection': 2,
  'json-schema-2020-12': 8,
};

/** Everything that a revision requires of a server, and what the suite runs beside it. */
const fixtures: Readonly<Record<string, Scenarios>> = {
  '2025-11-25': {
    ...both,
    'server-initialize': 2,
    'logging-set-level': 2,
    ping: 2,
    'tools-list': 3,
    'tools-call-with-logging': 2,
    'resources-subscribe': 2,
    'resources-unsubscribe': 2,
  },
  '2026-07-28': {
    ...both,
    'server-stateless': 28,
    'tools-list': 4,
    'server-sse-multiple-streams': 1,
    'sep-2164-resource-not-found': 4,
    caching: 8,
    'http-header-validation': 14,
    'http-custom-header-server-validation': 10,
    'input-required-result-basic-elicitation': 3,
    'input-required-result-basic-sampling': 3,
    'input-required-result-basic-list-roots': 3,
    'input-required-result-request-state': 3,
    'input-required-result-multiple-input-requests': 3,
    'input-required-result-multi-round': 4,
    'input-required-result-missing-input-response': 2,
    'input-required-result-non-tool-request': 3,
    'input-required-result-result-type': 2,
    'input-required-result-unsupported-methods': 2,
    'input-required-result-tampered-state': 2,
    'input-required-result-capability-check': 2,
    'input-required-result-ignore-extra-params': 2,
    'input-required-result-validate-input': 3,
  },
};

const sessions = 'needs a session, and this transport keeps none: it asks a client of this revision nothing';
const tasks = 'an optional extension that this server does not declare: its tools answer at once';

/** What the suite also runs, and why it does not apply. */
const notApplicable: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '2025-11-25': {
    'tools-call-sampling': sessions,
    'tools-call-elicitation': sessions,
    'elicitation-sep1034-defaults': sessions,
    'elicitation-sep1330-enums': sessions,
    'server-sse-multiple-streams': sessions,
    'server-session-lifecycle': sessions,
    'server-sse-polling': sessions,
  },
  '2026-07-28': {
    'tasks-lifecycle': tasks,
    'tasks-capability-negotiation': tasks,
    'tasks-wire-fields': tasks,
    'tasks-request-state-removal': tasks,
    'tasks-mrtr-input': tasks,
    'tasks-request-headers': tasks,
    'tasks-dispatch-and-envelope': tasks,
    'tasks-status-notifications': tasks,
    'tasks-required-task-error': tasks,
    'tasks-mrtr-composition': tasks,
  },
};

/** What needs no named fixtures, so that the server of Intercom's own tools has to pass it. */
const own: Readonly<Record<string, Scenarios>> = {
  '2025-11-25': {
    'server-initialize': 2,
    ping: 2,
    'tools-list': 3,
    'resources-list': 2,
    'prompts-list': 2,
    'dns-rebinding-protection': 2,
  },
  '2026-07-28': {
    'tools-list': 4,
    'resources-list': 2,
    'prompts-list': 2,
    'dns-rebinding-protection': 2,
    'server-sse-multiple-streams': 1,
    'sep-2164-resource-not-found': 4,
    'http-header-validation': 14,
    caching: 8,
  },
};

const checks = z.array(z.looseObject({ id: z.string(), status: z.string(), errorMessage: z.string().optional() }));
type Checks = z.output<typeof checks>;

const suite = judge('@modelcontextprotocol/conformance/dist/index.js');

/** Runs the suite and reads what it found, by scenario. */
async function conformance(url: string, args: readonly string[]): Promise<ReadonlyMap<string, Checks>> {
  const out = await mkdtemp(join(tmpdir(), 'conformance-'));
  // The suite takes nothing but localhost for a local server.
  const local = url.replace('127.0.0.1', 'localhost');
  await run(process.execPath, [suite ?? '', 'server', '--url', local, ...args, '-o', out], { timeout: 120_000 });
  const found = new Map<string, Checks>();
  for (const folder of await readdir(out)) {
    const scenario = /^server-(.+)-\d{4}-\d\d-\d\dT[\d-]+Z$/.exec(folder)?.[1] ?? folder;
    found.set(scenario, checks.parse(JSON.parse(await readFile(join(out, folder, 'checks.json'), 'utf8'))));
  }
  return found;
}

function verdict(found: Checks | undefined): object {
  const failed = (found ?? []).filter(({ status }) => status === 'FAILURE');
  const passed = (found ?? []).filter(({ status }) => status === 'SUCCESS').length;
  return { passed, failed: failed.map(({ id, errorMessage }) => `${id}: ${errorMessage}`) };
}

describe.skipIf(suite === undefined).each(Object.entries(fixtures))('fixtures, revision %s', (revision, scenarios) => {
  let server: HttpServer;
  let found: ReadonlyMap<string, Checks>;
  beforeAll(async () => {
    server = await startFixtureServer();
    found = await conformance(server.url, ['--requirements', revision]);
  }, 150_000);
  afterAll(() => server.close(0));

  test('every scenario that the suite runs is in one of the two lists', () => {
    const listed = [...Object.keys(scenarios), ...Object.keys(notApplicable[revision] ?? {})];
    expect([...found.keys()].sort()).toEqual(listed.sort());
  });

  test.each(Object.entries(scenarios))('%s', (scenario, passed) => {
    expect(verdict(found.get(scenario))).toEqual({ passed, failed: [] });
  });
});

describe.skipIf(suite === undefined).each(Object.entries(own))(
  "Intercom's tools, revision %s",
  (revision, scenarios) => {
    let server: HttpServer;
    beforeAll(async () => {
      const client = { exchange: () => Promise.reject(new Error('no call was expected')) };
      server = await serveHttp({ ...intercom, client });
    });
    afterAll(() => server.close(0));

    test.each(Object.entries(scenarios))('%s', async (scenario, passed) => {
      const found = await conformance(server.url, ['--scenario', scenario, '--spec-version', revision]);
      expect(verdict(found.get(scenario))).toEqual({ passed, failed: [] });
    });
  },
);
