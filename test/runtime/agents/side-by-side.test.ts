import { expect, test } from 'vitest';
import { sideBySide } from '../../../runtime/agents/side-by-side.ts';

test('answers stand in the order of the calls, whichever ends first', async () => {
  const slow = Promise.withResolvers<string>();
  const answers = sideBySide(['slow', 'quick'], async (call) => {
    if (call === 'slow') return slow.promise;
    slow.resolve('slow');
    return call;
  });
  expect(await answers).toEqual(['slow', 'quick']);
});

test('one that fails fails all, when the others have ended', async () => {
  const slow = Promise.withResolvers<string>();
  let isOver = false;
  const answers = sideBySide(['slow', 'wrong'], (call) =>
    call === 'slow' ? slow.promise : Promise.reject(new Error('no')),
  ).finally(() => {
    isOver = true;
  });
  await new Promise(setImmediate);
  expect(isOver).toBe(false);
  slow.resolve('slow');
  await expect(answers).rejects.toThrow('no');
});
