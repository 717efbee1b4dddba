import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CatalogOptions, writeCatalog } from '../../../cli/catalog/write-catalog.ts';
import { catalog } from '../../../intercom/catalog.ts';
import { buildSite } from '../../dashboard/support/build-site.ts';
import { built, written } from '../../generator/other-apis/support/fixture.ts';
import { filesOf, type ReadPage, readSite } from './support/read-site.ts';

let parts: Awaited<ReturnType<typeof buildSite>>;
let root: string;
let count = 0;
beforeAll(async () => {
  parts = await buildSite();
  root = await mkdtemp(join(tmpdir(), 'catalog-'));
});
afterAll(async () => {
  await parts?.[Symbol.asyncDispose]();
  await rm(root, { recursive: true, force: true });
});

const ASSETS = ['assets/catalog.css', 'assets/catalog.js', 'assets/search-data.js'];

test('every tool of Intercom has a page, and every address leads to a file and a place in it, under a strict policy', async () => {
  const out = await write();
  expect(await filesOf(out)).toEqual(
    [...ASSETS, 'index.html', ...catalog.map(({ name }) => `tools/${name}.html`)].sort(),
  );
  const pages = await readSite(out);
  expect(pages.flatMap((page) => brokenIn(page, pages))).toEqual([]);
  expect(pages.flatMap(looseIn)).toEqual([]);
  const reply = pages.find(({ path }) => path === 'tools/intercom_conversations_reply.html');
  expect(reply?.text).toContain('POST');
  expect(reply?.elements.find(({ name }) => name === 'title')?.text).toBe('Reply to conversation · Intercom tools');
});

test('a second run replaces the first, and takes away the pages of tools that are gone', async () => {
  const out = await write();
  await using pets = await petApi();
  await write({ out, api: pets.folder });
  expect(await filesOf(out)).toEqual([...ASSETS, 'index.html', 'tools/get_single_acme_pet_by_id.html'].sort());
});

test("another API's site imports from its folder, and hostile words of it are words", async () => {
  await using pets = await petApi();
  const path = join(pets.folder, 'catalog.json');
  const hostile = `</title></script><script>alert(1)</script><img src=x onerror=alert(1)>"'\`--><!--\u2028`;
  const entries: Record<string, unknown>[] = JSON.parse(await readFile(path, 'utf8'));
  const inputSchema = {
    type: 'object',
    properties: { [hostile]: { type: 'string', description: hostile, enum: [hostile], default: hostile } },
    required: [hostile],
  };
  const worse = entries.map((entry) => ({
    ...entry,
    ...{ title: hostile, description: hostile, tags: [hostile], path: hostile, inputSchema },
  }));
  await writeFile(path, JSON.stringify(worse));
  const out = await write({ api: pets.folder });
  const pages = await readSite(out);
  expect(pages.flatMap(looseIn)).toEqual([]);
  expect(pages.flatMap((page) => brokenIn(page, pages))).toEqual([]);
  const [tool] = pages.filter((page) => page.path.startsWith('tools/'));
  expect(tool?.elements.find(({ name }) => name === 'h1')?.text).toBe(hostile);
  expect(tool?.text).toMatch(/import \{ \w+ \} from '[./\w-]+\/tools\/pets\.ts'/);
  // What the search reads is a script: it runs, and says the same words.
  const data = await readFile(join(out, 'assets/search-data.js'), 'utf8');
  const scope: { catalogSearch?: { tools: { title: string }[] } } = {};
  new Function('globalThis', data)(scope);
  expect(scope.catalogSearch?.tools.map(({ title }) => title)).toEqual([hostile]);
});

test('a folder with other files is refused and stays as it is; with force they stay beside the site', async () => {
  const out = newFolder();
  const others = { CNAME: 'docs.example', 'index.html': '<p>mine', 'tools/own/x.html': 'mine' };
  for (const [path, text] of Object.entries(others)) {
    await mkdir(dirname(join(out, path)), { recursive: true });
    await writeFile(join(out, path), text);
  }
  await expect(write({ out })).rejects.toThrow(/holds files that are not of a catalog: .*CNAME/);
  expect(await filesOf(out)).toEqual(Object.keys(others).sort());
  expect(await readFile(join(out, 'index.html'), 'utf8')).toBe('<p>mine');
  await write({ out, force: true });
  expect(await readFile(join(out, 'CNAME'), 'utf8')).toBe('docs.example');
  expect(await readFile(join(out, 'tools/own/x.html'), 'utf8')).toBe('mine');
  expect(await readFile(join(out, 'index.html'), 'utf8')).toContain('Intercom tools');
});

