import { describe, expect, test } from 'vitest';
import { allowOrigins, answerPage, answerPreflight, isPreflight } from '../../../runtime/mcp/page-origins.ts';

describe('an origin', () => {
  test.each<[string, readonly string[], boolean]>([
    ['https://app.example', ['app.example'], true],
    ['http://app.example:8080', ['app.example'], true],
    ['https://app.example', ['https://app.example'], true],
    ['HTTPS://APP.example', ['https://app.EXAMPLE'], true],
    ['http://app.example', ['https://app.example'], false],
    ['https://app.example:8443', ['https://app.example'], false],
    ['https://app.example.evil.example', ['https://app.example', 'app.example'], false],
    ['https://evil.example/https://app.example', ['https://app.example'], false],
    ['https://anything.example', ['*'], true],
    ['null', ['*'], true],
    ['null', ['localhost', 'https://app.example'], false],
    ['https://app.example', [], false],
    ['*', ['localhost'], false],
  ])('%s, where %j are allowed: %s', (origin, allowed, want) => {
    expect(allowOrigins(allowed)(origin)).toBe(want);
  });
});

test('a preflight is a browser asking, and nothing else', () => {
  const asks = new Headers({ origin: 'https://app.example', 'access-control-request-method': 'POST' });
  const header = (name: string) => asks.get(name);
  expect(isPreflight('OPTIONS', header)).toBe(true);
  expect(isPreflight('POST', header)).toBe(false);
  expect(isPreflight('OPTIONS', () => null)).toBe(false);
});

test('what a page may send: the headers that it asks for, and never with credentials', () => {
  const asked = 'authorization, content-type, mcp-protocol-version';
  const { status, headers } = answerPreflight(
    new Request('http://localhost', { headers: { 'access-control-request-headers': asked } }),
  );
  expect([status, headers.get('access-control-allow-headers')]).toEqual([204, asked]);
  expect(headers.get('access-control-allow-methods')).toBe('GET, POST, DELETE');
  expect(headers.has('access-control-allow-credentials')).toBe(false);
  const odd = new Request('http://localhost', { headers: { 'access-control-request-headers': 'a=b' } });
  expect(answerPreflight(odd).headers.has('access-control-allow-headers')).toBe(false);
});

test('an answer names its page, what the page may read, and that it varies', () => {
  const response = answerPage(new Response('', { headers: { vary: 'Accept-Encoding' } }), 'https://app.example');
  expect(response.headers.get('access-control-allow-origin')).toBe('https://app.example');
  expect(response.headers.get('access-control-expose-headers')).toContain('WWW-Authenticate');
  expect(response.headers.get('vary')).toBe('Accept-Encoding, Origin');
});
