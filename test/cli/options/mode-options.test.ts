import { Command } from '@commander-js/extra-typings';
import { expect, test } from 'vitest';
import { serve } from '../../../cli/commands/serve.ts';
import {
  checkModeOptions,
  codeCallsOption,
  codeOption,
  discoveryOption,
  listOption,
  maxTokensOption,
  modeOf,
} from '../../../cli/options/mode-options.ts';

function flags(...args: string[]) {
  const silent = new Command().exitOverride().configureOutput({ writeErr: () => {} });
  return silent
    .addOption(listOption())
    .addOption(maxTokensOption())
    .addOption(discoveryOption())
    .addOption(codeOption())
    .addOption(codeCallsOption())
    .parse(args, { from: 'user' })
    .opts();
}

test.each([[], ['--discovery'], ['--code'], ['--code', '--code-calls', '1'], ['--code', '--code-calls', '1000']])(
  '%j is one way to offer tools',
  (...args) => {
    expect(() => checkModeOptions(flags(...args))).not.toThrow();
  },
);

test('two ways at once are refused in a sentence, and a limit of programs where there are none', () => {
  expect(() => checkModeOptions(flags('--discovery', '--code'))).toThrow('two ways to offer the same tools');
  for (const more of [[], ['--discovery']])
    expect(() => checkModeOptions(flags(...more, '--code-calls', '5'))).toThrow('--code-calls would do nothing');
});

test('serve refuses them before it serves anything', async () => {
  for (const args of [
    ['--discovery', '--code'],
    ['--code-calls', '5'],
  ])
    await expect(serve().parseAsync(args, { from: 'user' })).rejects.toMatchObject({ code: 'invalid_config' });
});

test.each(['0', '1001', '-1', '1.5', 'many', '1e2', ''])('--code-calls %j is no number of calls', (value) => {
  expect(() => flags('--code', '--code-calls', value)).toThrow('a whole number from 1 to 1000');
});

test.each([
  [['--list', '--discovery'], '--list and --discovery are two ways'],
  [['--list', '--code'], '--list and --code are two ways'],
  [['--max-tokens', '500', '--discovery'], '--max-tokens would do nothing'],
  [['--max-tokens', '500', '--code'], '--max-tokens would do nothing'],
])('%j is refused', (args, want) => {
  expect(() => checkModeOptions(flags(...args))).toThrow(want);
});

test.each([
  ['a short list of another API', [], true, 128, 'list'],
  ['a long one', [], true, 129, 'discovery'],
  ['a long one that is wanted', ['--list'], true, 129, 'list'],
  ['a long one with a budget', ['--max-tokens', '500'], true, 129, 'list'],
  ['a long one for programs', ['--code'], true, 129, 'code'],
  ["Intercom's, however long", [], false, 231, 'list'],
  ["Intercom's, to be found", ['--discovery'], false, 231, 'discovery'],
] as const)('%s: of %j', (_, args, isOther, tools, want) => {
  const { mode, note } = modeOf(flags(...args), { isOther, tools });
  expect(mode).toBe(want);
  // What nobody asked for is said.
  expect(note !== undefined).toBe(want === 'discovery' && args.length === 0);
});
