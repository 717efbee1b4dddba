import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CatalogEntry } from '../../../runtime/catalog/catalog.ts';
import { toolLoader } from '../../../runtime/catalog/tool-loader.ts';
import { createClient } from '../../../runtime/client.ts';
import { createDiscovery, type McpServerOptions } from '../../../runtime/mcp/index.ts';
import type { ApiProfile } from '../../../runtime/profile/api-profile.ts';
import { start } from '../../runtime/mcp/code/support/session.ts';
import { connections } from '../../runtime/mcp/support/session.ts';
import { type Recorder, record } from '../../support/recorder.ts';
import { built, written } from './support/fixture.ts';

const parameters = [{ name: 'pet_id', in: 'path', required: true, schema: { type: 'string' } }];
const responses = { 200: { description: '', content: { 'application/json': { schema: { type: 'object' } } } } };
const OLD = 'show_acme_pet';
const NEW = 'get_single_acme_pet_by_id';
const LAST = '2027-01-31';
const NOTE = `${OLD} is called ${NEW} now; the old name works until ${LAST}.`;
const OVER = `${OLD} is called ${NEW} now: the old name ended with ${LAST}.`;
const facts = { aliases: [{ name: OLD, export: 'showPet', until: LAST }] };
const paths = {
  '/pets/{pet_id}': {
    get: { operationId: 'showPet', parameters, responses, 'x-mcp': facts },
    delete: { operationId: 'removePet', parameters, responses },
  },
};
const profile: ApiProfile = {
  id: 'acme',
  name: 'Acme',
  connection: { addresses: {}, authentication: 'bearer', environment: { token: 'T', baseUrl: 'B' } },
};
const within = Date.parse('2027-01-31T12:00:00Z');
const after = Date.parse('2027-02-01T00:00:00Z');

let api: Awaited<ReturnType<typeof generated>>;
let upstream: Recorder;
beforeAll(async () => {
  [api, upstream] = await Promise.all([generated(), record(() => ({ body: { id: '7' } }))]);
});
afterAll(async () => {
  await api[Symbol.asyncDispose]();
  await upstream[Symbol.asyncDispose]();
});

async function generated() {
  const { files, catalog } = await built(paths);
  const there = await written(files);
  const { modules } = await import(pathToFileURL(join(there.folder, 'modules.ts')).href);
  return { ...there, catalog, modules };
}

function served(more: Partial<McpServerOptions> = {}): McpServerOptions {
  const { catalog, modules } = api;
  const now = more.now ?? (() => within);
  const client = createClient({ profile, token: 't', baseUrl: upstream.url });
  return { profile, catalog, loadTool: toolLoader(catalog, modules, { now }), client, now, ...more };
}

describe('a renamed tool is generated', () => {
  test('with its old names in the catalogue, and not in what a model lists', () => {
    const [entry] = api.catalog.filter(({ name }) => name === NEW);
    expect(entry?.aliases).toEqual([{ name: OLD, function: 'showPet', until: LAST }]);
    expect(api.catalog.map(({ name }) => name)).not.toContain(OLD);
  });

  test('with its old export and types, which are deprecated, in its module and in the barrel', async () => {
    const module = await readFile(join(api.folder, 'tools/pets.ts'), 'utf8');
    expect(module).toContain(
      `/** @deprecated It is called getPet now; this name stays until ${LAST}. */\nexport const showPet = getPet;`,
    );
    const inputs = await readFile(join(api.folder, 'inputs/pets.ts'), 'utf8');
    expect(inputs).toMatch(
      /\/\*\* @deprecated It is called GetPetInput now[^\n]*\nexport type ShowPetInput = GetPetInput;/,
    );
    const barrel = await import(pathToFileURL(join(api.folder, 'index.ts')).href);
    expect(barrel.showPet).toBe(barrel.getPet);
  });
});

describe.each(Object.entries(connections))('over %s', (_, connect) => {
  test('the old name is called up to its last day, and the answer says the new one; the list has that alone', async () => {
    await using session = await connect(served());
    expect((await session.tools()).map(({ name }) => name)).toEqual(['delete_a_acme_pet_by_id', NEW]);
    const { content } = await session.result(OLD, { pet_id: '7' });
    expect(content).toEqual([expect.objectContaining({ text: '{"id":"7"}' }), { type: 'text', text: NOTE }]);
    expect((await session.result(NEW, { pet_id: '7' })).content).toHaveLength(1);
  });

  test('after it, the old name is refused with the new one', async () => {
    const before = upstream.requests.length;
    await using session = await connect(served({ now: () => after }));
    await expect(session.call(OLD, { pet_id: '7' })).rejects.toThrow(OVER);
    expect(upstream.requests).toHaveLength(before);
  });
});

const open = connections['modern, stdio'];
if (open === undefined) throw new Error('no connection');

test('where a filter leaves the tool out, its old name is as unknown as the new one', async () => {
  await using session = await open(served({ filter: { methods: ['write'] } }));
  const refusals = await Promise.all([OLD, NEW].map((name) => session.call(name, { pet_id: '7' }).catch(String)));
  for (const text of refusals) expect(text).toMatch(/Unknown tool "\w+"\./);
  expect(refusals.join()).not.toContain('is called');
});

test('a filter by the old name keeps the tool', async () => {
  await using session = await open(served({ filter: { methods: [OLD] }, now: () => after }));
  expect((await session.tools()).map(({ name }) => name)).toEqual([NEW]);
});

