import { createServer } from 'node:http';
import { describe, expect, test } from 'vitest';
import { withProgress } from '../../../runtime/mcp/progress.ts';
import { getThing, record } from '../../support/runtime-fixture.ts';
import { connections, serving } from './support/session.ts';

describe.each(Object.entries(connections))('%s', (_, connect) => {
  test('a long call tells that it goes on, and is answered all the same', async () => {
    const told = Promise.withResolvers<void>();
    // Answers only after the client was told twice: without progress this test hangs.
    const upstream = createServer(async (_request, response) => {
      await told.promise;
      response.setHeader('content-type', 'application/json').end('{"id":"7"}');
    });
    await new Promise<void>((ready) => upstream.listen(0, '127.0.0.1', ready));
    const address = upstream.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await using recorder = await record(() => ({}));
    const client = recorder.connect({ baseUrl: `http://127.0.0.1:${port}` });
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
    upstream.close();
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
