import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { checkNode } from '../../../cli/doctor/check-installation.ts';
import { type Diagnosis, diagnose } from '../../../cli/doctor/diagnose.ts';
import { report } from '../../../cli/doctor/report.ts';
import { catalogDigest } from '../../../generated/intercom/facts.ts';
import { nora, workspace } from '../../support/people.ts';
import { byRoute, record, TOKEN } from '../../support/recorder.ts';

const NOW = Date.parse('2026-11-01T12:00:00Z');
const me = {
  type: 'admin',
  ...nora,
  app: { type: 'app', ...workspace, region: 'US', timezone: 'Europe/Dublin' },
};
function refusedWith(code: string) {
  return {
    status: 401,
    body: { type: 'error.list', request_id: 'r1', errors: [{ code, message: `Refused ${TOKEN}` }] },
  };
}

interface Reply {
  readonly status?: number;
  readonly body?: unknown;
  readonly date?: string;
}

/** Answers each host with its reply, and keeps which were asked; a host without one cannot be reached. */
function api(replies: Readonly<Record<string, Reply>>) {
  const asked: string[] = [];
  const send: typeof fetch = async (input) => {
    const { host } = new URL(String(input));
    asked.push(host);
    const reply = Object.hasOwn(replies, host) ? replies[host] : undefined;
    if (reply === undefined) throw new TypeError('fetch failed');
    const { status = 200, body = me, date = new Date(NOW).toUTCString() } = reply;
    return Response.json(body, { status, headers: date === '' ? {} : { date } });
  };
  return { send, asked };
}

const us = 'api.intercom.io';
const eu = 'api.eu.intercom.io';
const au = 'api.au.intercom.io';

async function examine(replies: Readonly<Record<string, Reply>>, environment: NodeJS.ProcessEnv = {}) {
  const { send, asked } = api(replies);
  const settings = { INTERCOM_ACCESS_TOKEN: TOKEN, ...environment };
  const diagnosis = await diagnose({ environment: settings, nodeVersion: '24.0.0', fetch: send, now: () => NOW });
  return { diagnosis, asked, text: report(diagnosis) };
}

function check({ checks }: Diagnosis, name: string) {
  return checks.find((found) => found.name === name);
}

test('a healthy setup: everything ok, and whose workspace it is', async () => {
  const { diagnosis, asked, text } = await examine({ [us]: {} });
  expect(diagnosis.ok).toBe(true);
  expect(diagnosis.checks.map(({ name, status }) => `${name} ${status}`)).toEqual([
    'Node ok',
    'tools ok',
    'token ok',
    'address ok',
    'access ok',
    'API version ok',
    'clock ok',
  ]);
  expect(asked).toEqual([us]);
  expect(text).toBe(
    [
      'ok  Node         24.0.0',
      `ok  tools        231 tools, catalog 2.16+${catalogDigest.slice(7, 19)}`,
      'ok  token        INTERCOM_ACCESS_TOKEN is set',
      'ok  address      api.intercom.io, region us',
      'ok  access       the token is accepted',
      'ok  API version  2.16 is accepted',
      "ok  clock        within 1 s of the API's",
      '',
      `workspace  ${workspace.name} (${workspace.id_code})`,
      'region     US',
      'time zone  Europe/Dublin',
      `admin      ${nora.name}, ${nora.email} (${nora.id})`,
      '',
      'Everything is in order.',
    ].join('\n'),
  );
});

describe('a token that is refused', () => {
  const everywhere = (code: string) => ({ [us]: refusedWith(code), [eu]: refusedWith(code), [au]: refusedWith(code) });

  test.each([
    ['is revoked', everywhere('token_revoked'), {}, 'revoked (token_revoked)', [us]],
    ['has expired', everywhere('token_expired'), {}, 'expired (token_expired)', [us]],
    ['is of another region', { ...everywhere('unauthorized'), [au]: {} }, {}, 'belongs to the region au', [us, eu, au]],
    ['is of no region', everywhere('unauthorized'), {}, 'in every region: it is revoked', [us, eu, au]],
    ['while others are down', { [us]: refusedWith('unauthorized') }, {}, 'it is revoked', [us, eu, au]],
    [
      'looks like none',
      everywhere('unauthorized'),
      { INTERCOM_ACCESS_TOKEN: 'abc123' },
      'does not look like an access token',
      [us, eu, au],
    ],
    [
      'at an own address, and asked nowhere else',
      { '127.0.0.1:9': refusedWith('unauthorized') },
      { INTERCOM_BASE_URL: 'http://127.0.0.1:9' },
      'refused there: it is revoked',
      ['127.0.0.1:9'],
    ],
  ])('%s', async (_name, replies, environment, want, hosts) => {
    const { diagnosis, asked, text } = await examine(replies, environment);
    expect(check(diagnosis, 'access')).toMatchObject({ status: 'failed', message: expect.stringContaining(want) });
    expect(check(diagnosis, 'access')?.help).toBeDefined();
    expect(asked).toEqual(hosts);
    expect(diagnosis.ok).toBe(false);
    expect(text + JSON.stringify(diagnosis)).not.toContain(TOKEN);
  });

  test('the region to set is told', async () => {
    const { text } = await examine({ [us]: refusedWith('unauthorized'), [eu]: {} });
    expect(text).toContain('\n         Set INTERCOM_REGION=eu.');
  });
});

