import { describe, expect, test } from 'vitest';
import { withProgress } from '../../../runtime/mcp/progress.ts';
import { record } from '../../support/recorder.ts';
import { getThing } from '../../support/sample-tools.ts';
import { connections, serving } from './support/session.ts';

describe.each(Object.entries(connections))('%s', (_, connect) => {
  test('a long call tells that it goes on, and is answered all the same', async () => {
    const told = Promise.withResolvers<void>();
    // Answers only after the client was told twice: without progress this test hangs.
    await using upstream = await record(async () => {
      await told.promise;
      return { body: { id: '7' } };
    });
    const { client } = upstream;
    await using session = await connect({ ...serving([getThing]), client, progressInterval: 20 });
    const notes: { progress: number; message?: string | undefined }[] = [];
    const onprogress = (note: { progress: number; message?: string | undefined }) => {
      if (notes.push(note) === 2) told.resolve();
    };
    expect(await session.call('get_thing', { id: 7 }, { onprogress })).toEqual({ isError: false, text: '{"id":"7"}' });
    expect(notes.slice(0, 2)).toMatchObject([
      { progress: 0.02, message: 'Waiting for the answer for 0.02 s' },
      { progress: 0.04 },
    ]);
  });
});

test('nobody is told who did not ask, and nothing after the end', async () => {
  expect(await withProgress(undefined, 1, async () => 'done')).toBe('done');
  const notes: number[] = [];
  const first = Promise.withResolvers<void>();
  const report = (seconds: number) => {
    notes.push(seconds);
    first.resolve();
  };
  await expect(
    withProgress(report, 5, async () => {
      await first.promise;
      throw new Error('failed');
    }),
  ).rejects.toThrow('failed');
  const atTheEnd = notes.length;
  await new Promise((later) => setTimeout(later, 25));
  expect(notes).toHaveLength(atTheEnd);
});
