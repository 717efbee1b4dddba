import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { createCompressor } from '../../../runtime/mcp/compress-answer.ts';

const long = { text: 'x'.repeat(5000) };
const list = { method: 'tools/list' };

function taking(encoding: string | undefined) {
  return new Request('http://localhost', { headers: encoding === undefined ? {} : { 'accept-encoding': encoding } });
}

async function bytesOf(response: Response): Promise<Buffer> {
  return Buffer.from(await response.arrayBuffer());
}

test.each(['gzip', 'gzip, deflate, br', 'identity;q=0, gzip', 'br;q=0, *', 'br;q=1.0, gzip;q=0.8, *;q=0.1', '*'])(
  '%j takes gzip',
  async (encoding) => {
    const response = await createCompressor()(taking(encoding), list, Response.json(long));
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(response.headers.get('vary')).toBe('Accept-Encoding');
    const bytes = await bytesOf(response);
    expect(bytes.length).toBeLessThan(200);
    expect(JSON.parse(gunzipSync(bytes).toString())).toEqual(long);
  },
);

test.each([undefined, '', 'identity', 'br', 'gzip;q=0', 'gzip;q=0, *', '*, GZIP;q=0.0', '*;q=0', 'x-gzip2'])(
  '%j takes none',
  async (encoding) => {
    const response = await createCompressor()(taking(encoding), list, Response.json(long));
    expect(response.headers.has('content-encoding')).toBe(false);
    expect(response.headers.get('vary')).toBe('Accept-Encoding');
    expect(await response.json()).toEqual(long);
  },
);

describe('stays as it is', () => {
  test.each<[string, unknown, Response]>([
    ['what a call answers', { method: 'tools/call' }, Response.json(long)],
    ['what a batch answers', [list], Response.json(long)],
    ['a refusal', list, Response.json(long, { status: 400 })],
    ['a stream', list, new Response('data: {}\n\n', { headers: { 'content-type': 'text/event-stream' } })],
  ])('%s', async (_name, message, response) => {
    expect(await createCompressor()(taking('gzip'), message, response)).toBe(response);
  });

  test('a short list', async () => {
    const response = await createCompressor()(taking('gzip'), list, Response.json({ tools: [] }));
    expect(response.headers.has('content-encoding')).toBe(false);
    expect(await response.json()).toEqual({ tools: [] });
  });
});

test('a list is compressed once for all that get the same', async () => {
  const compress = createCompressor();
  const made: number[] = [];
  const Original = globalThis.CompressionStream;
  globalThis.CompressionStream = class extends Original {
    constructor(format: CompressionFormat) {
      super(format);
      made.push(1);
    }
  };
  try {
    const answer = () => compress(taking('gzip'), list, Response.json(long));
    const [first, second] = await Promise.all([answer(), answer()]);
    expect(await bytesOf(await answer())).toEqual(await bytesOf(first));
    expect(second.headers.get('content-encoding')).toBe('gzip');
    expect(made).toHaveLength(1);
    // Others take its place in time.
    for (let id = 0; id < 16; id += 1) await compress(taking('gzip'), list, Response.json({ ...long, id }));
    await answer();
    expect(made).toHaveLength(18);
  } finally {
    globalThis.CompressionStream = Original;
  }
});
