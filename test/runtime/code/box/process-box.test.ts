import { expect, test, vi } from 'vitest';
import { createProcessBox } from '../../../../runtime/code/box/process-box.ts';
import { ConfigError } from '../../../../runtime/value/errors.ts';
import { runIn } from './support/run-program.ts';

test('a host without modules of Node is told to hand in a box', async () => {
  const missing = vi.spyOn(process, 'getBuiltinModule').mockReturnValue(undefined);
  await expect(createProcessBox()).rejects.toThrow(ConfigError);
  missing.mockRestore();
});

test('one with them has a box with threads', async () => {
  const box = await createProcessBox();
  expect((await runIn(box, 'return 1')).value).toBe(1);
  await box.close();
});
