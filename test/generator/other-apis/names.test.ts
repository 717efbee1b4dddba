import { describe, expect, test } from 'vitest';
import { normalize } from '../../../generator/normalize/normalize.ts';
import { nameOperations } from '../../../generator/plan/name.ts';
import { apiOf, description } from '../support/fixture.ts';

function namesOf(operations: readonly string[]): string[] {
  return nameOperations(apiOf(operations)).api.operations.map(({ names }) => names.tool);
}

describe('verbs that other APIs use in their own way', () => {
  test.each<[string, { given: string[]; want: string[] }]>([
    [
      'a POST to one of a collection changes it',
      {
        given: ['POST /pets', 'POST /pets/{id}'],
        want: ['create_a_acme_pet', 'update_a_acme_pet_by_id'],
      },
    ],
    [
      'with an extension',
      {
        given: ['POST /pets.json', 'POST /pets/{id}.json'],
        want: ['create_a_acme_pet', 'update_a_acme_pet_by_id'],
      },
    ],
    [
      'a PUT beside a PATCH replaces',
      {
        given: ['PUT /pets/{id}', 'PATCH /pets/{id}', 'PUT /cages/{id}'],
        want: ['replace_a_acme_pet_by_id', 'update_a_acme_pet_by_id', 'update_a_acme_cage_by_id'],
      },
    ],
    [
      'a path in another script is written in Latin letters',
      { given: ['GET /犬/{id}', 'GET /犬 list'], want: ['get_single_acme_quan_by_id', 'list_all_acme_quan'] },
    ],
    [
      'a path without letters leaves no gaps',
      { given: ['GET /!/{id}', 'GET /! list'], want: ['get_single_acme_by_id', 'list_all_acme'] },
    ],
    [
      'a finder in camelCase',
      { given: ['GET /lookup ownerUuid owner.id'], want: ['get_single_acme_lookup_by_owner_uuid'] },
    ],
    ['camelCase', { given: ['GET /petOwners/{ownerId}'], want: ['get_single_acme_pet_owner_by_id'] }],
  ])('%s', (_name, { given, want }) => {
    expect(namesOf(given).sort()).toEqual([...want].sort());
  });
});

describe('every name can stand where it has to', () => {
  test('a number behind a name of 64 characters stays within them', () => {
    const long = `/${'very-long-name-'.repeat(5)}`;
    const names = namesOf([`GET ${long}/{a}`, `GET ${long}/{b}`, `GET ${long}/{c}`]);
    expect(new Set(names).size).toBe(3);
    for (const name of names) expect(name).toMatch(/^[a-z0-9_]{1,64}$/);
  });

  test('modules are called after the first tag that can be a file name', () => {
    const api = normalize(
      description({
        '/a': { get: { tags: ['!', '3D models'] } },
        '/b': { get: { tags: ['!'], operationId: '!' } },
        '/#x': { get: {} },
      }),
      '!',
    ).api;
    const names = nameOperations(api).api.operations.map((operation) => operation.names);
    expect(names.map(({ module }) => module)).toEqual(['3_d_models', 'b', 'default']);
    for (const { tool, identifier } of names) {
      expect(tool).toMatch(/^[a-z0-9_]{1,64}$/);
      expect(identifier).toMatch(/^[a-zA-Z_]\w*$/);
    }
  });
});
