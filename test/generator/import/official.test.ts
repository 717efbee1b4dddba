import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { importDescription } from '../../../generator/import/index.ts';
import { arrayOf, isArray, type Json, type JsonObject, objectOf, textOf } from '../../../generator/json/json.ts';
import { isRecord } from '../../../generator/json/json-schema.ts';
import { stableJson } from '../../../generator/json/stable-json.ts';

const root = new URL('../../../', import.meta.url);
const material = new URL('../shared/', root);
const specs = new URL('specs/', material);
const present = existsSync(specs);
if (!present) console.warn(`SKIPPED: ${specs.pathname} is absent, so the official descriptions are not imported here`);

async function readJson(url: URL): Promise<JsonObject> {
  return objectOf(JSON.parse(await readFile(url, 'utf8')));
}
async function importOf(version: string): Promise<JsonObject> {
  return importDescription(await readFile(new URL(`intercom-${version}.yaml`, specs), 'utf8'), version).contract;
}
const imported = new Map<string, Promise<JsonObject>>();
function contractOf(version: string): Promise<JsonObject> {
  const contract = imported.get(version) ?? importOf(version);
  imported.set(version, contract);
  return contract;
}
function searchOf(contract: JsonObject, resource: string): JsonObject {
  return objectOf(objectOf(objectOf(objectOf(contract.paths)[`/${resource}/search`]).post)['x-search']);
}

/** The types of the reference list as they are written in a contract. */
function typeOf(written: string): Json {
  const words = written.replace(/ \(.*?\)/g, '').split(' or ');
  const types = words.map((word) => (word === 'Float' ? 'number' : word.toLowerCase()));
  return types.length > 1 ? types : (types[0] ?? '');
}

describe.skipIf(!present)('the official descriptions', () => {
  test.each(['2.14', '2.15', '2.16'])('%s imports to the same bytes each time', async (version) => {
    const contract = await contractOf(version);
    expect(objectOf(contract.info).version).toBe(version);
    expect(stableJson(await importOf(version))).toBe(stableJson(contract));
    expect(forbidden(contract)).toEqual([]);
  });

  test.each(
    ['2.15', '2.16'].flatMap((version) =>
      ['contacts', 'conversations', 'tickets'].map((name) => [version, name] as const),
    ),
  )('%s: every search field of %s', async (version, resource) => {
    const reference = await readJson(new URL('facts/search-fields.json', material));
    const want = arrayOf(objectOf(reference[version])[resource]).map(objectOf);
    const { fields, maxFilters, maxNesting } = searchOf(await contractOf(version), resource);
    const got = arrayOf(fields).map(objectOf);
    expect(got.map(({ name, type, operators }) => ({ name, type, operators }))).toEqual(
      want.map(({ field, type, operators }) => ({ name: field, type: typeOf(textOf(type)), operators })),
    );
    expect(want.length).toBeGreaterThan(10);
    expect([maxFilters, maxNesting]).toEqual([15, 2]);
  });

  test('2.16: the values and the extra operators of search fields', async () => {
    const contract = await contractOf('2.16');
    const field = (resource: string, name: string): JsonObject =>
      objectOf(arrayOf(searchOf(contract, resource).fields).find((entry) => objectOf(entry).name === name));
    expect(field('contacts', 'role').values).toEqual(['user', 'lead']);
    expect(field('conversations', 'source.type').values).toHaveLength(10);
    expect(field('tickets', 'category').values).toEqual(['request', 'task', 'tracker']);
    expect(field('tickets', 'created_at').extraOperators).toEqual(['<=', '>=']);
    expect(field('contacts', 'custom_attributes.{attribute_name}').prefix).toBe('custom_attributes.');
  });

  test('2.16 is what the committed contract was made of', async () => {
    const committed = await readFile(new URL('specs/intercom/contract.json', root), 'utf8');
    expect(stableJson(await contractOf('2.16'))).toBe(committed);
  });

  test.each([300, 9000, 21_000, 22_500, 30_000, 35_000, 35_603, 35_612])(
    '2.16 cut at line %i is refused',
    async (line) => {
      const text = await readFile(new URL('intercom-2.16.yaml', specs), 'utf8');
      const cut = text
        .split('\n')
        .slice(0, line - 1)
        .join('\n');
      expect(() => importDescription(cut, 'cut')).toThrow(/^SOURCE_(?:TRUNCATED|SYNTAX|NO_PATHS|MALFORMED): cut/);
    },
  );
});

describe('the committed contract', () => {
  test('holds facts only', async () => {
    const contract = await readJson(new URL('specs/intercom/contract.json', root));
    expect(forbidden(contract)).toEqual([]);
    expect(longTexts(contract)).toEqual([]);
  });

  test('agrees with its source.json', async () => {
    const contract = await readJson(new URL('specs/intercom/contract.json', root));
    const source = await readJson(new URL('specs/intercom/source.json', root));
    expect(source).toMatchObject({ apiVersion: objectOf(contract.info).version, licence: { spdx: 'MIT' } });
    expect(objectOf(source.counts).schemas).toBe(Object.keys(objectOf(objectOf(contract.components).schemas)).length);
    expect(textOf(source.upstream)).not.toMatch(/^[/~.]/);
    expect(existsSync(new URL(`specs/intercom/${textOf(objectOf(source.licence).notice)}`, root))).toBe(true);
  });

  test('is the kind of thing that these checks catch', () => {
    const bad = { paths: { '/a': { get: { summary: '', responses: { 200: { description: 'x' } } } } } };
    expect(forbidden(bad)).toEqual(['/paths//a/get/summary', '/paths//a/get/responses/200/description']);
    expect(longTexts({ 'h i j k l': ['b c d e f g'] })).toEqual(['h i j k l', 'b c d e f g']);
  });
});

const prose = new Set(['description', 'title', 'summary', 'example', 'examples', 'externalDocs']);
const own = new Set(['x-search', 'x-page-size', 'x-error-codes']);
/** Objects whose keys are names and no keywords. */
const named = /\/(?:properties|schemas|responses|parameters|requestBodies|securitySchemes|content|mapping|paths)$/;

/** Where keys stand that only prose, examples and foreign extensions have. */
function forbidden(value: Json, path = ''): string[] {
  if (isArray(value)) return value.flatMap((item, index) => forbidden(item, `${path}/${index}`));
  if (!isRecord(value) || path.endsWith('/x-search')) return [];
  const isNamed = named.test(path) && !/\/properties\/properties$/.test(path);
  return Object.entries(value).flatMap(([key, child]) => {
    const allowed =
      isNamed ||
      path === '/info' ||
      (key === 'description' && child === '') ||
      (!prose.has(key) && (!key.startsWith('x-') || own.has(key)));
    return allowed ? forbidden(child, `${path}/${key}`) : [`${path}/${key}`];
  });
}

/** Texts that read like sentences, wherever they are, keys too. */
function longTexts(value: Json): string[] {
  if (isArray(value)) return value.flatMap(longTexts);
  if (isRecord(value)) return Object.entries(value).flatMap(([key, child]) => [...longTexts(key), ...longTexts(child)]);
  return typeof value === 'string' && value.split(/\s+/).length > 4 ? [value] : [];
}
