import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { checkModules } from '../../../generator/check/check-modules.ts';
import { checkTypes } from '../../../generator/check/check-types.ts';
import { emitTools } from '../../../generator/emit/tools.ts';
import { emitTypes } from '../../../generator/emit/types.ts';
import type { Json } from '../../../generator/json/json-schema.ts';
import { lookupIn } from '../../../generator/json/lookup.ts';
import { normalize } from '../../../generator/normalize/normalize.ts';
import { describe as describeTools } from '../../../generator/plan/describe.ts';
import { nameOperations } from '../../../generator/plan/name.ts';
import { type PlannedModule, plan } from '../../../generator/plan/plan.ts';
import { body, description } from '../support/fixture.ts';

function planned(paths: Json): PlannedModule[] {
  const { api } = normalize(description(paths), 'acme');
  return plan(describeTools(nameOperations(api).api, { expectWords: false }).api);
}
const place = {
  out: fileURLToPath(new URL('../../../generated/acme', import.meta.url)),
  runtime: '../../../runtime/tool/index.ts',
};
function emitted(modules: readonly PlannedModule[], { runtime } = place) {
  return emitTools(modules, { runtime, lookup: lookupIn({}), timeKeys: new Set() }).files;
}

const paths = {
  '/pets': { get: { operationId: 'listPets', tags: ['Pets'] }, post: { operationId: 'addPet', tags: ['Pets'] } },
  '/cages': { get: { operationId: 'listCages', tags: ['Cages'] } },
};

describe('the emitted files as one program', () => {
  test('the barrel names every export', () => {
    const modules = planned(paths);
    const { barrel, diagnostics } = checkModules(emitted(modules), modules);
    expect(diagnostics).toEqual([]);
    expect(barrel.split('\n').slice(1).filter(Boolean)).toEqual([
      'export type { GetCageInput } from "./inputs/cages.ts";',
      'export type { CreatePetInput, GetPetInput } from "./inputs/pets.ts";',
      'export { getCage } from "./tools/cages.ts";',
      'export { createPet, getPet } from "./tools/pets.ts";',
    ]);
  });

  test('a syntax error is reported at the operation that it stands in', () => {
    const modules = planned(paths);
    const files = emitted(modules);
    const text = files.get('tools/pets.ts') ?? '';
    const at = text.indexOf("method: 'GET'");
    files.set('tools/pets.ts', `${text.slice(0, at)}method: = 'GET'${text.slice(at + "method: 'GET'".length)}`);
    const diagnostics = checkTypes(files, modules, place);
    expect(diagnostics.length).toBeGreaterThan(0);
    expect(diagnostics[0]).toMatchObject({ code: 'EMITTED_SYNTAX', severity: 'error', pointer: '/paths/~1pets/get' });
    expect(diagnostics[0]?.message).toMatch(/^tools\/pets\.ts:\d+: Expression expected\.$/);
  });

  test('an export that exists twice is reported with both files', () => {
    const modules = planned(paths);
    const files = emitted(modules);
    files.set('tools/pets.ts', (files.get('tools/pets.ts') ?? '').replace('const getPet:', 'const getCage:'));
    const { diagnostics } = checkModules(files, modules);
    expect(diagnostics).toMatchObject([
      {
        code: 'EMITTED_TWICE',
        severity: 'error',
        message: 'getCage is exported by tools/cages.ts and tools/pets.ts',
      },
    ]);
  });

  test.each<[string, { given: [string, string]; want: RegExp }]>([
    [
      'a name that is not there',
      { given: ['path: "/pets"', 'path: pets'], want: /^tools\/pets\.ts:\d+: Cannot find name 'pets'/ },
    ],
    ['a property that no tool has', { given: ["method: 'GET'", "verb: 'GET'"], want: /'verb' does not exist in type/ }],
    [
      'a value of another kind',
      { given: ["method: 'GET'", "method: 'FETCH'"], want: /'"FETCH"' is not assignable to type '.*"POST"/ },
    ],
    [
      'an argument that the input lacks',
      { given: ['(query) =>', '({ id, ...query }) =>'], want: /Property 'id' does not exist/ },
    ],
    ['a method of another library', { given: ['z.string()', 'z.ip()'], want: /'ip' does not exist/ }],
  ])('a type error is reported at its operation: %s', (_name, { given: [text, other], want }) => {
    const get = { tags: ['Pets'], parameters: [{ name: 'name', in: 'query', schema: { type: 'string' } }] };
    const modules = planned({ '/pets': { get, post: { tags: ['Pets'] } } });
    const files = emitted(modules);
    const before = files.get('tools/pets.ts') ?? '';
    const at = before.indexOf('const getPet');
    files.set('tools/pets.ts', before.slice(0, at) + before.slice(at).replace(text, other));
    expect(files.get('tools/pets.ts')).not.toBe(before);
    const diagnostics = checkTypes(files, modules, place);
    expect(diagnostics[0]).toMatchObject({ code: 'EMITTED_TYPE', severity: 'error', pointer: '/paths/~1pets/get' });
    expect(diagnostics[0]?.message).toMatch(want);
  });

  test('a runtime that is not there is said, and the modules are checked against our own', () => {
    const modules = planned(paths);
    const elsewhere = { out: '/nowhere/generated/acme', runtime: 'no-such-toolkit/tool' };
    const files = emitted(modules, elsewhere);
    expect(checkTypes(files, modules, elsewhere)).toMatchObject(
      [{ code: 'RUNTIME_UNRESOLVED', severity: 'warning', message: /no-such-toolkit\/tool.*\/nowhere/ }].map((one) => ({
        ...one,
        message: expect.stringMatching(one.message),
      })),
    );
    files.set('tools/pets.ts', (files.get('tools/pets.ts') ?? '').replace("method: 'GET'", "verb: 'GET'"));
    expect(checkTypes(files, modules, elsewhere).map(({ code }) => code)).toContain('EMITTED_TYPE');
  });
});

test('nothing that a description says becomes code', async () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what would be evaluated
  const evil = "x', y: (globalThis.hit = 1), z: '`${(globalThis.hit = 1)}` */ globalThis.hit = 1; /*\n\"";
  const paths = {
    [`/pets/\`+(globalThis.hit=1)+\`/{id}/${evil.replaceAll('/', '')}`]: {
      post: {
        operationId: evil,
        tags: [evil],
        summary: evil,
        description: evil,
        parameters: [
          { name: evil, in: 'query', schema: { type: 'string', enum: [evil], description: evil } },
          { name: evil, in: 'header', schema: { type: 'string' } },
        ],
        requestBody: body({ type: 'object', properties: { a: { type: 'string', enum: [evil] } }, required: ['a'] }),
        responses: { '200': { content: { [`application/json; ${evil}`]: { schema: {} } } } },
        'x-mcp': { constants: { [evil]: evil }, rename: { a: evil }, hide: [evil], fields: { a: evil } },
      },
    },
  };
  const modules = planned(paths);
  const files = emitted(modules);
  files.set('types/schema.d.ts', emitTypes(description(paths)).text);
  const { diagnostics } = checkModules(files, modules);
  expect([...diagnostics, ...checkTypes(files, modules, place)]).toEqual([]);
  const [text = ''] = files.values();
  // With every string, comment and regular expression taken away, nothing of it is left.
  const code = text
    .replace(/\/\*\*.*?\*\//gs, '')
    .replace(/`(?:\\.|[^`\\])*`|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\\n])*'/gs, '');
  expect(text).toContain('globalThis.hit');
  expect(code).not.toContain('globalThis');
});
