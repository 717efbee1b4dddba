import { stripTypeScriptTypes } from 'node:module';
import { expect, test } from 'vitest';
import { argumentsText, callText, programText, setupOf } from '../../../../dashboard/pages/catalog/snippets.ts';
import { catalog } from '../../../../intercom/catalog.ts';
import { pageOfTool } from '../../../../intercom/reference.ts';

const tool = {
  name: 'create_a_pets_pet',
  example: { arguments: { name: 'Bo', 'odd key': [1, { deep: null }], none: [], empty: {} } },
  import: { module: './tools/pets.ts', export: 'createPet', line: "import { createPet } from './tools/pets.ts'" },
  pages: false,
};

test('a program has the example as somebody would write it', () => {
  expect(programText(tool, { imports: ["import { client } from './client.ts';"], client: [] })).toBe(
    [
      "import { client } from './client.ts';",
      "import { createPet } from './tools/pets.ts';",
      '',
      'const answer = await client.call(createPet, {',
      '  name: "Bo",',
      '  "odd key": [',
      '    1,',
      '    {',
      '      deep: null,',
      '    },',
      '  ],',
      '  none: [],',
      '  empty: {},',
      '});',
    ].join('\n'),
  );
});

test('the arguments and the call are JSON of the same example', () => {
  expect(JSON.parse(argumentsText(tool))).toEqual(tool.example.arguments);
  const { method, params } = JSON.parse(callText(tool));
  expect({ method, params }).toEqual({
    method: 'tools/call',
    params: { name: tool.name, arguments: tool.example.arguments },
  });
});

test("programs of all of Intercom's tools can be parsed", async () => {
  const pages = await Promise.all(catalog.map(({ name }) => pageOfTool(name)));
  const wrong = pages.flatMap((page) => {
    if (page === undefined) return ['no page'];
    const text = programText({ ...page, example: { arguments: { ...page.example.arguments } } }, setupOf('intercom'));
    try {
      return stripTypeScriptTypes(text) === text ? [] : [page.name];
    } catch (error) {
      return [`${page.name}: ${error}`];
    }
  });
  expect(wrong).toEqual([]);
});
