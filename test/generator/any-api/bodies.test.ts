import { describe, expect, test } from 'vitest';
import type { Json } from '../../../generator/json/json-schema.ts';
import { operation } from './support/describe.ts';
import { type Generated, generated, type Sent } from './support/wire.ts';

const text = { type: 'string' };
const binary = { type: 'string', format: 'binary' };
const object = { type: 'object', properties: { a: { type: 'integer' } } };
const PNG = 'data:image/png;base64,aGk=';

function posted(content: Json, more: Json = {}): Promise<Generated> {
  return generated({ doc: operation('post', '/x', { requestBody: { required: true, content, ...more } }) });
}

function withProperties(type: string, properties: Json, encoding: Json = {}): Promise<Generated> {
  return posted({ [type]: { schema: { type: 'object', properties }, encoding } });
}

/** The parts of a body, as text: their headers and what they hold. */
function partsOf({ text: body, headers }: Sent): { head: string; content: string }[] {
  const boundary = /boundary=([^;]+)/.exec(headers.get('content-type') ?? '')?.[1];
  return body
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => {
      const [head = '', ...content] = part.replace(/^\r\n|\r\n$/g, '').split('\r\n\r\n');
      return { head, content: content.join('\r\n\r\n') };
    });
}

describe('a body in parts', () => {
  const multipart = 'multipart/form-data';

  test('has JSON for objects, one part for each of a list, text without a type, and files by their names', async () => {
    await using made = await withProperties(multipart, {
      meta: object,
      tags: { type: 'array', items: text },
      rows: { type: 'array', items: object },
      note: text,
      photo: binary,
      scans: { type: 'array', items: binary },
    });
    const sent = await made.send({
      ...{ meta: { a: 1 }, tags: ['x', 'y'], rows: [{ a: 2 }], note: 'hello' },
      photo: PNG,
      scans: [
        'data:application/pdf;name=My%20scan.pdf;base64,aGk=',
        'plain',
        'data:image/png;name=../../x.png;base64,aGk=',
      ],
    });
    const head = (name: string, more = '') => `Content-Disposition: form-data; name="${name}"${more}`;
    expect(partsOf(sent).toSorted((a, b) => (a.head < b.head ? -1 : 1))).toEqual([
      { head: `${head('meta')}\r\nContent-Type: application/json`, content: '{"a":1}' },
      { head: head('note'), content: 'hello' },
      { head: `${head('photo', '; filename="photo.png"')}\r\nContent-Type: image/png`, content: 'hi' },
      { head: `${head('rows')}\r\nContent-Type: application/json`, content: '{"a":2}' },
      { head: `${head('scans', '; filename="My scan.pdf"')}\r\nContent-Type: application/pdf`, content: 'hi' },
      { head: `${head('scans', '; filename="scans.txt"')}\r\nContent-Type: text/plain`, content: 'plain' },
      { head: `${head('scans', '; filename="x.png"')}\r\nContent-Type: image/png`, content: 'hi' },
      { head: head('tags'), content: 'x' },
      { head: head('tags'), content: 'y' },
    ]);
  });

  test('is read by another program as it was meant', async () => {
    await using made = await withProperties(multipart, { 'a "b"\r\nc': text, meta: object, photo: binary });
    const [key = ''] = Object.keys(made.catalog[0]?.inputSchema.properties ?? {});
    const sent = await made.send({
      [key]: 'x\r\n--part',
      meta: { a: 1 },
      photo: 'data:image/png;name="q.png";base64,iVBORw==',
    });
    const form = await new Response(new Uint8Array(sent.bytes), { headers: sent.headers }).formData();
    expect([...form.keys()].toSorted()).toEqual(['a "b"\r\nc', 'meta', 'photo']);
    expect(form.get('a "b"\r\nc')).toBe('x\r\n--part');
    const photo = form.get('photo');
    if (!(photo instanceof File)) throw new Error('there is no file');
    expect([photo.name, photo.type, [...(await photo.bytes())]]).toEqual([
      'q.png',
      'image/png',
      [0x89, 0x50, 0x4e, 0x47],
    ]);
  });

  test.each<[string, { schema: Json; encoding: Json; value: unknown; type: string; content: string }]>([
    ['a text', { schema: text, encoding: { contentType: 'text/csv' }, value: 'a,b', type: 'text/csv', content: 'a,b' }],
    [
      'an object',
      {
        schema: object,
        encoding: { contentType: 'application/vnd.x+json' },
        value: { a: 1 },
        type: 'application/vnd.x+json',
        content: '{"a":1}',
      },
    ],
    [
      'a file that is given as text',
      { schema: binary, encoding: { contentType: 'text/csv' }, value: 'a,b', type: 'text/csv', content: 'a,b' },
    ],
    [
      'a file, which says its own',
      {
        schema: binary,
        encoding: { contentType: 'image/png, image/jpeg' },
        value: PNG,
        type: 'image/png',
        content: 'hi',
      },
    ],
  ])('gives %s the type that it is to have', async (_name, { schema, encoding, value, type, content }) => {
    await using made = await withProperties(multipart, { p: schema }, { p: encoding });
    const [part] = partsOf(await made.send({ p: value }));
    expect(part?.head).toContain(`Content-Type: ${type}`);
    expect(part?.content).toBe(content);
  });

  test('leaves out the headers of parts and their styles, and tells it', async () => {
    const encoding = { p: { headers: { 'X-Custom': { schema: text } }, style: 'form', explode: false } };
    await using made = await withProperties(multipart, { p: text }, encoding);
    expect(made.diagnostics.map(({ code }) => code).toSorted()).toEqual(['PART_HEADERS_LEFT_OUT', 'STYLE_UNSUPPORTED']);
    await using usual = await withProperties(multipart, { p: text }, { p: { style: 'form' } });
    expect(usual.diagnostics).toEqual([]);
  });

  test('of multipart/related has its root first, and no names of form fields', async () => {
    await using made = await withProperties('multipart/related', { file: binary, meta: object });
    const sent = await made.send({ meta: { a: 1 }, file: PNG });
    expect(sent.headers.get('content-type')).toMatch(/^multipart\/related; boundary=[\w-]+; type="application\/json"$/);
    expect(partsOf(sent)).toEqual([
      { head: 'Content-ID: <meta>\r\nContent-Type: application/json', content: '{"a":1}' },
      { head: 'Content-ID: <file>\r\nContent-Type: image/png', content: 'hi' },
    ]);
    expect(made.diagnostics).toEqual([]);
  });

  test.each(['multipart/mixed', 'multipart/alternative'])('of %s is a guess, which is told', async (type) => {
    await using made = await withProperties(type, { meta: object, note: text });
    const sent = await made.send({ meta: { a: 1 }, note: 'n' });
    expect(sent.headers.get('content-type')).toMatch(/^multipart\/mixed; boundary=/);
    expect(made.diagnostics).toMatchObject([{ code: 'MULTIPART_GUESSED' }]);
  });
});

