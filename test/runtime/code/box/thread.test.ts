import { expect, test } from 'vitest';
import { startThread } from '../../../../runtime/code/box/thread.ts';
import { ConfigError } from '../../../../runtime/value/errors.ts';
import { runIn, wasm } from './support/run-program.ts';

test('a thread whose file is missing is a mistake of the setting, and no failure of a program', async () => {
  const thread = startThread(wasm, new URL('./missing.js', import.meta.url));
  await expect(runIn((program) => thread.run(program, 0), 'return 1')).rejects.toThrow(ConfigError);
  expect(thread.hasEnded()).toBe(true);
});

test('a thread runs one program after the other', async () => {
  const thread = startThread(wasm);
  for (const value of [1, 2]) {
    expect((await runIn((program) => thread.run(program, 0), `return ${value}`)).value).toBe(value);
  }
  await thread.end();
});
