import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { byRoute, record } from '../../support/recorder.ts';
import { type Ran, run } from '../support/run-line.ts';
import { type GeneratedFolder, generatedFolder } from './support/pets.ts';

let pets: GeneratedFolder;
let folder: string;
beforeAll(async () => {
  pets = await generatedFolder();
  folder = await mkdtemp(join(tmpdir(), 'api-commands-'));
});
afterAll(async () => {
  await pets[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

/** A command with `--api` and what belongs to it. */
function api(words: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ran> {
  const [command = '', ...rest] = words;
  return run([command, '--api', pets.folder, ...rest], env);
}

describe('tools --api', () => {
  test("lists another API's tools, and nothing of Intercom", async () => {
    const { code, stdout } = await api(['tools']);
    expect(code).toBe(0);
    expect(stdout).toContain('create_a_pets_pet');
    expect(stdout).toContain('5 tools');
    expect(stdout).not.toMatch(/intercom/i);
  });

  test('filters by its own tags, and refuses others', async () => {
    const { stdout } = await api(['tools', '--tags', 'owners', '--json', '.name']);
    expect(stdout).toBe('list_all_pets_owners\n');
    const { code, stderr } = await api(['tools', '--tags', 'conversations']);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('owners, pets') });
  });

  test('shows one with a call and an import that work there', async () => {
    const { stdout } = await api(['tools', 'getPet']);
    expect(stdout).toContain(`intercom-mcp call --api ${pets.folder} getPet pet_id=`);
    expect(stdout).toMatch(/import \{ getPet \} from '\S+\/tools\/pets\.ts'/);
  });

  test.each([
    ['make a new pet', 'create_a_pets_pet'],
    ['remove a pet', 'delete_a_pets_pet_by_id'],
    ['show all owners', 'list_all_pets_owners'],
  ])('finds by words: %s', async (words, want) => {
    const { stdout } = await api(['tools', '--search', words, '--json', '.name']);
    expect(stdout.split('\n')[0]).toBe(want);
  });

  test('says what a server would announce', async () => {
    const { stdout } = await api(['tools', '--digest', '--json']);
    expect(JSON.parse(stdout)).toEqual({
      version: expect.stringMatching(/^3\.2\+[0-9a-f]{12}$/),
      digest: expect.any(String),
    });
  });

  test('sums them up by tag', async () => {
    const { stdout } = await api(['tools', '--by-tag', '--json']);
    expect(JSON.parse(stdout)).toEqual([
      { tag: 'pets', tools: 4, reads: 2, writes: 2, tokens: expect.any(Number) },
      { tag: 'owners', tools: 1, reads: 1, writes: 0, tokens: expect.any(Number) },
    ]);
    expect((await api(['tools', '--by-tag'])).stdout).toMatch(/^TAG +TOOLS +READS +WRITES +TOKENS\npets +4/);
  });

  test('says where nothing is found, by examples of its own', async () => {
    const { stderr } = await api(['tools', '--search', 'xylophone']);
    expect(stderr).toContain('such as "create a pet"');
  });
});

describe('call --api', () => {
  test('sends to the API with its own credential, and prints what it answers', async () => {
    await using server = await record(
      byRoute({ 'GET /pets/7': { id: '7', name: 'Rex', type: 'pet', url: '/pets/7' } }),
    );
    const env = { PETS_TOKEN: 'woof', PETS_BASE_URL: server.url, INTERCOM_ACCESS_TOKEN: 'never' };
    const { code, stdout } = await api(['call', 'getPet', 'pet_id=7'], env);
    expect(code).toBe(0);
    // Nothing of an answer is noise by the rules of another API.
    expect(JSON.parse(stdout)).toEqual({ id: '7', name: 'Rex', type: 'pet', url: '/pets/7' });
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual(['Bearer woof']);
    expect(server.requests[0]?.headers).not.toHaveProperty('intercom-version');
  });

  test('needs no credential for a dry run, and names its variable where one is needed', async () => {
    const dry = await api(['call', 'createPet', 'name=Rex', '--dry-run', '--json', '.url']);
    expect(dry).toMatchObject({ code: 0, stdout: 'https://pets.example.test/v1/pets\n' });
    const { code, stderr } = await api(['call', 'createPet', 'name=Rex'], { INTERCOM_ACCESS_TOKEN: 'other' });
    expect(code).toBe(3);
    expect(stderr).toContain('PETS_TOKEN');
    expect(stderr).not.toMatch(/intercom/i);
  });

  test('reads arguments by its schemas, and speaks of it in refusals', async () => {
    const { code, stderr } = await api(['call', 'createPet', 'nam=Rex'], { PETS_TOKEN: 'woof' });
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('Did you mean "name"') });
    await using server = await record(() => ({ status: 401, body: { message: 'no' } }));
    const refused = await api(['call', '--base-url', server.url, 'listOwners'], { PETS_TOKEN: 'woof' });
    expect(refused.code).toBe(3);
    expect(refused.stderr).toContain('Pets');
    expect(refused.stderr).not.toMatch(/intercom|woof/i);
  });

  test('takes its variables from a file, and those that are set before them', async () => {
    await using server = await record(byRoute({ 'GET /owners': [] }));
    const file = join(folder, 'pets.env');
    await writeFile(file, `PETS_TOKEN=from-file\nPETS_BASE_URL=${server.url}\n`);
    await api(['call', '--variables', file, 'listOwners']);
    await api(['call', '--variables', file, 'listOwners'], { PETS_TOKEN: 'set' });
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual(['Bearer from-file', 'Bearer set']);
    const missing = await api(['call', '--variables', join(folder, 'none.env'), 'listOwners']);
    expect(missing).toMatchObject({ code: 2, stderr: expect.stringContaining('cannot be read (ENOENT)') });
  });

  test.each([
    [['--sandbox'], '--sandbox would do nothing: with --api another API is called'],
    [['--profile', 'acme'], '--profile would do nothing'],
    [['--api-version', '2.15'], '--api-version would do nothing'],
    [['--seed', '7'], '--seed would do nothing'],
    [['--region', 'mars'], 'mars'],
    [['--base-url', 'http://pets.example'], 'neither https nor'],
    [['--base-url', 'https://x.example', '--region', 'eu'], '--region would do nothing'],
  ])('with %j is refused', async (words, want) => {
    const { code, stderr } = await api(['call', ...words, 'listOwners'], { PETS_TOKEN: 'woof' });
    expect(code).toBe(2);
    expect(stderr).toContain(want);
  });

  test.each([
    ['--base-url', 'https://x.example'],
    ['--variables', 'x'],
  ])('%s says nothing of Intercom', async (...words) => {
    const { code, stderr } = await run(['call', ...words, 'getMe', '--dry-run']);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining('without --api the tools call Intercom'),
    });
  });
});

