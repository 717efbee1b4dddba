import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { asFile, deepObject, type Tool, type ToolRequest } from '../../../runtime/tool/index.ts';
import { record, TOKEN } from '../../support/recorder.ts';
import { getThing } from '../../support/sample-tools.ts';

const input = z.strictObject({});

/** What arrives of a request, sent by a real client to a real server. */
async function sent(request: Omit<ToolRequest, 'path'>) {
  const { alias: _alias, ...tool } = getThing;
  const sending: Tool = { ...tool, method: 'POST', input, request: () => ({ path: '/x', ...request }) };
  await using server = await record(() => ({ body: {} }));
  await server.client.call(sending, {});
  const [arrived] = server.requests;
  if (!arrived) throw new Error('nothing arrived');
  return arrived;
}

describe('objects in brackets', () => {
  test.each<[string, { given: unknown; want: string }]>([
    ['a scalar', { given: 1, want: 'q=1' }],
    ['an object', { given: { a: 1, b: { c: true } }, want: 'q[a]=1&q[b][c]=true' }],
    ['a list', { given: ['a', 'b'], want: 'q[]=a&q[]=b' }],
    ['a list within', { given: { a: [1, 2] }, want: 'q[a][]=1&q[a][]=2' }],
    ['a list of objects', { given: [{ a: 1 }, { a: 2 }], want: 'q[0][a]=1&q[1][a]=2' }],
    ['a key that would break out', { given: { 'a]&b': '&' }, want: 'q[a]&b]=&' }],
    ['what cannot be sent', { given: { a: null, b: undefined, c: [], d: {} }, want: '' }],
    ['nothing', { given: undefined, want: '' }],
  ])('%s', async (_name, { given, want }) => {
    const { query } = await sent({ query: { q: deepObject(given) } });
    expect([...query].map(([name, value]) => `${name}=${value}`).join('&')).toBe(want);
  });
});

describe('headers', () => {
  test('are sent beside those of the client, and never in their place', async () => {
    const { headers } = await sent({
      headers: { 'X-Trace': 'a', 'X-List': [1, 2], 'X-None': undefined, Authorization: 'mine', 'User-Agent': 'mine' },
    });
    expect(headers).toMatchObject({ 'x-trace': 'a', 'x-list': '1,2', authorization: `Bearer ${TOKEN}` });
    expect(headers['user-agent']).toMatch(/^intercom-mcp-toolkit/);
    expect(headers).not.toHaveProperty('x-none');
  });

  test('that cannot be carried are refused by name', async () => {
    const refused = sent({ headers: { 'X-Trace': 'a\r\nHost: elsewhere' } });
    await expect(refused).rejects.toMatchObject({ code: 'invalid_input', problems: [{ argument: 'X-Trace' }] });
  });
});

describe('bodies', () => {
  test.each<[string, { given: Omit<ToolRequest, 'path'>; type: string; want: string }]>([
    ['JSON', { given: { body: { a: 1 } }, type: 'application/json', want: '{"a":1}' }],
    [
      'another kind of JSON',
      {
        given: { body: [], headers: { 'Content-Type': 'application/json-patch+json' } },
        type: 'application/json-patch+json',
        want: '[]',
      },
    ],
    [
      'a form',
      {
        given: { bodyType: 'form', body: { a: 'x y', b: [1, 2], c: { d: [true] }, e: null, f: [{ g: 1 }] } },
        type: 'application/x-www-form-urlencoded;charset=UTF-8',
        want: 'a=x+y&b=1&b=2&c%5Bd%5D%5B%5D=true&f%5B0%5D%5Bg%5D=1',
      },
    ],
    [
      'a form with a list in brackets',
      {
        given: { bodyType: 'form', body: { a: deepObject(['x']) } },
        type: 'application/x-www-form-urlencoded;charset=UTF-8',
        want: 'a%5B%5D=x',
      },
    ],
    [
      'a text',
      {
        given: { bodyType: 'raw', body: 'a,b', headers: { 'Content-Type': 'text/csv' } },
        type: 'text/csv',
        want: 'a,b',
      },
    ],
    [
      'bytes',
      { given: { bodyType: 'raw', body: asFile('data:image/png;base64,aGk=') }, type: 'image/png', want: 'hi' },
    ],
  ])('%s', async (_name, { given, type, want }) => {
    const { body, headers } = await sent(given);
    expect(headers['content-type']).toBe(type);
    expect(body).toBe(want);
  });

  test('an upload has one part a value', async () => {
    const { body, headers } = await sent({
      bodyType: 'multipart',
      body: {
        a: 1,
        b: ['x', 'y'],
        c: { d: 1 },
        none: undefined,
        photo: asFile('data:image/png;base64,aGk='),
        note: asFile('hello'),
      },
    });
    const form = await new Response(body, { headers: { 'content-type': String(headers['content-type']) } }).formData();
    expect([form.getAll('a'), form.getAll('b'), form.getAll('c'), form.has('none')]).toEqual([
      ['1'],
      ['x', 'y'],
      ['{"d":1}'],
      false,
    ]);
    const [photo, note] = [form.get('photo'), form.get('note')];
    if (!(photo instanceof File) || !(note instanceof File)) throw new Error('no files');
    expect([photo.name, photo.type, await photo.text()]).toEqual(['file.png', 'image/png', 'hi']);
    expect([note.name, note.type, await note.text()]).toEqual(['file.txt', 'text/plain', 'hello']);
  });
});
