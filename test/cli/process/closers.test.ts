import { expect, test } from 'vitest';
import { createClosers } from '../../../cli/process/closers.ts';

function recorded(closed: string[]) {
  return (name: string, error?: Error) => async () => {
    closed.push(name);
    if (error) throw error;
  };
}

test('what was opened is closed in the opposite order where a command fails', async () => {
  const closed: string[] = [];
  const close = recorded(closed);
  const failing = async (): Promise<void> => {
    await using opened = createClosers();
    opened.defer(close('workspace'));
    opened.defer(close('server'));
    throw new Error('no port');
  };
  await expect(failing()).rejects.toThrow('no port');
  expect(closed).toEqual(['server', 'workspace']);
});

test('what is kept stays open until it is closed', async () => {
  const closed: string[] = [];
  const close = recorded(closed);
  const stop = await (async () => {
    await using opened = createClosers();
    opened.defer(close('workspace'));
    return opened.keep();
  })();
  expect(closed).toEqual([]);
  await stop();
  expect(closed).toEqual(['workspace']);
});

test('one that fails keeps no other open', async () => {
  const closed: string[] = [];
  const close = recorded(closed);
  const opened = createClosers();
  opened.defer(close('workspace'));
  opened.defer(close('server', new Error('stuck')));
  await expect(opened.keep()()).rejects.toThrow('stuck');
  expect(closed).toEqual(['server', 'workspace']);
});