test('what cannot be written whole is not written at all', async () => {
  const out = newFolder();
  await mkdir(out, { recursive: true });
  await writeFile(join(out, 'tools'), 'a file in the way');
  await writeFile(join(out, 'index.html'), '<p>mine');
  await expect(write({ out, force: true })).rejects.toThrow(`${out} cannot be written`);
  expect(await filesOf(out)).toEqual(['index.html', 'tools']);
  expect(await readFile(join(out, 'index.html'), 'utf8')).toBe('<p>mine');
  await expect(write({ out: join(out, 'index.html', 'below') })).rejects.toThrow('cannot be written');
  expect(existsSync(join(out, 'index.html', 'below'))).toBe(false);
});

test.each([
  ['nothing there', {}],
  ['no JSON', { 'catalog.json': '{' }],
  ['no catalog', { 'catalog.json': '{"name":"x"}' }],
  ['a name that is a path', { 'catalog.json': '[{"name":"../../x","module":"m","inputSchema":{}}]' }],
  ['no modules', { 'catalog.json': '[]', 'facts.ts': "export const apiTitle = 'T', apiVersion = '1';" }],
  ['a module that fails', { 'catalog.json': '[]', 'facts.ts': 'throw new Error("no")' }],
])('a folder that was not generated is refused: %s', async (_, files) => {
  const api = newFolder();
  await mkdir(api, { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(api, name), text);
  const out = newFolder();
  await expect(write({ api, out })).rejects.toMatchObject({ code: 'invalid_config' });
  expect(existsSync(out)).toBe(false);
});

function newFolder(): string {
  count += 1;
  return join(root, String(count));
}

async function write(options: Partial<CatalogOptions> = {}): Promise<string> {
  const out = newFolder();
  const { out: folder, pages, tools } = await writeCatalog({ out, force: false, built: parts.folder, ...options });
  expect(pages).toBe(tools + 1);
  return folder;
}

/** The generated tools of an API of pets. */
async function petApi() {
  const get = {
    operationId: 'showPet',
    tags: ['pets'],
    parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
    responses: { 200: { description: '', content: { 'application/json': { schema: { type: 'object' } } } } },
  };
  const { files } = await built({ '/pets/{id}': { get } }, { info: { title: 'Pets', version: '1' } });
  return written(files);
}

/** Addresses of a page that lead nowhere. */
function brokenIn({ path, elements }: ReadPage, pages: readonly ReadPage[]): string[] {
  const files = new Map(pages.map((page) => [page.path, page] as const));
  return elements.flatMap(({ attributes }) =>
    [attributes.href, attributes.src].flatMap((address) => {
      if (address === undefined) return [];
      const { pathname, hash } = new URL(address, `file:///${path}`);
      const target = decodeURI(pathname.slice(1));
      if (ASSETS.includes(target)) return [];
      const page = files.get(target);
      const isThere = hash === '' || page?.elements.some((element) => element.attributes.id === hash.slice(1));
      return page !== undefined && isThere ? [] : [`${path}: ${address}`];
    }),
  );
}

/** What a strict policy forbids, and what asks another host. */
function looseIn({ path, elements }: ReadPage): string[] {
  return elements.flatMap(({ name, attributes, text }) => {
    const inline = name === 'style' || (name === 'script' && (text !== '' || attributes.src === undefined));
    const handlers = Object.keys(attributes).filter((key) => key === 'style' || key.startsWith('on'));
    const far = [attributes.href, attributes.src].filter((address) => address && /^(?:[a-z]+:|\/)/i.test(address));
    const strange = ['img', 'iframe', 'object', 'base'].includes(name);
    return inline || strange || handlers.length + far.length > 0 ? [`${path}: ${name} ${handlers} ${far}`] : [];
  });
}
