import { describe, expect, test } from 'vitest';
import { apiName } from '../../../runtime/catalog/api-name.ts';
import { createApi } from '../../../runtime/catalog/create-api.ts';
import type { GeneratedParts } from '../../../runtime/catalog/generated-parts.ts';
import { ConfigError } from '../../../runtime/value/errors.ts';

const parts: GeneratedParts = {
  form: 1,
  id: 'pets',
  title: 'Pets API v2.1',
  apiVersion: '2.1',
  entries: [{ name: 'list_all_pets_pets', module: 'pets', description: 'List pets.', inputSchema: { type: 'object' } }],
  catalogDigest: 'sha256-0',
  modules: { pets: async () => ({ listPets: { name: 'list_all_pets_pets' } }) },
  groups: {},
  timeKeys: ['seen_at'],
  answerTypes: async () => ({ types: {}, answers: {} }),
  connection: { addresses: { live: 'https://pets.example' }, defaultRegion: 'live', authentication: 'none' },
};

describe('an API of generated parts', () => {
  test('is called by its title, shows times as declared, and loads its tools', async () => {
    const api = createApi(parts);
    expect(api.profile).toEqual({
      id: 'pets',
      name: 'Pets',
      connection: parts.connection,
      timeKeys: new Set(['seen_at']),
    });
    expect(api.apiVersion).toBe('2.1');
    expect((await api.loadTool('list_all_pets_pets'))?.name).toBe('list_all_pets_pets');
    expect(await api.loadTool('list_all_pets_owners')).toBeUndefined();
  });

  test('is what a profile says of it, and else what the description does', () => {
    const { profile } = createApi(parts, { name: 'Pet House', website: 'https://pets.example' });
    expect(profile).toMatchObject({ id: 'pets', name: 'Pet House', website: 'https://pets.example' });
    expect(profile.connection).toBe(parts.connection);
  });

  test.each<[string, Partial<GeneratedParts>]>([
    ['a form that another generator wrote', { form: 2 }],
    ['entries that are no list', { entries: {} }],
    ['entries that are no tools', { entries: [null] }],
    ['entries without a module', { entries: [{ name: 'list_all_pets_pets' }] }],
  ])('refuses %s, and says to generate again', (_, wrong) => {
    const make = () => createApi({ ...parts, ...wrong });
    expect(make).toThrow(ConfigError);
    expect(make).toThrow(/Pets API/);
  });
});

describe('the name of an API', () => {
  test.each([
    ['Pets API', 'Pets'],
    ['Swagger Petstore - OpenAPI 3.0', 'Swagger Petstore'],
    ['Front Core API v1.0.0', 'Front Core'],
    ['GitHub v3 REST API', 'GitHub'],
    ['Acme Public API Reference (v2)', 'Acme'],
    ['The API of pets', 'The API of pets'],
    ['API', 'acme'],
    ['   ', 'acme'],
    ['Ünïcode Dienst API', 'Ünïcode Dienst'],
    ['one two three four five six seven eight nine ten', 'one two three four five six seven eight'],
  ])('of the title %j is %j', (title, name) => {
    expect(apiName(title, 'acme')).toBe(name);
  });

  test('costs time by the length of a title alone', () => {
    const title = `Pets ${'('.repeat(50_000)}${' v1'.repeat(50_000)}`;
    expect(apiName(title, 'acme').length).toBeLessThan(title.length);
  });
});