describe('doctor --api', () => {
  const statuses = ({ stdout }: Ran): Readonly<Record<string, string>> =>
    Object.fromEntries(
      JSON.parse(stdout).checks.map(({ name, status }: { name: string; status: string }) => [name, status]),
    );

  test('finds everything in order, by a GET that needs nothing', async () => {
    await using server = await record(byRoute({ 'GET /pets': [], 'GET /owners': [] }));
    const ran = await api(['doctor', '--json'], { PETS_TOKEN: 'woof', PETS_BASE_URL: server.url });
    expect(ran.code).toBe(0);
    expect(statuses(ran)).toMatchObject({ tools: 'ok', credentials: 'ok', address: 'ok', access: 'ok' });
    expect(server.requests.map(({ method }) => method)).toEqual(['GET']);
    expect(ran.stdout).not.toContain('woof');
  });

  test.each([401, 403])('a credential that is refused with %d is found', async (status) => {
    await using server = await record(() => ({ status, body: { message: 'no' } }));
    const ran = await api(['doctor', '--json'], { PETS_TOKEN: 'woof', PETS_BASE_URL: server.url });
    expect(ran.code).toBe(1);
    expect(statuses(ran)).toMatchObject({ address: 'ok', access: 'failed' });
    expect(ran.stdout).not.toMatch(/woof|intercom/i);
  });

  test('what an API answers otherwise is no proof, and said to be none', async () => {
    await using server = await record(() => ({ status: 500 }));
    const ran = await api(['doctor', '--json'], { PETS_TOKEN: 'woof', PETS_BASE_URL: server.url });
    expect(statuses(ran)).toMatchObject({ address: 'ok', access: 'skipped' });
    expect(ran.stdout).toContain('not checked');
  });

  test('without a credential the address is looked at, and nothing is sent there', async () => {
    await using server = await record(() => ({ status: 404 }));
    const ran = await api(['doctor', '--json'], { PETS_BASE_URL: server.url });
    expect(ran.code).toBe(1);
    expect(statuses(ran)).toMatchObject({ credentials: 'failed', address: 'ok', access: 'skipped' });
    expect(server.requests.map(({ method, headers }) => [method, headers.authorization])).toEqual([
      ['HEAD', undefined],
    ]);
  });

  test('an address where nobody listens is found', async () => {
    const ran = await api(['doctor', '--json'], { PETS_TOKEN: 'woof', PETS_BASE_URL: 'http://127.0.0.1:9' });
    expect(statuses(ran)).toMatchObject({ address: 'failed', access: 'skipped' });
  });

  test('credentials that some tools alone ask for are named', async () => {
    const document = {
      openapi: '3.1.0',
      info: { title: 'Shop', version: '1' },
      servers: [{ url: 'http://127.0.0.1:9' }],
      components: { securitySchemes: { key: { type: 'apiKey', in: 'query', name: 'key' } } },
      paths: {
        '/open': { get: { responses: {} } },
        '/wares': { get: { responses: {} } },
        '/orders': { get: { security: [{ key: [] }], responses: {} } },
      },
    };
    await using shop = await generatedFolder(document, { name: 'shop' });
    const { stdout } = await run(['doctor', '--api', shop.folder]);
    expect(stdout).toMatch(/^ok +credentials +none are set\n +Tools that need some take SHOP_API_KEY\.$/m);
  });

  test('tools that are not there are a failure like any other', async () => {
    const ran = await run(['doctor', '--api', './none', '--json']);
    expect(ran.code).toBe(1);
    expect(statuses(ran)).toEqual({
      Node: 'ok',
      tools: 'failed',
      credentials: 'skipped',
      address: 'skipped',
      access: 'skipped',
    });
  });
});