test('with a prefix and several accounts: the note names tools as clients know them', async () => {
  await using session = await open(served({ prefix: 'pets_', accountLabels: ['A', 'B'] }));
  const { text } = await session.call(`pets_${OLD}`, { pet_id: '7', account: 'A' });
  expect(text).toContain('{"id":"7"}');
  const notes = JSON.stringify((await session.result(`pets_${OLD}`, { pet_id: '7', account: 'A' })).content);
  expect(notes).toContain(`pets_${OLD} is called pets_${NEW} now`);
  expect(notes).toContain('This was in the account');
});

describe('discovery', () => {
  const discovery = () => createDiscovery({ profile, from: api.catalog });
  const textsOf = (result: { content: readonly unknown[] }): string => JSON.stringify(result.content);

  test('finds, describes and calls by the old name, and says the new one', async () => {
    await using session = await open(served({ toolbox: discovery() }));
    const found = textsOf(await session.result('search_tools', { query: `how is ${OLD} used` }));
    expect(found).toContain(`${NEW}(`);
    expect(found).toContain(NOTE);
    const described = textsOf(await session.result('describe_tools', { names: [OLD] }));
    expect(described).toContain(`${NEW}(`);
    expect(described).toContain(NOTE);
    const called = textsOf(await session.result('call_read_tool', { name: OLD, arguments: { pet_id: '7' } }));
    expect(called).toContain('{\\"id\\":\\"7\\"}');
    expect(called).toContain(NOTE);
    expect(textsOf(await session.result(OLD, { pet_id: '7' }))).toContain(NOTE);
  });

  test('stays what it is where a name that a tool had is one of its own tools, or a word of a question', async () => {
    const [entry, ...others] = api.catalog;
    if (entry === undefined) throw new Error('no catalogue');
    const aliases = [{ name: 'search_tools', function: 'find', until: LAST }];
    const catalog = [{ ...entry, aliases }, ...others];
    await using session = await open(served({ catalog, toolbox: createDiscovery({ profile, from: catalog }) }));
    const found = textsOf(await session.result('search_tools', { query: 'find a pet' }));
    expect(found).toContain(`${NEW}(`);
    expect(found).not.toContain('is called');
  });

  test('after the last day still describes, and does not call', async () => {
    await using session = await open(served({ toolbox: discovery(), now: () => after }));
    expect(textsOf(await session.result('describe_tools', { names: [OLD] }))).toContain(OVER);
    const refused = await session.result('call_read_tool', { name: OLD, arguments: { pet_id: '7' } });
    expect(refused.isError).toBe(true);
    expect(textsOf(refused)).toContain(`Use ${NEW} with the same arguments.`);
    expect(textsOf(refused)).toContain(OVER);
  });
});

describe('code mode', () => {
  const begin = (now: number) => start({ ...served({ now: () => now }), code: { profile, now: () => now } });

  test.each([
    ['showPet', 'showPet is called getPet now'],
    [OLD, NOTE],
  ])('a program calls %s, and is told', async (name, note) => {
    await using session = await begin(within);
    const ran = await session.run(`return (await acme['${name}']({ pet_id: '7' })).id`);
    expect(ran).toMatchObject({ isError: false, first: '7' });
    expect(ran.notes).toContain(note);
  });

  test('after the last day the program fails, and learns the new name', async () => {
    await using session = await begin(after);
    const ran = await session.run("return await acme.showPet({ pet_id: '7' })");
    expect(ran.isError).toBe(true);
    expect(ran.first).toContain('showPet is called getPet now: the old name ended with');
  });

  test('a search for the signature of the old function answers that of the new', async () => {
    await using session = await begin(within);
    const text = JSON.stringify(await session.result('search_tools', { query: 'signature of showPet' }));
    expect(text).toContain('getPet(');
    expect(text).toContain('showPet is called getPet now');
  });
});

describe('an alias that leads elsewhere is a problem, and nothing is written', () => {
  const withAliases = (get: readonly object[], remove: readonly object[] = []) => ({
    '/pets/{pet_id}': {
      get: { parameters, responses, 'x-mcp': { aliases: get } },
      delete: { parameters, responses, 'x-mcp': { aliases: remove } },
    },
  });
  const old = { name: OLD, until: LAST };

  test.each<[string, object, RegExp]>([
    [
      'a tool',
      withAliases([{ ...old, name: 'delete_a_acme_pet_by_id' }]),
      /ALIAS_TAKEN: delete_a_acme_pet_by_id, an alias of get_single_acme_pet_by_id, is a name of delete_a_acme_pet_by_id/,
    ],
    ['itself', withAliases([{ ...old, name: NEW }]), /ALIAS_TAKEN: /],
    ['two tools', withAliases([old], [old]), /ALIAS_TAKEN: show_acme_pet, an alias of /],
    ['the export of another', withAliases([{ ...old, export: 'deletePet' }]), /ALIAS_TAKEN: deletePet, an alias of /],
    ['one twice', withAliases([old, old]), /ALIAS_TAKEN: /],
    ['no day', withAliases([{ name: OLD, until: '2027-02-30' }]), /OVERLAY_FACT_INVALID: x-mcp\.aliases\.0\.until/],
    ['no name', withAliases([{ name: 'Show Pet', until: LAST }]), /OVERLAY_FACT_INVALID: x-mcp\.aliases\.0\.name/],
  ])('%s', async (_, given, want) => {
    await expect(built({ ...given })).rejects.toThrow(want);
  });
});

test('a catalogue of a tool without aliases says nothing of them', () => {
  const plain: CatalogEntry | undefined = api.catalog.find(({ name }) => name.startsWith('delete'));
  expect(plain).not.toHaveProperty('aliases');
});
