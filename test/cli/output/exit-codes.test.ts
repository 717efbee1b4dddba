import { expect, test } from 'vitest';
import { exitCodeOf, exitCodes } from '../../../cli/output/exit-codes.ts';
import { record, TOKEN } from '../../support/recorder.ts';
import { run } from '../support/run-line.ts';

const me = ['call', 'get_single_intercom_me'];

async function calledWith(status: number) {
  const body = { type: 'error.list', errors: [{ code: 'some_code', message: 'Said by the API' }] };
  await using intercom = await record(() => ({ status, body, headers: { 'retry-after': '7' } }));
  const env = { INTERCOM_ACCESS_TOKEN: TOKEN, INTERCOM_BASE_URL: intercom.url };
  return [await run(me, env), await run([...me, '--json'], env)] as const;
}

test.each([
  [200, 0],
  [400, 1],
  [401, 3],
  [403, 3],
  [404, 4],
  [429, 5],
  [500, 1],
])('HTTP %i ends with %i, as text and as JSON', async (status, code) => {
  const [text, json] = await calledWith(status);
  expect([text.code, json.code]).toEqual([code, code]);
  if (code === 0) return;
  expect(text.stderr).toContain('some_code  ');
  expect(text.stdout + json.stdout).toBe('');
  expect(json.stderr.trimEnd().split('\n')).toHaveLength(1);
  expect(JSON.parse(json.stderr).error).toMatchObject({ code: 'some_code', status, exit_code: code });
});

test.each([
  ['an option that there is not', ['tools', '--bogus'], {}, 2, 'usage'],
  ['a command that there is not', ['tols'], {}, 2, 'usage'],
  ['no command', ['gateway', 'keys'], {}, 2, 'usage'],
  ['no argument', ['call'], {}, 2, 'usage'],
  ['a value that an option does not take', ['serve', '--http', 'x'], {}, 2, 'usage'],
  ['an argument that a tool does not have', [...me, '{"nr":1}'], { INTERCOM_ACCESS_TOKEN: TOKEN }, 2, 'invalid_input'],
  ['a filter that keeps nothing', ['tools', '--tags', 'none'], {}, 2, 'invalid_input'],
  ['a setting', me, { INTERCOM_ACCESS_TOKEN: TOKEN, INTERCOM_REGION: 'uk' }, 2, 'invalid_config'],
  ['options that belong together', ['generate', '--spec', 'x.yaml'], {}, 2, 'OPTIONS_MISSING'],
  ['no token', me, {}, 3, 'no_credentials'],
  ['nobody there', me, { INTERCOM_ACCESS_TOKEN: TOKEN, INTERCOM_BASE_URL: 'http://127.0.0.1:9' }, 6, 'network'],
])('%s', async (_name, words, env, exit_code, code) => {
  const text = await run(words, env);
  expect(text.code).toBe(exit_code);
  expect(text.stderr).toContain(`${code}  `);
  const json = await run([...words, '--json'], env);
  expect(json.code).toBe(exit_code);
  expect(json.stdout).toBe('');
  const lines = json.stderr.trimEnd().split('\n');
  const { error } = JSON.parse(lines.at(-1) ?? '');
  expect(error).toMatchObject({ code, exit_code, message: expect.any(String), help: expect.any(String) });
});

test('an interruption is the code that shells have for it', () => {
  expect(exitCodeOf(new DOMException('stop', 'AbortError'))).toBe(130);
});

test('each code stands for one thing, and the help has all of them', async () => {
  const { stdout, code } = await run(['--help']);
  expect(code).toBe(0);
  const all = Object.values(exitCodes);
  expect(new Set(all.map((each) => each.code)).size).toBe(all.length);
  for (const { code: number, when } of all) expect(stdout).toContain(`\n  ${String(number).padEnd(3)}  ${when}`);
});
