import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DiagnosticError } from '../../../generator/diagnostics/diagnostics.ts';
import type { Json } from '../../../generator/json/json-schema.ts';
import { load, readOverlays } from '../../../generator/load/load.ts';
import { putRight } from '../../../generator/load/put-right.ts';
import { answer, description } from '../support/fixture.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'load-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Loads a text as a file of the folder; what went wrong as `CODE message`. */
async function loaded(text: string): Promise<{ document?: Json; problems: string[] }> {
  const file = join(folder, 'api.yaml');
  await writeFile(file, text);
  try {
    const { document, diagnostics } = await load(file, text, []);
    const all = [...diagnostics, ...putRight(document).diagnostics];
    return { document, problems: all.map(({ code, message }) => `${code} ${message}`) };
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error;
    return { problems: error.diagnostics.map(({ code, message }) => `${code} ${message.replaceAll(folder, '')}`) };
  }
}

describe('a description that cannot be read', () => {
  test.each<[string, { given: string; want: string }]>([
    [
      'Swagger 1',
      {
        given: 'swagger: "1.2"\npaths: {}',
        want: 'SOURCE_OPENAPI_VERSION /api.yaml is Swagger 1.2; OpenAPI 3.0, 3.1 and 3.2 and Swagger 2.0 are read',
      },
    ],
    [
      'OpenAPI 4',
      {
        given: 'openapi: 4.0.0\npaths: {}',
        want: 'SOURCE_OPENAPI_VERSION /api.yaml is 4.0.0; OpenAPI 3.0, 3.1 and 3.2 and Swagger 2.0 are read',
      },
    ],
    [
      'no version and no path',
      {
        given: 'paths: {}',
        want: 'SOURCE_OPENAPI_VERSION /api.yaml is no version; OpenAPI 3.0, 3.1 and 3.2 and Swagger 2.0 are read',
      },
    ],
    [
      'a web page',
      {
        given: '<!DOCTYPE html><html></html>',
        want: 'SOURCE_IS_HTML /api.yaml is a web page, not an OpenAPI description',
      },
    ],
    ['nothing', { given: ' \n', want: 'SOURCE_EMPTY /api.yaml is empty' }],
    ['a list', { given: '- 1\n- 2\n', want: 'SOURCE_NOT_OBJECT /api.yaml is not an object with keys' }],
  ])('%s', async (_name, { given, want }) => {
    expect((await loaded(given)).problems).toEqual([want]);
  });
});

describe('references', () => {
  const text = (target: string, more: Json = {}): string =>
    JSON.stringify(description({ '/pets': { get: { responses: answer({ $ref: target }) } } }, more));

  test('into the document stay', async () => {
    const components = { schemas: { pet: { type: 'object' } } };
    const { document, problems } = await loaded(text('#/components/schemas/pet', { components }));
    expect(problems).toEqual([]);
    expect(JSON.stringify(document)).toContain('{"$ref":"#/components/schemas/pet"}');
  });

  test('to a file beside it are bundled', async () => {
    await writeFile(join(folder, 'pet.yaml'), 'type: object\nproperties: { name: { type: string } }\n');
    const { document, problems } = await loaded(text('pet.yaml'));
    expect(problems).toEqual([]);
    expect(JSON.stringify(document)).toContain('{"type":"object","properties":{"name":{"type":"string"}}}');
  });

  test('to a file that is not there', async () => {
    const { problems } = await loaded(text('gone.yaml'));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^REFERENCE_UNREADABLE .*gone\.yaml/);
  });

  test('that lead nowhere', async () => {
    const { problems } = await loaded(text('#/components/schemas/gone'));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^REFERENCE_(?:DANGLING|UNREADABLE) .*gone/);
  });

  test('to another host are refused, and nobody is asked', async () => {
    const { problems } = await loaded(text('https://pets.example/pet.json'));
    // A reader that asks would tell of a download that failed.
    expect(problems).toEqual([
      'REFERENCE_UNREADABLE https://pets.example/pet.json cannot be followed: https://pets.example/pet.json: it is on another server than the description, which is not asked',
    ]);
  });
});

describe('overlays of a folder', () => {
  test('in the order in which they apply', async () => {
    await mkdir(join(folder, 'words'));
    for (const file of ['words/b.yaml', 'words/a.yml', 'tools.yaml', 'corrections.yaml', 'aaa.yaml', 'notes.md'])
      await writeFile(join(folder, file), 'overlay: 1.0.0\nactions: []\n');
    const files = (await readOverlays(folder)).map(({ file }) => file);
    expect(files).toEqual(['corrections.yaml', 'tools.yaml', 'aaa.yaml', 'words/a.yml', 'words/b.yaml']);
  });

  test('a broken one is named', async () => {
    await writeFile(join(folder, 'x.yaml'), 'overlay: 1.0.0\nactions: [\n');
    await expect(readOverlays(folder)).rejects.toThrow(/^SOURCE_TRUNCATED: x\.yaml:\d+:\d+: /);
  });

  test('apply to the bundled document', async () => {
    const text = JSON.stringify(description({ '/pets': { get: {} } }));
    const actions = [{ target: "$.paths['/pets'].get", update: { summary: 'List pets' } }];
    const { document } = await load(join(folder, 'api.json'), text, [
      { file: 'w.yaml', content: { overlay: '1.0.0', actions } },
    ]);
    expect(document.paths).toEqual({ '/pets': { get: { summary: 'List pets' } } });
  });
});
