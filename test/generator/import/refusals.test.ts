import { mkdir, readdir, writeFile } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { UpdateOptions } from '../../../generator/import/index.ts';
import { sampleYaml, withPath } from './support/fixture.ts';
import { workspace } from './support/workspace.ts';

const { dir, path, read, save, serve, stop, update } = workspace();

/** The code of the only problem, after a check that the files in the folder are what they were. */
async function refusal(from: string, more: Partial<UpdateOptions> = {}): Promise<unknown> {
  await mkdir(dir(), { recursive: true });
  await writeFile(join(dir(), 'contract.json'), '{"old": true}');
  await writeFile(join(dir(), 'source.json'), '{"older": true}');
  const error: unknown = await update(from, more).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(await read('contract.json')).toBe('{"old": true}');
  expect(await read('source.json')).toBe('{"older": true}');
  expect((await readdir(dir())).sort()).toEqual(['contract.json', 'source.json']);
  return error;
}
function problem(code: string, message: RegExp | string = /./) {
  return expect.objectContaining({
    diagnostics: [expect.objectContaining({ code, message: expect.stringMatching(message) })],
  });
}

describe('spec update leaves the files alone', () => {
  test.each<[string, string | Uint8Array, string, RegExp]>([
    ['an empty file', '', 'SOURCE_EMPTY', /description\.yaml is empty/],
    ['a web page', '<!doctype html>', 'SOURCE_IS_HTML', /description\.yaml/],
    ['bytes that are no text', Uint8Array.of(0x61, 0xff, 0xfe), 'SOURCE_UNREADABLE', /not UTF-8/],
    [
      'another API version',
      sampleYaml({ info: { title: '', version: '2.15' } }),
      'SOURCE_API_VERSION',
      /2\.15, not 2\.16/,
    ],
    ['a duplicate key', `${sampleYaml()}openapi: 3.0.1\n`, 'SOURCE_DUPLICATE_KEY', /description\.yaml:\d+:1/],
    [
      'a search whose table is gone',
      withPath('/contacts/search', { post: { description: 'Finds them.', responses: {} } }),
      'SOURCE_SEARCH_TABLE',
      /POST \/contacts\/search: no table/,
    ],
  ])('for %s', async (_, text, code, message) => {
    expect(await refusal(await save(text))).toEqual(problem(code, message));
  });

  test('for what would be a warning, where strict is asked for', async () => {
    const dangling = withPath('/a', { get: { responses: { 200: { $ref: '#/x' } } } });
    expect(await refusal(await save(dangling), { strict: true })).toEqual(problem('SOURCE_DANGLING_REF', /#\/x/));
  });

  test('for a file that is not there, a folder, and a file too large', async () => {
    expect(await refusal(path('none.yaml'))).toEqual(problem('SOURCE_NOT_FOUND', /none\.yaml/));
    expect(await refusal(path())).toEqual(problem('SOURCE_UNREADABLE', /EISDIR/));
    expect(await refusal(await save(sampleYaml()), { cap: 100 })).toEqual(problem('SOURCE_TOO_LARGE', /100 bytes/));
  });

  test.each([
    'http://intercom.example/x.yaml',
    'ftp://127.0.0.1/x.yaml',
    'file:///etc/passwd',
    'http://127.0.0.1.example/x',
  ])('for the address %s', async (address) => {
    expect(await refusal(address)).toEqual(problem('SOURCE_ADDRESS_REFUSED', /https/));
  });

  test.each<[string, RequestListener, string, RegExp]>([
    ['status 404', (_, response) => response.writeHead(404).end('not found'), 'SOURCE_HTTP_STATUS', /status 404/],
    ['status 204', (_, response) => response.writeHead(204).end(), 'SOURCE_HTTP_STATUS', /status 204/],
    ['a web page', (_, response) => response.end('<html></html>'), 'SOURCE_IS_HTML', /127\.0\.0\.1/],
    ['no body', (_, response) => response.end(), 'SOURCE_EMPTY', /is empty/],
    [
      'a redirect to http elsewhere',
      (_, response) => response.writeHead(301, { location: 'http://intercom.example/' }).end(),
      'SOURCE_ADDRESS_REFUSED',
      /intercom\.example/,
    ],
    [
      'redirects without end',
      (_, response) => response.writeHead(307, { location: '/' }).end(),
      'SOURCE_UNREACHABLE',
      /more than 5 times/,
    ],
    ['a connection that closes', (request) => request.socket.destroy(), 'SOURCE_UNREACHABLE', /could not be fetched/],
    [
      'fewer bytes than announced',
      (_, response) => {
        response.writeHead(200, { 'content-length': '9999' });
        response.write(sampleYaml(), () => response.socket?.destroy());
      },
      'SOURCE_TRUNCATED',
      /broke off/,
    ],
    [
      'a chunked body that breaks off',
      (_, response) => {
        response.write(sampleYaml(), () => response.socket?.destroy());
      },
      'SOURCE_TRUNCATED',
      /broke off/,
    ],
  ])('when the server answers with %s', async (_, answer, code, message) => {
    expect(await refusal(`${await serve(answer)}/`)).toEqual(problem(code, message));
  });

  test('when the address holds a password, and does not repeat it', async () => {
    const error = await refusal('https://me:secret@intercom.example/a.yaml?key=secret');
    expect(error).toEqual(problem('SOURCE_ADDRESS_REFUSED', /^https:\/\/intercom\.example\/a\.yaml is given/));
    expect(String(error)).not.toContain('secret');
    const silent = await serve((request) => request.socket.destroy());
    expect(String(await refusal(`${silent}/?key=secret`))).not.toContain('secret');
  });

  test('when the server sends too much or takes too long', async () => {
    const large = await serve((_, response) => response.end('#'.repeat(5000)));
    expect(await refusal(large, { cap: 4000 })).toEqual(problem('SOURCE_TOO_LARGE', /4000 bytes/));
    const silent = await serve(() => {});
    expect(await refusal(silent, { timeout: 50 })).toEqual(problem('SOURCE_UNREACHABLE', /timeout/));
    const slow = await serve((_, response) => response.write('openapi: '));
    expect(await refusal(slow, { timeout: 200 })).toEqual(problem('SOURCE_UNREACHABLE', /broke off/));
  });

  test('when nobody listens', async () => {
    const address = await serve(() => {});
    await stop();
    expect(await refusal(address)).toEqual(problem('SOURCE_UNREACHABLE', /ECONNREFUSED/));
  });
});
