import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { intercomProfile } from '../../../intercom/profile.ts';
import { createRedactor } from '../../../runtime/http/redact.ts';
import { toErrorResult, toResult } from '../../../runtime/mcp/result.ts';
import type { Tool } from '../../../runtime/tool/tool.ts';
import { type Reply, record, TOKEN } from '../../support/recorder.ts';
import { getThing } from '../../support/sample-tools.ts';

/** A token with all that an escape could hide. */
const odd = 'a/b+c"d\\e=f?g&h<i>~';

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

function escapeAll(text: string): string {
  return Array.from(text, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
}

describe.each([TOKEN, odd])('the token %s', (token) => {
  const redactor = createRedactor([token]);

  test.each([
    ['as it is', token],
    ['twice', `${token}${token}`],
    ['percent-encoded', encodeURIComponent(token)],
    ['in JSON', JSON.stringify({ a: token })],
    ['in JSON with escaped slashes', JSON.stringify({ a: token }).replaceAll('/', '\\/')],
    ['as a Basic credential', base64(`:${token}`)],
    ['as a Basic credential with a name', base64(`ada:${token}`)],
    ['as a Basic credential with another', base64(`adam:${token}:x`)],
    ['in base64url', Buffer.from(`>>>???${token}`).toString('base64url')],
  ])('is taken out of a text, %s', (_, text) => {
    const plain = redactor.text(`before ${text} after`);
    expect(plain).toMatch(/^before .*\[token\].* after$/);
    expect(plain).not.toContain(token.slice(3, -3));
    expect(Buffer.from(plain, 'base64').toString('latin1')).not.toContain(token.slice(3, -3));
  });

  test('is taken out of JSON of any depth, escapes and keys', () => {
    const deep = `${'['.repeat(50_000)}"${escapeAll(token)}"${']'.repeat(50_000)}`;
    const value = redactor.json(
      `{"a":${deep},"${escapeAll(token)}":1,"__proto__":["x${escapeAll(token.slice(0, 1))}"]}`,
    );
    let inner: unknown = Reflect.get(Object(value), 'a');
    while (Array.isArray(inner)) inner = inner[0];
    expect(inner).toBe('[token]');
    expect(Object.keys(Object(value)).sort()).toEqual(['[token]', '__proto__', 'a']);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  test('is taken out of bytes, whose number stays', () => {
    const bytes = Buffer.concat([Buffer.from([0, 255, 200]), Buffer.from(token), Buffer.from([0])]);
    const plain = redactor.bytes(bytes);
    expect(plain).toHaveLength(bytes.length);
    expect(Buffer.from(plain).includes(token)).toBe(false);
    expect(bytes.includes(token)).toBe(true);
  });

  test('leaves everything else as it was', () => {
    const text = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(fc.jsonValue(), text, (value, other) => {
        expect(redactor.json(JSON.stringify(value))).toEqual(JSON.parse(JSON.stringify(value)));
        expect(redactor.text(other)).toBe(other);
      }),
      { numRuns: 50 },
    );
  });
});

test.each([[[]], [['sandbox']]])('%j is not looked for', (secrets) => {
  expect(createRedactor(secrets).text('a sandbox')).toBe('a sandbox');
});

/** All that a caller, a log and a model get of an answer. */
async function everythingOf(reply: Reply, response: Tool['response']): Promise<string> {
  await using server = await record(() => reply);
  const seen: unknown[] = [];
  for (const shape of ['raw', 'model'] as const) {
    const tool = { ...getThing, response };
    try {
      const exchange = await server.client.exchange(tool, { thing_id: 1 }, { shape });
      const { redact, ...told } = exchange;
      seen.push(told, await toResult({ tool: tool.name, profile: intercomProfile }, exchange));
    } catch (error) {
      expect(error).toMatchObject({ name: expect.stringMatching(/ApiError|ResponseError|NetworkError/) });
      seen.push(error, String(error), Error(String(error)).stack, toErrorResult(error));
    }
  }
  return JSON.stringify(seen, (_, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
  );
}

const packed = new Uint8Array(gzipSync(`id,token\n1,${TOKEN}\n`));
const entities = Array.from(TOKEN, (letter) => `&#${letter.charCodeAt(0)};`).join('');

test.each<[string, Reply, Tool['response']]>([
  ['a body', { body: { a: { b: [`Bearer ${TOKEN}`] }, [TOKEN]: 1 } }, 'json'],
  [
    'a body with escapes',
    { headers: { 'content-type': 'application/json' }, body: `{"a":"${escapeAll(TOKEN)}"}` },
    'json',
  ],
  ["HTML's escapes", { body: { body: `<p>${entities}</p>` } }, 'json'],
  ['a text', { body: `transcript ${TOKEN}` }, 'text'],
  ['a file', { body: `id,token\n1,${TOKEN}\n` }, 'binary'],
  ['a packed file', { headers: { 'content-type': 'application/gzip' }, body: packed }, 'binary'],
  ['a file that is no text', { body: Buffer.from(`\0\xff${TOKEN}`, 'latin1') }, 'binary'],
  [
    'an address',
    { status: 302, headers: { location: `https://cdn.example/a?t=${encodeURIComponent(TOKEN)}` } },
    'redirect',
  ],
  ['an address that was not expected', { status: 302, headers: { location: `https://${TOKEN}.example/` } }, 'json'],
  ['the request id', { headers: { 'x-request-id': TOKEN }, body: {} }, 'json'],
  [
    'the type of what is no JSON',
    { headers: { 'content-type': `text/${TOKEN}`, 'x-request-id': TOKEN }, body: '<' },
    'json',
  ],
  ['the type of a file', { headers: { 'content-type': `text/${TOKEN}` }, body: 'a' }, 'binary'],
  [
    'an error',
    {
      status: 400,
      headers: { 'x-request-id': TOKEN },
      body: { errors: [{ code: TOKEN, field: TOKEN, message: TOKEN }] },
    },
    'json',
  ],
  [
    'an error with escapes',
    { status: 401, headers: { 'content-type': 'application/json' }, body: `{"message":"${escapeAll(TOKEN)}"}` },
    'json',
  ],
  ['an error of fields', { status: 422, body: { errors: { [TOKEN]: [TOKEN] }, request_id: TOKEN } }, 'json'],
  ['an error where it would be cut', { status: 500, body: `${'x'.repeat(490)} ${TOKEN}` }, 'json'],
  [
    'the link of an error',
    { status: 410, headers: { link: `</contacts/${TOKEN}>; rel="canonical"` }, body: {} },
    'json',
  ],
])('%s that repeats the token is passed on without it', async (_, reply, response) => {
  const seen = await everythingOf(reply, response);
  expect(seen.toLowerCase()).not.toContain(TOKEN.slice(0, 12).toLowerCase());
});

test('a connection that fails repeats nothing of what was sent', async () => {
  await using server = await record(() => ({ body: {} }));
  const client = server.connect({
    fetch: (_, init) => {
      const sent = new Headers(init?.headers).get('authorization');
      return Promise.reject(new TypeError(`failed: https://user:${sent}@host/`, { cause: new Error(`${sent}`) }));
    },
  });
  const error = await client.exchange(getThing, { thing_id: 1 }).catch((thrown: unknown) => thrown);
  expect(`${String(error)}${JSON.stringify(error)}${JSON.stringify(toErrorResult(error))}`).not.toContain(TOKEN);
  expect(Reflect.get(Object(error), 'cause')).toBeUndefined();
});
