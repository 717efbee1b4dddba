import { expect, test } from 'vitest';
import { createOpenStreams } from '../../../gateway/mcp/open-streams.ts';
import { endedEvent } from '../../../gateway/mcp/refusal.ts';

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

/** A source of one unfinished stream of events, and the text that is read of it in the end. */
function held(lastEvent?: string) {
  const streams = createOpenStreams(() => {});
  let source: ReadableStreamDefaultController<Uint8Array> | undefined;
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      source = controller;
    },
  });
  const right = { isAllowed: async () => false, isCall: true, onEnd: () => {} };
  const stream = streams.hold(new Response(body), { ...right, ...(lastEvent !== undefined && { lastEvent }) });
  return { streams, send: (text: string) => source?.enqueue(new TextEncoder().encode(text)), text: stream.text() };
}

test('a call that is not allowed any more is told so, also after half an event, for its client would wait for an answer', async () => {
  const event = endedEvent({ jsonrpc: '2.0', id: 7, method: 'tools/call' });
  for (const before of ['', 'event: mess']) {
    const { streams, send, text } = held(event);
    if (before !== '') send(before);
    await new Promise((resolve) => setImmediate(resolve));
    await streams.check();
    expect(await text).toBe(`${before}\n\n${event}\n\n`);
  }
  const [, data = ''] = /^event: message\ndata: (.*)$/.exec(event) ?? [];
  expect(JSON.parse(data)).toMatchObject({ jsonrpc: '2.0', id: 7, error: { code: -32000 } });
});

test('any other stream ends without a word', async () => {
  const { streams, text } = held();
  await streams.check();
  expect(await text).toBe('');
});
