import { expect, test } from 'vitest';
import { plainOutput } from '../../../runtime/code/plain-output.ts';

const answered = { tool: 'get_thing', profile: { id: 'acme' }, status: 200 };
const bytes = (text: string) => new TextEncoder().encode(text);

test.each<[string, unknown, string | undefined, unknown]>([
  ['nothing', null, undefined, { ok: true, status: 200 }],
  ['a value', { id: '1' }, undefined, { id: '1' }],
  ['a text', 'WEBVTT', 'text/vtt', 'WEBVTT'],
  [
    'an address',
    { location: 'https://a.example/x', status: 302 },
    undefined,
    { location: 'https://a.example/x', status: 302 },
  ],
  ['a table', bytes('a,b\n1,2\n'), 'text/csv', { type: 'text/csv', size: 8, text: 'a,b\n1,2\n' }],
  [
    'bytes',
    new Uint8Array([0, 255, 1, 2]),
    'application/octet-stream',
    { type: 'application/octet-stream', size: 4, base64: 'AP8BAg==' },
  ],
  [
    'a picture',
    new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0]),
    'image/png',
    { type: 'image/png', size: 9, base64: 'iVBORw0KGgoA' },
  ],
])('%s', async (_, output, contentType, expected) => {
  expect(await plainOutput({ ...answered, output, contentType })).toEqual(expected);
});
