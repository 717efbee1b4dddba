import { execPath } from 'node:process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClient } from '../../runtime/client.ts';
import { ApiError } from '../../runtime/http/errors.ts';
import { nodeSend } from '../../runtime/http/node-send.ts';
import type { Tool } from '../../runtime/tool/tool.ts';
import { type GeneratedFolder, generatedFolder, json, pet, petsDescription } from '../cli/api/support/pets.ts';
import { run } from '../cli/support/run-line.ts';
import { main, PATH } from '../cli/support/running-command.ts';
import { PROFILE } from '../generator/any-api/support/wire.ts';
import { Client, StdioClientTransport } from '../judges/legacy-sdk.ts';
import { type Answer, type Recorder, record } from '../support/recorder.ts';
import { textOf } from './clients/library.ts';

const description = {
  ...petsDescription,
  openapi: '3.2.0',
  paths: {
    '/pets': {
      query: {
        tags: ['Pets'],
        requestBody: {
          required: true,
          ...json({
            type: 'object',
            required: ['kind'],
            properties: { kind: { type: 'string' }, age: { type: 'integer' } },
          }),
        },
        responses: { 200: { description: '', ...json({ type: 'array', items: pet }) } },
      },
    },
    '/photos/{photo_id}': {
      head: {
        tags: ['Photos'],
        parameters: [{ name: 'photo_id', in: 'path', required: true, schema: { type: 'string' } }],
        responses: { 200: { description: '', headers: { 'X-Checksum': { schema: { type: 'string' } } } } },
      },
    },
  },
};

const HEADERS = {
  'content-type': 'image/png',
  'content-length': '2048',
  'content-encoding': 'gzip',
  etag: '"e1"',
  'x-checksum': 'c0ffee',
  'x-internal': 'of nobody',
  'set-cookie': 'sid=1',
};

const answer: Answer = ({ method, pathname }) => {
  if (method === 'QUERY' && pathname === '/pets') return { body: [{ id: '7', name: 'Rex' }] };
  if (method === 'HEAD' && pathname === '/photos/7') return { headers: HEADERS };
  if (method === 'HEAD' && pathname === '/photos/8') return { status: 302, headers: { location: '/photos/7' } };
  return { status: 404, headers: { 'content-length': '20', 'content-type': 'application/json' } };
};

