import { execPath } from 'node:process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type GeneratedFolder, generatedFolder, manyTools } from '../cli/api/support/pets.ts';
import { main, PATH, running } from '../cli/support/running-command.ts';
import { Client, StdioClientTransport, StreamableHTTPClientTransport, type Transport } from '../judges/legacy-sdk.ts';
import { byRoute, type Recorder, record } from '../support/recorder.ts';
import { textOf } from './clients/library.ts';

let pets: GeneratedFolder;
let server: Recorder;
beforeAll(async () => {
  pets = await generatedFolder();
  server = await record(byRoute({ 'GET /pets': [{ id: '7', name: 'Rex' }], 'DELETE /pets/7': {} }));
});
afterAll(async () => {
  await pets[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});

const env = () => ({ PATH, PETS_TOKEN: 'woof', PETS_BASE_URL: server.url });

/** The official 1.x client over standard input and output. */
async function overStdio(args: readonly string[], variables: Record<string, string> = env()) {
  const client = new Client({ name: 'test', version: '1' });
  const transport = new StdioClientTransport({
    command: execPath,
    args: [main, 'serve', ...args],
    env: variables,
    stderr: 'pipe',
  });
  let said = '';
  transport.stderr?.on('data', (data) => {
    said += String(data);
  });
  await client.connect(transport);
  return Object.assign(client, { said: () => said, [Symbol.asyncDispose]: () => client.close() });
}

/** The same over HTTP, to a server that listens. */
async function overHttp(url: string) {
  const client = new Client({ name: 'test', version: '1' });
  // Its `sessionId?: string` is a `string | undefined`, which exact optional properties tell apart.
  await client.connect(new StreamableHTTPClientTransport(new URL(url)) as unknown as Transport);
  return Object.assign(client, { [Symbol.asyncDispose]: () => client.close() });
}

const namesOf = async (client: Client): Promise<string[]> => (await client.listTools()).tools.map(({ name }) => name);

describe("another API's tools by the command", () => {
  test('over stdio: its own name, its tools, a call with its credential', async () => {
    await using client = await overStdio(['--api', pets.folder]);
    expect(client.getServerVersion()).toMatchObject({ name: 'pets-mcp', title: 'Pets', version: '3.2' });
    expect(client.getInstructions()).not.toMatch(/intercom|workspace/i);
    expect(await namesOf(client)).toEqual([
      'create_a_pets_pet',
      'delete_a_pets_pet_by_id',
      'get_single_pets_pet_by_id',
      'list_all_pets_owners',
      'list_all_pets_pets',
    ]);
    const { content, isError } = await client.callTool({ name: 'list_all_pets_pets', arguments: {} });
    expect(isError).toBeFalsy();
    expect(JSON.stringify(content)).toContain('Rex');
    expect(server.requests.at(-1)?.headers.authorization).toBe('Bearer woof');
    expect(client.said()).not.toContain('woof');
  });

  test('over HTTP: the same', async () => {
    await using command = await running(['serve', '--api', pets.folder, '--http', '0'], /^http/, env());
    const url = command.lines.at(-1) ?? '';
    // Where the tools lie on this machine is nobody's business.
    expect(new URL(url).pathname).toBe('/mcp');
    await using client = await overHttp(url);
    expect(client.getServerVersion()).toMatchObject({ name: 'pets-mcp' });
    const { content } = await client.callTool({ name: 'list_all_pets_pets', arguments: {} });
    expect(JSON.stringify(content)).toContain('Rex');
  });

  test('filters hold for lists and for calls', async () => {
    await using client = await overStdio(['--api', pets.folder, '--methods', 'read', '--tags', 'pets']);
    expect(await namesOf(client)).toEqual(['get_single_pets_pet_by_id', 'list_all_pets_pets']);
    const before = server.requests.length;
    const call = client.callTool({ name: 'delete_a_pets_pet_by_id', arguments: { pet_id: '7' } });
    await expect(call).rejects.toThrow('Unknown tool');
    expect(server.requests.length).toBe(before);
  });

  test('dry runs and refusals speak of it', async () => {
    await using client = await overStdio(['--api', pets.folder], { PATH });
    expect(client.said()).toContain('PETS_TOKEN');
    const name = 'delete_a_pets_pet_by_id';
    const dry = await client.callTool({ name, arguments: { pet_id: '7', dry_run: true } });
    expect(JSON.stringify(dry.content)).toContain('https://pets.example.test/v1/pets/7');
    const refused = await client.callTool({ name, arguments: { pet_id: '7' } });
    expect(refused.isError).toBe(true);
    expect(JSON.stringify(refused.content)).toContain('PETS_TOKEN');
    expect(JSON.stringify(refused.content)).not.toMatch(/intercom/i);
  });

  test('discovery finds and calls them', async () => {
    await using client = await overStdio(['--api', pets.folder, '--discovery']);
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      'search_tools',
      'describe_tools',
      'call_read_tool',
      'call_write_tool',
    ]);
    expect(JSON.stringify(tools)).not.toMatch(/intercom|conversation/i);
    const query = { query: 'remove a pet' };
    const found = textOf((await client.callTool({ name: 'search_tools', arguments: query })).content as never);
    expect(found.split('(')[0]).toContain('delete_a_pets_pet_by_id');
    const call = { name: 'list_all_pets_pets', arguments: {} };
    expect(JSON.stringify(await client.callTool({ name: 'call_read_tool', arguments: call }))).toContain('Rex');
  });

  test('a program calls them', async () => {
    await using client = await overStdio(['--api', pets.folder, '--code']);
    const { tools } = await client.listTools();
    expect(JSON.stringify(tools)).not.toMatch(/intercom|conversation/i);
    const code = 'return (await pets.listPets({})).map(({ name }) => name)';
    const { content } = await client.callTool({ name: 'run_read_code', arguments: { code } });
    expect(JSON.stringify(content)).toContain('Rex');
  });

  test('a budget lists the main ones, and says what is left out', async () => {
    await using client = await overStdio(['--api', pets.folder, '--max-tokens', '150']);
    expect(await namesOf(client)).toEqual(['list_all_pets_owners', 'list_all_pets_pets']);
    expect(client.said()).toMatch(/3 tools are left out for a budget of 150 tokens .*delete_a_pets_pet_by_id/);
    expect(client.said()).toContain('2 tools over stdio');
  });

  test('a catalog that nobody expects is not served', async () => {
    const other = `sha256-${'0'.repeat(64)}`;
    await expect(overStdio(['--api', pets.folder, '--expect-catalog', other])).rejects.toThrow();
  });
});

describe('an API of more tools than clients take', () => {
  let many: GeneratedFolder;
  beforeAll(async () => {
    many = await generatedFolder(manyTools(150));
  });
  afterAll(() => many[Symbol.asyncDispose]());

  test('is found by four others, and that is said', async () => {
    await using client = await overStdio(['--api', many.folder]);
    expect(await namesOf(client)).toContain('search_tools');
    expect(client.said()).toMatch(/150 tools are too many for one list.*--list lists them all/);
  });

  test.each([
    [['--list'], 150],
    [['--tags', 'things_3'], 10],
  ])('%j lists %d of them', async (options, count) => {
    await using client = await overStdio(['--api', many.folder, ...options]);
    expect((await namesOf(client)).length).toBe(count);
  });
});
