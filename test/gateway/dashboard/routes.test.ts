import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PUBLIC_URL, type TestGateway, testGateway } from '../support/gateway.ts';

const PAGE = '<!doctype html><title>A dashboard</title><script src="/dashboard/assets/app-1.js"></script>';
const SCRIPT = `export const text = '${'long '.repeat(1000)}';`;
const HTML = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

let folder: string;
let gateway: TestGateway;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dashboard-'));
  const files = join(folder, 'files');
  await mkdir(join(files, 'assets'), { recursive: true });
  await writeFile(join(folder, 'secret.js'), 'outside');
  await writeFile(join(files, 'index.html'), PAGE);
  await writeFile(join(files, 'assets/app-1.js'), SCRIPT);
  await writeFile(join(files, 'assets/look-2.css'), 'body {}');
  await writeFile(join(files, 'assets/packed-3.js'), SCRIPT);
  await writeFile(join(files, 'assets/packed-3.js.br'), 'packed');
  gateway = await testGateway({ dashboard: files });
});
afterAll(async () => {
  await gateway?.[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

async function get(path: string, headers: Record<string, string> = {}, { made = gateway, method = 'GET' } = {}) {
  const response = await made.gateway.fetch(new Request(PUBLIC_URL + path, { method, headers }));
  const bytes = Buffer.from(await response.arrayBuffer());
  return { status: response.status, headers: response.headers, bytes, text: bytes.toString() };
}

describe('a page of the dashboard', () => {
  test.for(['/', '/dashboard', '/dashboard/', '/dashboard/accounts/x', '/dashboard/a/b/c'])(
    'is at %s, and may do what it needs',
    async (path) => {
      const { status, headers, text } = await get(path, { accept: HTML });
      expect([status, text]).toEqual([200, PAGE]);
      expect(headers.get('content-type')).toBe('text/html; charset=UTF-8');
      expect(headers.get('cache-control')).toBe('no-store');
      const policy = headers.get('content-security-policy')?.split('; ') ?? [];
      expect(policy).toEqual(
        expect.arrayContaining([
          ...[
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
          ],
          ...["connect-src 'self'", "form-action 'self'", "trusted-types 'none'"],
        ]),
      );
      expect(policy.join()).not.toMatch(/unsafe|\*|https?:/);
      expect(Object.fromEntries(headers)).toMatchObject({
        'x-frame-options': 'DENY',
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'permissions-policy': expect.stringContaining('camera=()'),
        'x-content-type-options': 'nosniff',
      });
    },
  );

  test.for<[string, Record<string, string>]>([
    ['anything', { accept: '*/*' }],
    ['who knows what', {}],
  ])('is at / for who takes %s', async ([, headers]) => {
    const { status, text } = await get('/', headers);
    expect([status, text]).toEqual([200, PAGE]);
  });

  test.for<[string, Record<string, string>]>([
    ['JSON', { accept: 'application/json' }],
    ['JSON rather than HTML', { accept: 'text/html;q=0.5, application/json' }],
  ])('is not at / for who takes %s: that is no address of the API', async ([, headers]) => {
    const { status, text } = await get('/', headers);
    expect(status).toBe(404);
    expect(JSON.parse(text).error).toMatchObject({
      code: 'not_found',
      help: expect.stringMatching(/\/openapi\.json.*\/dashboard\//),
    });
  });

  test('is read by GET and HEAD alone', async () => {
    expect(await get('/dashboard/', { accept: HTML }, { method: 'HEAD' })).toMatchObject({ status: 200, text: '' });
    for (const method of ['POST', 'PUT', 'DELETE'])
      expect((await get('/dashboard/', { accept: HTML }, { method })).status).toBe(404);
  });
});

describe('a file of the dashboard', () => {
  test('is kept for ever, compressed, and known by its digest', async () => {
    const plain = await get('/dashboard/assets/app-1.js');
    expect([plain.status, plain.text]).toEqual([200, SCRIPT]);
    expect(plain.headers.get('content-type')).toMatch(/^text\/javascript/);
    expect(plain.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const packed = await get('/dashboard/assets/app-1.js', { 'accept-encoding': 'gzip, br' });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(packed.headers.get('vary')).toMatch(/accept-encoding/i);
    expect(gunzipSync(packed.bytes).toString()).toBe(SCRIPT);
    for (const { headers } of [plain, packed]) {
      const tag = headers.get('etag') ?? '';
      const again = await get('/dashboard/assets/app-1.js', { 'if-none-match': tag, 'accept-encoding': 'gzip' });
      expect([again.status, again.text]).toEqual([304, '']);
      expect(again.headers.get('cache-control')).toContain('immutable');
    }
    expect((await get('/dashboard/assets/app-1.js', { 'if-none-match': '"other"' })).status).toBe(200);
    const { status, headers } = await get('/dashboard/assets/app-1.js', {}, { method: 'HEAD' });
    expect([status, headers.get('content-length')]).toEqual([200, String(SCRIPT.length)]);
  });

  test('that was compressed when it was built is sent so', async () => {
    const { headers, text } = await get('/dashboard/assets/packed-3.js', { 'accept-encoding': 'gzip, br' });
    expect([headers.get('content-encoding'), text]).toEqual(['br', 'packed']);
    expect((await get('/dashboard/assets/packed-3.js')).text).toBe(SCRIPT);
  });

  test.for([
    '/dashboard/assets/none-4.js',
    '/dashboard/assets',
    '/dashboard/assets/',
    '/dashboard/assets/app-1.js/',
    '/dashboard/assets//app-1.js',
    '/dashboard/assets/..%2f..%2fsecret.js',
    '/dashboard/assets/%2e%2e%2f%2e%2e%2fsecret.js',
    '/dashboard/assets/..%5c..%5csecret.js',
    '/dashboard/assets/....//....//secret.js',
    '/dashboard/assets/app-1.js%00.css',
    '/dashboard/assets/%ff',
    '/dashboard/assets/%',
  ])('is not at %s', async (path) => {
    const { status, headers, text } = await get(path, { accept: HTML });
    expect([status, headers.get('cache-control')]).toEqual([404, 'no-store']);
    expect(text).not.toContain('outside');
  });

  test('beside its folder is nothing', async () => {
    for (const path of ['/dashboard/../secret.js', '/dashboard/assets/../../secret.js', '/dashboard/%2e%2e/secret.js'])
      expect((await get(path, { accept: HTML })).text).not.toContain('outside');
  });
});

test('without a dashboard its addresses are none, and nothing speaks of it', async () => {
  await using made = await testGateway({ dashboard: false });
  for (const path of ['/', '/dashboard', '/dashboard/assets/app-1.js']) {
    const { status, text } = await get(path, { accept: HTML }, { made });
    expect([path, status]).toEqual([path, 404]);
    expect(text).not.toContain('dashboard');
  }
  expect((await get('/openapi.json', {}, { made })).status).toBe(200);
});

test('one that is not built says how to build it, and is served as soon as it is', async () => {
  const later = join(folder, 'later');
  await using made = await testGateway({ dashboard: later });
  const { status, text } = await get('/', { accept: HTML }, { made });
  expect([status, text]).toEqual([404, expect.stringContaining('npm run dashboard')]);
  expect((await get('/dashboard/assets/app-1.js', {}, { made })).status).toBe(404);
  await mkdir(later);
  await writeFile(join(later, 'index.html'), PAGE);
  expect((await get('/', { accept: HTML }, { made })).text).toBe(PAGE);
});
