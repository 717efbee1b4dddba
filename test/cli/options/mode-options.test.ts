import { Command } from '@commander-js/extra-typings';
import { expect, test } from 'vitest';
import { serve } from '../../../cli/commands/serve.ts';
import { checkModeOptions, codeCallsOption, codeOption, discoveryOption } from '../../../cli/options/mode-options.ts';

function flags(...args: string[]) {
  const silent = new Command().exitOverride().configureOutput({ writeErr: () => {} });
  return silent
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
