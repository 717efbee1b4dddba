import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Json } from '../../../generator/json/json-schema.ts';
import { answers, description } from './support/describe.ts';
import { outcomeOf } from './support/plan.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'files-'));
});
afterEach(() => rm(folder, { recursive: true }));

const text = { type: 'string' };
const limit = { name: 'limit', in: 'query', schema: { type: 'integer' } };
const get = (own: Json = {}): Json => ({ get: { responses: answers(), ...own } });
const post = (schema: unknown): Json => ({
  post: { requestBody: { content: { 'application/json': { schema } } }, responses: answers() },
});

/** What becomes of a description with these files beside it. */
async function outcome(root: Json, files: Readonly<Record<string, unknown>> = {}) {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return await outcomeOf(root, join(folder, 'api', 'openapi.json'));
}

describe('a description in several files', () => {
  test.each<[string, Json, Readonly<Record<string, unknown>>]>([
    [
      'a path in a file',
      description({ '/a': { $ref: './paths/a.json' } }),
      { 'api/paths/a.json': get({ parameters: [limit] }) },
    ],
    [
      'a path in a file of several',
      description({ '/a': { $ref: 'paths.yaml#/a' } }),
      { 'api/paths.yaml': `a: ${JSON.stringify(get({ parameters: [limit] }))}` },
    ],
    [
      'all paths in a file',
      description({ $ref: 'paths.json' }),
      { 'api/paths.json': { '/a': get({ parameters: [limit] }) } },
    ],
    [
      'files of files',
      description({ '/a': { $ref: 'x/a.json' } }),
      {
        'api/x/a.json': get({ parameters: [{ $ref: '../y/p.yaml#/Limit' }] }),
        'api/y/p.yaml': 'Limit: { $ref: "./limit.json" }',
        'api/y/limit.json': limit,
      },
    ],
    [
      'a file that leads back',
      description({ '/a': { $ref: 'a.json' } }, { components: { parameters: { L: limit } } }),
      { 'api/a.json': get({ parameters: [{ $ref: 'openapi.json#/components/parameters/L' }] }) },
    ],
    [
      'all parameters in a file',
      description({ '/a': get({ parameters: { $ref: 'p.json#/all' } }) }),
      { 'api/p.json': { all: [limit] } },
    ],
    [
      'components in a file',
      description(
        { '/a': get({ parameters: [{ $ref: '#/components/parameters/L' }] }) },
        { components: { $ref: 'c.json' } },
      ),
      { 'api/c.json': { parameters: { L: limit } } },
    ],
    [
      'a map of components in a file',
      description(
        { '/a': get({ parameters: [{ $ref: '#/components/parameters/L' }] }) },
        { components: { parameters: { $ref: 'c.json' } } },
      ),
      { 'api/c.json': { L: limit } },
    ],
    [
      'a name with a space and a sign',
      description({ '/a': get({ parameters: [{ $ref: 'my%20p.json#/a~1b%25' }] }) }),
      { 'api/my p.json': { 'a/b%': limit } },
    ],
    [
      'a file that only an operation names',
      description({ '/a': { get: { $ref: 'op.json' } } }),
      { 'api/op.json': { responses: answers(), parameters: [limit] } },
    ],
  ])('%s', async (_name, root, files) => {
    const { tools, inputs, told } = await outcome(root, files);
    expect({ tools, told }).toEqual({ tools: ['GET /a'], told: [] });
    expect(inputs['GET /a']).toMatchObject({ limit: { type: 'integer' } });
  });

  test('schemas of files keep their references, also those into themselves and those of one name', async () => {
    const root = description({ '/a': post({ $ref: 'one.json#/Node' }), '/b': post({ $ref: 'two.json#/Node' }) });
    const node = (name: string) => ({
      Node: { type: 'object', properties: { [name]: text, next: { $ref: '#/Node' }, to: { $ref: 'two.json' } } },
    });
    const { inputs, told } = await outcome(root, { 'api/one.json': node('first'), 'api/two.json': node('second') });
    expect(told).toEqual([]);
    expect(inputs['POST /a']).toMatchObject({ first: text, next: { type: 'object' } });
    expect(inputs['POST /b']).toMatchObject({ second: text });
  });

  test('a discriminator leads into files', async () => {
    const form = (kind: string) => ({ type: 'object', required: ['kind'], properties: { kind: text, [kind]: text } });
    const schema = {
      oneOf: [{ $ref: 'cat.json' }, { $ref: 'dog.json' }],
      discriminator: { propertyName: 'kind', mapping: { cat: 'cat.json', dog: 'dog.json' } },
    };
    const { inputs, told } = await outcome(description({ '/a': post(schema) }), {
      'api/cat.json': form('cat'),
      'api/dog.json': form('dog'),
    });
    expect(told).toEqual([]);
    expect(Object.keys(inputs['POST /a'] ?? {}).sort()).toEqual(['cat', 'dog', 'kind']);
  });
});

