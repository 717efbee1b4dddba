import { describe, expect, test } from 'vitest';
import { settleAnswer } from '../../../runtime/mcp/settle-answer.ts';

const both = { json: true, stream: true };
const jsonOnly = { json: true, stream: false };
const streamOnly = { json: false, stream: true };
const answer = '{"jsonrpc":"2.0","id":1,"result":{}}';
const note = '{"jsonrpc":"2.0","method":"notifications/progress","params":{}}';

function event(data: string): string {
  return `event: message\ndata: ${data}\n\n`;
}

/** A stream of these pieces, which stays open where `stays` says so; `ended` says that nobody reads it any more. */
function streamed(pieces: readonly string[], stays = false) {
  const ended = Promise.withResolvers<void>();
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece));
      if (!stays) controller.close();
    },
    cancel: () => ended.resolve(),
  });
  const headers = {
    'content-type': 'text/event-stream',
    'cache-control': 'no-cache, no-transform',
    connection: 'keep-alive',
    'x-own': 'kept',
  };
  return { response: new Response(body, { headers }), ended: ended.promise };
}

describe('a client that takes both', () => {
  test.each<[string, string[]]>([
    ['in one piece', [event(answer)]],
    ['in pieces', [event(answer).slice(0, 30), event(answer).slice(30, -1), '\n']],
  ])('gets plain JSON where the answer comes first, %s', async (_name, pieces) => {
    const { response, ended } = streamed(pieces, true);
    const settled = await settleAnswer(response, both);
    expect(Object.fromEntries(settled.headers)).toEqual({
      'content-type': 'application/json',
      'cache-control': 'no-store',
      'x-own': 'kept',
    });
    expect(await settled.text()).toBe(answer);
    await ended;
  });

  test.each<[string, string[]]>([
    ['a note comes first', [event(note), event(answer)]],
    ['the connection is kept alive first', [': keepalive\n\n', event(answer)]],
    ['nothing is in it', []],
  ])('gets the whole stream where %s', async (_name, pieces) => {
    const settled = await settleAnswer(streamed(pieces).response, both);
    expect(settled.headers.get('content-type')).toBe('text/event-stream');
    expect(await settled.text()).toBe(pieces.join(''));
  });

  test('gets the stream at once where the answer takes its time', async () => {
    const { response, ended } = streamed(['event: mess'], true);
    const settled = await settleAnswer(response, both, 1);
    expect(settled.headers.get('content-type')).toBe('text/event-stream');
    const reader = settled.body?.getReader();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('event: mess');
    await reader?.cancel();
    await ended;
  });
});

describe('a client that takes JSON alone', () => {
  test.each<[string, string[], string]>([
    ['the answer after notes', [event(note), ': keepalive\n\n', event(answer)], answer],
    ['the answers of a batch as a list', [event(answer), event(answer)], `[${answer},${answer}]`],
  ])('gets %s', async (_name, pieces, want) => {
    const settled = await settleAnswer(streamed(pieces).response, jsonOnly);
    expect(settled.headers.get('content-type')).toBe('application/json');
    expect(await settled.text()).toBe(want);
  });

  test('is told where there is no answer', async () => {
    const settled = await settleAnswer(streamed([event(note), event('{')]).response, jsonOnly);
    expect(await settled.json()).toMatchObject({ error: { message: expect.stringContaining('given up') } });
  });
});

describe('a client that takes a stream alone', () => {
  test('gets plain JSON as an event', async () => {
    const settled = await settleAnswer(Response.json(JSON.parse(answer)), streamOnly);
    expect(settled.headers.get('content-type')).toBe('text/event-stream');
    expect(await settled.text()).toBe(event(answer));
  });

  test('gets a stream as it is', async () => {
    const settled = await settleAnswer(streamed([event(answer)]).response, streamOnly);
    expect(settled.headers.get('content-type')).toBe('text/event-stream');
    expect(await settled.text()).toBe(event(answer));
  });
});

test.each([202, 400, 404])('an answer with status %i stays', async (status) => {
  const response = status === 202 ? new Response(null, { status }) : Response.json({}, { status });
  expect(await settleAnswer(response, streamOnly)).toBe(response);
});
