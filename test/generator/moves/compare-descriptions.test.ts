import { describe, expect, test } from 'vitest';
import { valueAt } from '../../../generator/json/json-pointer.ts';
import { isRecord, type Json } from '../../../generator/json/json-schema.ts';
import { compareDescriptions } from '../../../generator/moves/compare-descriptions.ts';
import { actions, overlays, shop } from './support/shop.ts';

/** The comparison of the shop with a changed one. */
async function compared(edit: (shop: Shop) => void, { version = '1', files = overlays() } = {}) {
  const [before, after] = [shop(), shop()];
  edit(after);
  after.info.version = version;
  const comparison = await compareDescriptions({ before, after, overlays: files, name: 'acme' });
  for (const { pointer } of comparison.report.changes)
    expect(valueAt(after, pointer) ?? valueAt(before, pointer), pointer).toBeDefined();
  const { todos, changes } = comparison.report;
  return {
    ...comparison,
    todos: todos.map(({ action, suggestion, certain }) => [action, suggestion, certain]),
    messages: todos.map(({ message }) => message),
    kinds: changes.map(({ kind, tool, place }) => [kind, tool, place].filter(Boolean).join(' ')),
  };
}
type Shop = ReturnType<typeof shop>;

function move(paths: Record<string, Json>, from: [string, string], to: [string, string]): void {
  const item = paths[from[0]] ?? {};
  const operation = item[from[1]];
  delete item[from[1]];
  paths[to[0]] = { ...paths[to[0]], [to[1]]: operation };
}

test('a description that is the same changes nothing, and there is nothing to do', async () => {
  const { report } = await compared(() => {});
  expect(report).toMatchObject({ release: 'none', changes: [], todos: [] });
});

test('path parameters by other names change nothing, and pointers lead to what is upstream', async () => {
  const { report } = await compared(({ paths }) => {
    move(paths, ['/pets/{pet_id}', 'get'], ['/pets/{id}', 'get']);
    move(paths, ['/pets/{pet_id}', 'put'], ['/pets/{id}', 'put']);
    delete paths['/pets/{pet_id}'];
    const get = paths['/pets/{id}']?.get as Json;
    get.parameters = [
      { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
      { name: 'full', in: 'query', schema: { type: 'boolean' } },
    ];
    const put = paths['/pets/{id}']?.put as Json;
    put.parameters = [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }];
  });
  // The new argument alone has no words.
  expect(report.todos.map(({ message }) => message)).toEqual([expect.stringContaining('no words for pet_id, full')]);
  expect(report.changes).toMatchObject([
    {
      kind: 'argument added',
      operation: 'GET /pets/{pet_id}',
      place: 'full',
      pointer: '/paths/~1pets~1{id}/get/parameters/1',
    },
  ]);
});

describe('what is certain is followed', () => {
  test('an operation that moved keeps its tool, its arguments and its words', async () => {
    const { report, kinds, todos, moved, kept } = await compared(({ paths }) => {
      move(paths, ['/pets/{pet_id}', 'put'], ['/animals/{id}', 'put']);
      const put = paths['/animals/{id}']?.put as Json;
      put.parameters = [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }];
    });
    expect(kinds).toContain('operation moved update_a_acme_pet_by_id');
    expect(report.counts).toMatchObject({ 'breaking for models': 0 });
    expect(todos).toEqual([
      ['tools.yaml#/actions/1', "$.paths['/animals/{id}'].put", true],
      [
        undefined,
        "$.paths['/animals/{id}'].put gets x-mcp { name: update_a_acme_pet_by_id, export: updatePet, rename: { id: pet_id } }",
        true,
      ],
    ]);
    expect(moved).toHaveLength(1);
    expect(kept).toMatchObject([{ tool: 'update_a_acme_pet_by_id' }]);
  });

  test('a method that changed', async () => {
    const { kinds, todos, kept } = await compared(({ paths }) =>
      move(paths, ['/pets/{pet_id}', 'put'], ['/pets/{pet_id}', 'patch']),
    );
    expect(kinds).toContain('operation moved update_a_acme_pet_by_id');
    expect(todos).toEqual([['tools.yaml#/actions/1', "$.paths['/pets/{pet_id}'].patch", true]]);
    expect(kept).toEqual([]);
  });

  test('one path of a list, and a schema by another name', async () => {
    const { todos, messages, report } = await compared((document) => {
      move(document.paths, ['/toys', 'get'], ['/things', 'get']);
      const text = JSON.stringify(document.components).replaceAll('schemas/toy_list"', 'schemas/thing_list"');
      document.components = JSON.parse(text.replace('"toy_list":', '"thing_list":'));
      document.paths = JSON.parse(
        JSON.stringify(document.paths).replaceAll('schemas/toy_list"', 'schemas/thing_list"'),
      );
    });
    expect(todos.slice(0, 2)).toEqual([
      ['tools.yaml#/actions/2', `$["paths"]["/things",'/pets'].get`, true],
      ['tools.yaml#/actions/3', '$.components.schemas.thing_list.properties.data', true],
    ]);
    expect(messages[1]).toBe(
      'the schema toy_list is called thing_list now, and the target $.components.schemas.toy_list.properties.data follows',
    );
    expect(report.counts['breaking for models']).toBe(0);
  });
});

