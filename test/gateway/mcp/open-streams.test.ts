import { expect, test } from 'vitest';
import { createOpenStreams } from '../../../gateway/mcp/open-streams.ts';

test('a stream that ended while the streams were checked is not judged any more, and no failure of that is told', async () => {
  const errors: unknown[] = [];
  const streams = createOpenStreams((error) => errors.push(error));
  const { promise: closed, reject: close } = Promise.withResolvers<boolean>();
  let judged = 0;
  const open = (isAllowed: () => Promise<boolean>) => {
    const body = new ReadableStream<Uint8Array>();
    return streams.hold(new Response(body), { isAllowed, isCall: false, onEnd: () => {} });
  };
  open(() => closed);
  open(async () => {
    judged += 1;
    return true;
  });
  const checked = streams.check();
  streams.end(() => true);
  close(new Error('the store is closed'));
  await checked;
  expect({ judged, errors }).toEqual({ judged: 0, errors: [] });
});

test('a check that fails is told, and its stream goes on', async () => {
  const errors: unknown[] = [];
  const streams = createOpenStreams((error) => errors.push(error));
  const failure = new Error('the store is away');
  let ends = 0;
  const isAllowed = () => Promise.reject(failure);
  streams.hold(new Response(new ReadableStream()), { isAllowed, isCall: false, onEnd: () => (ends += 1) });
  await streams.check();
  expect({ errors, ends }).toEqual({ errors: [failure], ends: 0 });
  streams.end(() => true);
  expect(ends).toBe(1);
});
