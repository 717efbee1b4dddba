import { describe, expect, test } from 'vitest';
import { checkModules } from '../../../generator/check/check.ts';
import { emitModule } from '../../../generator/emit/modules.ts';
import type { Json } from '../../../generator/json/json-schema.ts';
import { normalize } from '../../../generator/normalize/normalize.ts';
import { describe as describeTools } from '../../../generator/plan/describe.ts';
import { nameOperations } from '../../../generator/plan/name.ts';
import { type PlannedModule, plan } from '../../../generator/plan/plan.ts';
import { body, description } from '../support/fixture.ts';

const planned = (paths: Json): PlannedModule[] => {
  const { api } = normalize(description(paths), 'acme');
  return plan(describeTools(nameOperations(api).api, { expectWords: false }).api);
};
const emitted = (modules: readonly PlannedModule[]) =>
  new Map(modules.map((module) => [`tools/${module.name}.ts`, emitModule(module, { runtime: '../tool.ts' })]));

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
      'export { modules } from "./modules.ts";',
      'export { getCage } from "./tools/cages.ts";',
      'export { createPet, getPet } from "./tools/pets.ts";',
      'export { apiVersion } from "./version.ts";',
    ]);
  });

  test('a syntax error is reported at the operation that it stands in', () => {
    const modules = planned(paths);
    const files = emitted(modules);
    const text = files.get('tools/pets.ts') ?? '';
    const at = text.indexOf("method: 'GET'");
    files.set('tools/pets.ts', `${text.slice(0, at)}method: = 'GET'${text.slice(at + "method: 'GET'".length)}`);
    const { diagnostics } = checkModules(files, modules);
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
});

test('nothing that a description says becomes code', () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what would be evaluated
  const evil = "x', y: (globalThis.hit = 1), z: '`${(globalThis.hit = 1)}` */ globalThis.hit = 1; /*\n\"";
  const modules = planned({
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
        'x-mcp': {
          name: evil,
          class: evil,
          access: evil,
          destructive: evil,
          response: evil,
          pagination: { style: evil, items: evil },
          constants: { a: evil },
        },
      },
    },
  });
  const files = emitted(modules);
  const { diagnostics } = checkModules(files, modules);
  expect(diagnostics).toEqual([]);
  const [text = ''] = files.values();
  // With every string, comment and regular expression taken away, nothing of it is left.
  const code = text
    .replace(/\/\*\*.*?\*\//gs, '')
    .replace(/`(?:\\.|[^`\\])*`|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\\n])*'/gs, '');
  expect(text).toContain('globalThis.hit');
  expect(code).not.toContain('globalThis');
});
