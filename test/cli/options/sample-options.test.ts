import { describe, expect, test } from 'vitest';
import { run } from '../support/run-line.ts';

describe('settings of a sample workspace where none is started', () => {
  const token = { INTERCOM_ACCESS_TOKEN: 'none', INTERCOM_BASE_URL: 'http://127.0.0.1:9' };

  test.for<[readonly string[], Record<string, string>, string]>([
    [['serve', '--seed', '3'], token, '--seed would do nothing: without --sandbox the tools call Intercom'],
    [['serve', '--seed', '0', '--fail', '5%'], token, '--seed, --fail would do nothing'],
    [['gateway', '--store', ':memory:', '--scale', '2'], {}, '--scale would do nothing: without --sandbox the gateway'],
    [['gateway', '--store', ':memory:', '--sandbox-port', '4010'], {}, '--sandbox-port would do nothing'],
    [
      ['start', '--latency', '5'],
      token,
      '--latency would do nothing: the tools use the workspace of INTERCOM_ACCESS_TOKEN',
    ],
  ])('%j is refused', async ([args, env, want]) => {
    const failed = { code: 2, stdout: '', stderr: expect.stringContaining(want) };
    expect(await run(args, env)).toEqual(failed);
  });
});

test('help lists the options of the command itself first', async () => {
  const { stdout } = await run(['serve', '--help']);
  expect(stdout.indexOf('\nOptions:')).toBeGreaterThan(0);
  expect(stdout.indexOf('\nSample workspace:')).toBeGreaterThan(stdout.indexOf('--allow-host'));
  expect(stdout.indexOf('--seed')).toBeGreaterThan(stdout.indexOf('\nSample workspace:'));
});

test('a mistake in the options of a command points to the help of that command', async () => {
  for (const [args, words] of [
    [['serve', '--sed', '3'], 'serve'],
    [['gateway', 'export', '--stor', 'x'], 'gateway export'],
    [['spec', 'update', '--form', 'x'], 'spec update'],
  ] as const)
    expect(await run(args)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(`intercom-mcp ${words} --help`),
    });
});