describe('what does not fit is something to do, and the report is whole all the same', () => {
  test.each<[string, { edit: (shop: Shop) => void; todo: unknown[]; kind: string; message?: RegExp }]>([
    [
      'an operation that is gone',
      {
        edit: ({ paths }) => delete paths['/pets/{pet_id}']?.put,
        todo: ['tools.yaml#/actions/1', undefined, false],
        kind: 'tool removed update_a_acme_pet_by_id',
        message: /^the operation PUT \/pets\/\{pet_id\} is gone; delete the action$/,
      },
    ],
    [
      'an operation that may have moved',
      {
        edit: ({ paths }) => {
          move(paths, ['/pets/{pet_id}', 'put'], ['/pets/{pet_id}/name', 'put']);
          (paths['/pets/{pet_id}/name']?.put as Json).operationId = 'renamePet';
        },
        todo: ['tools.yaml#/actions/1', "$.paths['/pets/{pet_id}/name'].put", false],
        kind: 'tool removed update_a_acme_pet_by_id',
      },
    ],
    [
      'a parameter by another name',
      {
        edit: ({ paths }) => {
          const parameter = valueAt(paths, '/~1pets/get/parameters/0');
          if (isRecord(parameter)) parameter.name = 'sorting';
        },
        todo: ['tools.yaml#/actions/4', "$.paths['/pets'].get.parameters[?@.name == 'sorting'].schema", false],
        kind: 'argument removed list_all_acme_pets sort',
      },
    ],
    [
      'a property by another name',
      {
        edit: ({ components }) => {
          const { properties } = components.schemas.pet;
          components.schemas.pet.properties = { ...properties, born_on: properties.born_at ?? {} };
          delete components.schemas.pet.properties.born_at;
        },
        todo: ['tools.yaml#/actions/5', '$.components.schemas.pet.properties.born_on', false],
        kind: 'argument removed update_a_acme_pet_by_id born_at',
      },
    ],
    [
      'a list that is an object now, by which a tool pages',
      {
        edit: ({ components }) => {
          components.schemas.toy_list.properties.data = { type: 'object' };
        },
        todo: ['tools.yaml#/actions/2', undefined, false],
        kind: 'answer list list_all_acme_toys data',
        message: /declares no list at data/,
      },
    ],
    [
      'a largest page that is another',
      {
        edit: ({ paths }) => {
          const size = valueAt(paths, '/~1pets/get/parameters/1/schema');
          if (isRecord(size)) size.maximum = 60;
        },
        todo: ['tools.yaml#/actions/2', undefined, false],
        kind: '',
        message: /it declares 60 as the largest page, not 50/,
      },
    ],
  ])('%s', async (_, { edit, todo, kind, message = /./ }) => {
    const { todos, kinds, messages } = await compared(edit);
    expect(todos).toContainEqual(todo);
    expect(messages.join('\n')).toMatch(message);
    expect(kinds.join('\n')).toContain(kind);
  });

  test('an action that is none, and one that matches nothing at all', async () => {
    const files = overlays([
      { target: 'no path', update: {} },
      { target: '$.nothing', update: {} },
    ]);
    const { todos } = await compared(() => {}, { files });
    expect(todos).toEqual([
      ['tools.yaml#/actions/1', undefined, false],
      ['tools.yaml#/actions/0', undefined, false],
    ]);
  });

  test('what no tools can be made of is refused', async () => {
    const empty = compared(({ paths }) => {
      for (const path of Object.keys(paths)) paths[path] = {};
    });
    await expect(empty).rejects.toThrow('NO_OPERATIONS');
  });
});

test('overlays for another version: only what they fitted before is something to do', async () => {
  const never = { target: "$.paths['/never'].get", update: {} };
  const files = overlays([...actions, never]);
  const { todos } = await compared(({ paths }) => delete paths['/pets/{pet_id}']?.put, { version: '2', files });
  expect(todos).toEqual([['tools.yaml#/actions/1', undefined, false]]);
  const first = await compareDescriptions({ before: undefined, after: shop(), overlays: files, name: 'acme' });
  expect(first.report.todos.map(({ action }) => action)).toEqual([`tools.yaml#/actions/${actions.length}`]);
  expect(first.report).toMatchObject({ from: undefined, changes: [] });
});

test('with overlays of words, what is new and has none is something to do, once for each operation', async () => {
  const words = { overlay: '1.0.0', info: { title: 'Words', version: '1.0.0' }, actions: [] };
  const files = [...overlays(), { file: 'words/pets.yaml', content: words }];
  const { messages } = await compared(
    ({ paths }) => {
      move(paths, ['/toys', 'get'], ['/things', 'get']);
      paths['/vets'] = {
        get: {
          operationId: 'listVets',
          parameters: [{ name: 'town', in: 'query', schema: { type: 'string' } }],
          responses: { 200: { description: '' } },
        },
      };
    },
    { files },
  );
  expect(messages.filter((message) => message.includes('no words'))).toEqual([
    expect.stringMatching(
      /^\w+ has no title, and no description, and no words for town of ours: .*intercom-mcp words --write/,
    ),
  ]);
});