describe('a setting', () => {
  test.each([
    ['no token', { INTERCOM_ACCESS_TOKEN: undefined }, 'token', 'No Intercom access token is set.'],
    ['a token in quotes', { INTERCOM_ACCESS_TOKEN: `"${TOKEN}"` }, 'token', 'the token stands in quotes'],
    ['a token with Bearer', { INTERCOM_ACCESS_TOKEN: `Bearer ${TOKEN}` }, 'token', 'characters that no token has'],
    ['a placeholder', { INTERCOM_ACCESS_TOKEN: '<your-token>' }, 'token', 'a placeholder'],
    ['three dots', { INTERCOM_ACCESS_TOKEN: '...' }, 'token', 'a placeholder'],
    ['a region that is none', { INTERCOM_REGION: 'uk' }, 'address', 'Unknown region "uk"'],
    ['a region from the prototype', { INTERCOM_REGION: 'constructor' }, 'address', 'Unknown region'],
    ['an address in the clear', { INTERCOM_BASE_URL: 'http://example.test' }, 'address', 'neither https nor http'],
  ])('%s fails, with what to do, and nothing is asked', async (_name, environment, name, want) => {
    const { diagnosis, asked, text } = await examine({ [us]: {} }, environment);
    expect(check(diagnosis, name)).toMatchObject({ status: 'failed', message: expect.stringContaining(want) });
    expect(check(diagnosis, name)?.help).toBeDefined();
    expect(check(diagnosis, 'access')?.status).toBe('skipped');
    expect([asked, diagnosis.ok]).toEqual([[], false]);
    expect(text).not.toContain(TOKEN);
  });

  test('a region that is a detour works, and the better one is told', async () => {
    const { diagnosis } = await examine({ [us]: { body: { ...me, app: { ...me.app, region: 'EU' } } } });
    expect(diagnosis.ok).toBe(true);
    expect(check(diagnosis, 'access')?.help).toContain('INTERCOM_REGION=eu');
  });
});

test.each([
  ['within a minute', 59, 'ok', "within 59 s of the API's"],
  ['behind', 61, 'failed', "61 s behind the API's"],
  ['ahead', -7200, 'failed', "7200 s ahead of the API's"],
] as const)('the clock is %s', async (_name, seconds, status, message) => {
  const { diagnosis } = await examine({ [us]: { date: new Date(NOW + seconds * 1000).toUTCString() } });
  expect(check(diagnosis, 'clock')).toMatchObject({ status, message });
  expect(diagnosis.ok).toBe(status === 'ok');
});

test.each([
  ['cannot be reached', {}, 'access', 'failed', 'cannot be reached'],
  ['answers without a date', { [us]: { date: '' } }, 'clock', 'skipped', 'no answer with a date'],
  ['answers something else', { [us]: { body: [] } }, 'access', 'failed', 'not that of Intercom'],
  [
    'limits the rate',
    { [us]: { status: 429, body: { errors: [{ code: 'rate_limit_exceeded' }] } } },
    'access',
    'failed',
    '429',
  ],
  [
    'refuses the version',
    { [us]: { status: 400, body: { errors: [{ code: 'intercom_version_invalid', message: 'No such version' }] } } },
    'API version',
    'failed',
    '2.16 is refused',
  ],
] as const)('the API %s', async (_name, replies, name, status, message) => {
  const { diagnosis } = await examine(replies);
  expect(check(diagnosis, name)).toMatchObject({ status, message: expect.stringContaining(message) });
});

test.each([
  ['22.19.0', 'ok'],
  ['22.9.0', 'failed'],
  ['24.0.0', 'ok'],
  ['20.20.0', 'failed'],
])('Node %s is %s', (version, status) => {
  expect(checkNode(version, '>=22.19').status).toBe(status);
});

test('control characters of a name never reach a terminal', async () => {
  const { text } = await examine({ [us]: { body: { ...me, name: 'A\u001b[2Jda\u0007' } } });
  expect(text).toContain('A[2Jda');
});

describe('the command', () => {
  const run = (args: readonly string[], env: Record<string, string>): Promise<{ code: unknown; stdout: string }> =>
    new Promise((resolve) => {
      const program = fileURLToPath(new URL('../../../cli/main.ts', import.meta.url));
      execFile(process.execPath, [program, 'doctor', ...args], { env }, (error, stdout, stderr) =>
        resolve({ code: error?.code ?? 0, stdout: stdout + stderr }),
      );
    });

  test('exit code 0, a list without colours, and an object with --json', async () => {
    await using intercom = await record(byRoute({ 'GET /me': me }));
    const env = { INTERCOM_ACCESS_TOKEN: TOKEN, INTERCOM_BASE_URL: intercom.url };
    const [list, json] = await Promise.all([run([], env), run(['--json'], env)]);
    expect(list.code).toBe(0);
    expect(list.stdout).toContain('Everything is in order.');
    expect(list.stdout).not.toContain('\u001b');
    expect(json.code).toBe(0);
    expect(JSON.parse(json.stdout)).toMatchObject({
      ok: true,
      identity: { id: nora.id, app: { name: workspace.name } },
    });
    expect(intercom.requests.map(({ pathname, search }) => pathname + search)).toEqual(['/me', '/me']);
    expect(list.stdout + json.stdout).not.toContain(TOKEN);
  });

  test('exit code 1 where something is wrong', async () => {
    const { code, stdout } = await run([], {});
    expect(code).toBe(1);
    expect(stdout).toContain('Set the environment variable INTERCOM_ACCESS_TOKEN');
  });
});
