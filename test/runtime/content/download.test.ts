import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toBase64 } from '../../../runtime/content/base64.ts';
import type { Content } from '../../../runtime/content/content.ts';
import { downloadContent } from '../../../runtime/content/download.ts';
import { cutText, textContent } from '../../../runtime/content/text.ts';
import { toContent } from '../../../runtime/content/to-content.ts';

const uri = 'intercom://answer/x';
function utf8(text: string) {
  return new TextEncoder().encode(text);
}
function gzip(text: string) {
  return new Uint8Array(gzipSync(text));
}
const csv = 'id,name\n1,Ann\n';
const audio = new Uint8Array([0x49, 0x44, 0x33, 4, 0, 0, 255, 251, 144, 0]);
const other = new Uint8Array([1, 2, 0, 255, 251, 144]);
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0]);

/** What a model reads first, and what is embedded. */
function parts(content: readonly Content[]): { about: unknown; resource: unknown } {
  const [first, second] = content;
  const about: unknown = first?.type === 'text' && first.text.startsWith('{') ? JSON.parse(first.text) : first;
  return { about, resource: second?.type === 'resource' ? second.resource : undefined };
}

describe('a file', () => {
  test.each<[string, Uint8Array<ArrayBuffer>, string | undefined, string, string]>([
    ['CSV', utf8(csv), 'text/csv; charset=utf-8', 'text/csv', csv],
    ['CSV that is called a stream of bytes', utf8(csv), 'application/octet-stream', 'text/csv', csv],
    ['gzipped CSV', gzip(csv), 'application/octet-stream', 'text/csv', csv],
    ['gzipped CSV that is called CSV', gzip(csv), 'text/csv', 'text/csv', csv],
    ['gzipped CSV without a type', gzip(csv), undefined, 'text/csv', csv],
    ['gzipped JSON', gzip('{"a":1}'), 'application/gzip', 'application/json', '{"a":1}'],
    ['gzipped text', gzip('hello\nworld'), 'application/x-gzip', 'text/plain', 'hello\nworld'],
    ['text with a byte order mark', utf8('\ufeffa,b\n'), undefined, 'text/csv', 'a,b\n'],
  ])('%s is embedded as text', async (_, bytes, contentType, mimeType, text) => {
    const { about, resource } = parts(await downloadContent({ bytes, contentType, uri }));
    const rows = mimeType === 'text/csv' && { rows: text === csv ? 1 : 0 };
    expect(about).toEqual({ content_type: mimeType, characters: text.length, ...rows });
    expect(resource).toEqual({ uri, mimeType, text });
  });

  test.each<[string, Uint8Array<ArrayBuffer>, string | undefined, string]>([
    ['a document', other, 'application/pdf', 'application/pdf'],
    ['bytes of no type', other, undefined, 'application/octet-stream'],
    ['bytes of a type that is none', other, 'a picture', 'application/octet-stream'],
    ['a damaged gzip file', gzip(csv).slice(0, -9), 'text/csv', 'application/gzip'],
    ['gzipped bytes', new Uint8Array(gzipSync(audio)), 'application/octet-stream', 'application/gzip'],
  ])('%s is embedded as it is', async (_, bytes, contentType, mimeType) => {
    const { about, resource } = parts(await downloadContent({ bytes, contentType, uri }));
    expect(about).toEqual({ content_type: mimeType, bytes: bytes.length });
    expect(resource).toEqual({ uri, mimeType, blob: Buffer.from(bytes).toString('base64') });
  });

  test.each<[string, Uint8Array<ArrayBuffer>, string | undefined, string, string]>([
    ['a picture', png, 'image/png', 'image', 'image/png'],
    ['a picture that is called a stream of bytes', png, 'application/octet-stream', 'image', 'image/png'],
    ['a picture of no type', new Uint8Array([255, 216, 255, 224, 0]), undefined, 'image', 'image/jpeg'],
    ['a sound', audio, 'Audio/MPEG; rate=1', 'audio', 'audio/mpeg'],
    ['a sound of no type', audio, undefined, 'audio', 'audio/mpeg'],
  ])('%s is shown as what it is', async (_, bytes, contentType, type, mimeType) => {
    const [about, shown] = await downloadContent({ bytes, contentType, uri });
    expect(about).toEqual({ type: 'text', text: JSON.stringify({ content_type: mimeType, bytes: bytes.length }) });
    expect(shown).toEqual({ type, mimeType, data: Buffer.from(bytes).toString('base64') });
  });

  test.each([
    ['id,name\n', 0],
    ['id,name\n1,Ann', 1],
    ['id,note\r\n1,"two\nlines, ""quoted"""\r\n2,x\r\n', 2],
  ])('%j has its rows counted', async (text, rows) => {
    const { about } = parts(await downloadContent({ bytes: utf8(text), contentType: 'text/csv', uri }));
    expect(about).toMatchObject({ rows });
  });

  test('that is empty is said to be', async () => {
    expect(await downloadContent({ bytes: new Uint8Array(), uri })).toEqual([
      { type: 'text', text: 'The file is empty.' },
    ]);
  });

  test.each([
    [undefined, 1024 * 1024],
    [5, 5],
  ])('of bytes is embedded up to the limit: %s', async (largestBlob, limit) => {
    const limits = largestBlob === undefined ? {} : { largestBlob };
    const fits = parts(await downloadContent({ bytes: new Uint8Array(limit), uri }, limits));
    expect(fits.resource).toBeDefined();
    const large = await downloadContent({ bytes: new Uint8Array(limit + 1), uri }, limits);
    expect(large).toHaveLength(1);
    expect(parts(large).about).toEqual({
      content_type: 'application/octet-stream',
      bytes: limit + 1,
      note: expect.stringMatching(/^too large to embed\. Ask for less/),
    });
  });

  test('of text is cut at the end of a line, and says how much is missing', async () => {
    const line = `${'x'.repeat(9)}\n`;
    const { about, resource } = parts(await downloadContent({ bytes: gzip(line.repeat(20_000)), uri }));
    expect(about).toMatchObject({
      characters: 200_000,
      note: expect.stringMatching(/^cut: 100000 characters are missing/),
    });
    expect(resource).toMatchObject({ text: line.repeat(10_000) });
  });

  test('that grows without bound when it is unpacked is not', async () => {
    const bomb = new Uint8Array(gzipSync(new Uint8Array(33 * 1024 * 1024)));
    const { about } = parts(await downloadContent({ bytes: bomb, uri }));
    expect(about).toEqual({ content_type: 'application/gzip', bytes: bomb.length });
  });
});