describe('a file that cannot be read costs what leads to it', () => {
  const root = (file: string): Json =>
    description({
      '/a': get({ parameters: [{ $ref: file }, limit] }),
      '/b': post({ type: 'object', properties: { b: { $ref: file }, c: text } }),
    });

  test.each<[string, string, unknown, RegExp]>([
    ['because it is not there', 'gone.json', undefined, /there is no file|ENOENT/],
    ['because nothing stands there', 'x.json#/gone', { there: {} }, /nothing stands in x\.json at #\/gone/],
    ['because it is a web page', 'x.json', '<!doctype html>', /web page/],
    ['because it is no text of ours', 'x.json', '{"a": [', /x\.json/],
    ['because it is a folder', 'x.json/', undefined, /cannot be read|there is no file|ENOENT/],
  ])('%s', async (_name, ref, content, message) => {
    const { tools, inputs, diagnostics } = await outcome(
      root(ref),
      content === undefined ? {} : { 'api/x.json': content },
    );
    expect(tools.toSorted()).toEqual(['GET /a', 'POST /b']);
    expect(inputs).toMatchObject({ 'GET /a': { limit: {} }, 'POST /b': { b: {}, c: text } });
    expect(diagnostics).toMatchObject([
      { code: 'REFERENCE_UNREADABLE', severity: 'warning', message: expect.stringMatching(message) },
    ]);
  });

  test.each<[string, (outside: string) => string]>([
    ['by dots', () => '../../outside/secret.json'],
    ['by its whole path', (outside) => `${outside}/secret.json`],
    ['by an address of a file', (outside) => `file://${outside}/secret.json`],
    ['by a link', () => 'link.json'],
    ['by dots in percent signs', () => '%2e%2e/%2e%2e/outside/secret.json'],
  ])('because it is outside of the folder: %s', async (_name, ref) => {
    const outside = await mkdtemp(join(tmpdir(), 'outside-'));
    try {
      await writeFile(join(outside, 'secret.json'), JSON.stringify({ type: 'string', description: 'secret words' }));
      await mkdir(join(folder, 'api'), { recursive: true });
      await symlink(join(outside, 'secret.json'), join(folder, 'api', 'link.json'));
      const { diagnostics, catalog } = await outcome(
        root(ref(outside).replace('/outside/', `/${outside.split('/').at(-1)}/`)),
      );
      expect(diagnostics).toMatchObject([
        { code: 'REFERENCE_UNREADABLE', message: expect.stringContaining('outside of the folder') },
      ]);
      expect(JSON.stringify(catalog)).not.toContain('secret words');
    } finally {
      await rm(outside, { recursive: true });
    }
  });
});

test('addresses are asked only of the server that the description is from', async () => {
  const asked: string[] = [];
  const answer = (path: string): unknown => (path === '/api/p.json' ? limit : undefined);
  const server = createServer(({ url = '' }, response) => {
    asked.push(url);
    const found = answer(url);
    response.writeHead(found === undefined ? 404 : 200).end(JSON.stringify(found ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const { port } = server.address() as AddressInfo;
    const here = `http://127.0.0.1:${port}`;
    const refs = ['p.json', 'gone.json', `http://localhost:${port}/elsewhere.json`, 'file:///etc/hostname'];
    const root = description({ '/a': get({ parameters: refs.map(($ref) => ({ $ref })) }) });
    const { inputs, told } = await outcomeOf(root, `${here}/api/openapi.json`);
    expect(inputs['GET /a']).toMatchObject({ limit: { type: 'integer' } });
    expect(asked.toSorted()).toEqual(['/api/gone.json', '/api/p.json']);
    expect(told.map((one) => one.split(' ')[0])).toEqual(Array(3).fill('REFERENCE_UNREADABLE'));
    // A file on the disk does not lead anybody into the network.
    await outcome(description({ '/a': get({ parameters: [{ $ref: `${here}/api/p.json` }] }) }));
    expect(asked).toHaveLength(2);
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
});