describe('a whole body', () => {
  test.each<[string, { type: string; schema: Json; value: unknown; want: string }]>([
    ['bytes', { type: 'application/octet-stream', schema: binary, value: PNG, want: 'hi' }],
    ['a text', { type: 'text/plain', schema: text, value: 'a,b', want: 'a,b' }],
    ['lines of JSON', { type: 'application/x-ndjson', schema: text, value: '{}\n{}', want: '{}\n{}' }],
    [
      'JSON of another type',
      {
        type: 'application/vnd.api+json',
        schema: { type: 'array', items: object },
        value: [{ a: 1 }],
        want: '[{"a":1}]',
      },
    ],
    [
      'a patch',
      {
        type: 'application/json-patch+json',
        schema: { type: 'array', items: object },
        value: [{ a: 1 }],
        want: '[{"a":1}]',
      },
    ],
  ])('is %s', async (_name, { type, schema, value, want }) => {
    await using made = await posted({ [type]: { schema } });
    const sent = await made.send({ body: value });
    expect([sent.headers.get('content-type'), sent.text]).toEqual([type, want]);
  });

  test('is the best of several types', async () => {
    const schema = { type: 'object', properties: { a: text } };
    const types = [
      'application/xml',
      'application/octet-stream',
      'multipart/form-data',
      'application/x-www-form-urlencoded',
      'application/vnd.x+json',
      'application/json',
    ];
    for (const [at, want] of types.toReversed().entries()) {
      const offered = types.slice(0, types.length - at);
      await using made = await posted(Object.fromEntries(offered.map((type) => [type, { schema }])));
      const isWhole = at > 3;
      const sent = await made.send(isWhole ? { body: 'x' } : { a: 'x' });
      expect(sent.headers.get('content-type')?.split(';')[0]).toBe(want);
    }
  });

  test('that is XML of an object is given as text, and it is told', async () => {
    await using made = await posted({ 'application/xml': { schema: object } });
    expect((await made.send({ body: '<a>1</a>' })).text).toBe('<a>1</a>');
    expect(made.diagnostics).toMatchObject([{ code: 'XML_AS_TEXT' }]);
    await using plain = await posted({ 'application/xml': { schema: text } });
    expect(plain.diagnostics).toEqual([]);
  });
});