test('base64 is what everybody else makes of bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 20_000 }), (bytes) => {
      expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
    }),
    { numRuns: 30 },
  );
});

describe('a text', () => {
  test('loses nothing but what is counted as missing, and no half characters', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '\n', '😀', 'é') }),
        fc.integer({ min: 2, max: 30 }),
        (text, largest) => {
          const cut = cutText(text, largest);
          expect(cut.text.length).toBeLessThanOrEqual(largest);
          expect(text.startsWith(cut.text)).toBe(true);
          expect(cut.text.length + cut.missing).toBe(text.length);
          expect(cut.text.isWellFormed()).toBe(true);
          if (text.length <= largest) expect(cut.missing).toBe(0);
        },
      ),
    );
  });

  test.each([
    ['as it is', 'Ann: hello\nBob: hi', {}, ['Ann: hello\nBob: hi']],
    ['that is empty', ' \n', {}, ['The answer is empty.']],
    [
      'that is too long',
      'one\ntwo\nthree',
      { largestText: 9 },
      ['one\ntwo\n', 'The text above is cut: 5 of 13 characters are missing.'],
    ],
  ])('%s', (_, text, limits, expected) => {
    expect(textContent(text, limits)).toEqual(expected.map((part) => ({ type: 'text', text: part })));
  });
});

describe('an answer', () => {
  const signed = 'https://signed.example/a?b=c';
  test.each<[string, unknown, unknown]>([
    ['JSON', { a: 1 }, undefined],
    ['a list', [], undefined],
    ['false', false, undefined],
    ['an object with a location of its own', { location: 'x', status: 1, id: '1' }, undefined],
    ['a location that is an object', { location: { city: 'x' }, status: 1 }, undefined],
    ['nothing', null, [{ type: 'text', text: '{"ok":true,"status":204}' }]],
    ['a text', 'hi', [{ type: 'text', text: 'hi' }]],
    [
      'an address',
      { location: signed, status: 302 },
      [
        { type: 'text', text: expect.stringContaining(signed) },
        { type: 'resource_link', uri: signed, name: 'x', description: expect.stringMatching(/signed link/i) },
      ],
    ],
    [
      'an address of another kind',
      { location: 'file:///etc/passwd', status: 302 },
      [{ type: 'text', text: expect.any(String) }],
    ],
  ])('%s', async (_, output, expected) => {
    expect(await toContent({ tool: 'x', profile: { id: 'intercom' }, output, status: 204 })).toEqual(expected);
  });
});