let pets: GeneratedFolder;
let server: Recorder;
beforeAll(async () => {
  pets = await generatedFolder(description);
  server = await record(answer);
});
afterAll(async () => {
  await pets[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});

const env = () => ({ PETS_TOKEN: 'woof', PETS_BASE_URL: server.url });
const PHOTO = {
  status: 200,
  headers: { 'content-type': 'image/png', 'content-length': '2048', etag: '"e1"', 'x-checksum': 'c0ffee' },
};

async function overStdio(args: readonly string[]) {
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(
    new StdioClientTransport({
      ...{ command: execPath, args: [main, 'serve', '--api', pets.folder, ...args] },
      ...{ env: { PATH, ...env() }, stderr: 'ignore' as const },
    }),
  );
  return Object.assign(client, { [Symbol.asyncDispose]: () => client.close() });
}

describe('tools of the methods QUERY and HEAD', () => {
  test('are reads: a server of reads alone lists and calls them', async () => {
    await using client = await overStdio(['--methods', 'read']);
    const { tools } = await client.listTools();
    expect(tools.map(({ name, annotations }) => [name, annotations?.readOnlyHint])).toEqual([
      ['check_a_pets_photo_by_id', true],
      ['list_all_pets_search_pets', true],
    ]);
    const found = await client.callTool({ name: 'list_all_pets_search_pets', arguments: { kind: 'dog' } });
    expect(textOf(found.content as never)).toContain('Rex');
    const { method, body, headers } = server.requests.at(-1) ?? {};
    expect([method, body, headers?.['content-type'], headers?.accept, headers?.authorization]).toEqual([
      'QUERY',
      '{"kind":"dog"}',
      'application/json',
      'application/json',
      'Bearer woof',
    ]);
    const photo = await client.callTool({ name: 'check_a_pets_photo_by_id', arguments: { photo_id: '7' } });
    expect(JSON.parse(textOf(photo.content as never))).toEqual(PHOTO);
    const none = await client.callTool({ name: 'check_a_pets_photo_by_id', arguments: { photo_id: '9' } });
    expect(none.isError).toBe(true);
    expect(textOf(none.content as never)).toContain('404');
  });

  test('are functions of programs that may only read', async () => {
    await using client = await overStdio(['--code']);
    const code =
      "return [await pets.searchPets({ kind: 'dog' }), await pets.checkPhoto({ photo_id: '7' }), await pets.checkPhoto({ photo_id: '9' }).catch((error) => error.status)]";
    const { content } = await client.callTool({ name: 'run_read_code', arguments: { code } });
    const text = textOf(content as never);
    expect(text).toContain('Rex');
    expect(text).toContain('c0ffee');
    expect(text).toContain('404');
  });

  test('are called by the command, and shown by a dry run', async () => {
    const call = (...words: readonly string[]) => run(['call', '--api', pets.folder, ...words], env());
    const before = server.requests.length;
    const dry = await call('searchPets', 'kind=dog', 'age=3', '--dry-run', '--json');
    expect(JSON.parse(dry.stdout)).toMatchObject({
      method: 'QUERY',
      url: `${server.url}/pets`,
      body: { kind: 'dog', age: 3 },
    });
    expect(server.requests.length).toBe(before);
    expect(JSON.parse((await call('checkPhoto', 'photo_id=7', '--json')).stdout)).toEqual(PHOTO);
    const none = await call('checkPhoto', 'photo_id=9');
    expect(none).toMatchObject({ code: 4, stderr: expect.stringContaining('404') });
  });
});

/** The tools of the folder, and a client of a server that answers so. */
async function clientOf(answers: Answer) {
  const api = await record(answers);
  const { checkPhoto, searchPets }: Record<string, Tool> = await import(`${pets.folder}/index.ts`);
  if (checkPhoto === undefined || searchPets === undefined) throw new Error('a tool is missing');
  const client = createClient({
    profile: { ...PROFILE, connection: { ...PROFILE.connection, authentication: 'none' } },
    ...{ baseUrl: api.url, send: nodeSend({}), retry: { attempts: 3, sleep: async () => {} } },
  });
  return { client, checkPhoto, searchPets, requests: api.requests, [Symbol.asyncDispose]: api[Symbol.asyncDispose] };
}

describe('on the wire', () => {
  test.each(['HEAD', 'QUERY'])('a %s that failed in passing is sent again, as a GET is', async (method) => {
    let count = 0;
    await using api = await clientOf(() => {
      count += 1;
      return count === 1 ? { status: 503 } : { body: method === 'HEAD' ? undefined : [] };
    });
    await (method === 'HEAD'
      ? api.client.call(api.checkPhoto, { photo_id: '7' })
      : api.client.call(api.searchPets, { kind: 'a' }));
    expect(api.requests.map((request) => request.method)).toEqual([method, method]);
    expect(new Set(api.requests.map(({ body }) => body)).size).toBe(1);
  });

  test('where something is now is an answer, and nothing follows it', async () => {
    await using api = await clientOf(answer);
    const moved = await api.client.call(api.checkPhoto, { photo_id: '8' });
    expect(moved).toEqual({ status: 302, headers: { location: '/photos/7' } });
    expect(api.requests).toHaveLength(1);
    expect(api.requests[0]?.headers).toMatchObject({ accept: '*/*', 'accept-encoding': 'identity' });
    expect(api.requests[0]?.headers).not.toHaveProperty('content-length');
  });

  test('an error without content says its status', async () => {
    await using api = await clientOf(() => ({
      status: 404,
      headers: { 'content-encoding': 'gzip', 'content-length': '99' },
    }));
    const failed = api.client.call(api.checkPhoto, { photo_id: '7' });
    await expect(failed).rejects.toBeInstanceOf(ApiError);
    await expect(failed).rejects.toMatchObject({ status: 404 });
  });
});
