import { expect, test } from 'vitest';
import { defaultBox } from '../../../../runtime/code/box/default-box.ts';
import { runIn } from './support/run-program.ts';

test('there is one box for a process, and it runs programs', async () => {
  const box = await defaultBox();
  expect(await defaultBox()).toBe(box);
  expect((await runIn(box, 'return 1')).value).toBe(1);
});
