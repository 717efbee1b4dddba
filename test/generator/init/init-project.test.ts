import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { DiagnosticError } from '../../../generator/diagnostics/diagnostics.ts';
import { initProject } from '../../../generator/init-project.ts';
import type { Json } from '../../../generator/json/json-schema.ts';
import { description, operation } from '../any-api/support/describe.ts';
import { root } from '../other-apis/support/fixture.ts';

const place = join(root, randomUUID());
beforeAll(() => mkdir(place, { recursive: true }));
afterAll(() => rm(place, { recursive: true, force: true }));

async function specOf(document: Json | string, name = 'acme.json'): Promise<string> {
  const file = join(place, `${randomUUID()}-${name}`);
  await writeFile(file, typeof document === 'string' ? document : JSON.stringify(document));
  return file;
}

const newFolder = (): string => join(place, randomUUID());

describe('a project', () => {
  test('has all that is needed to go on, and says what a person has to set', async () => {
    const folder = newFolder();
    const security = { k: { type: 'apiKey', in: 'header', name: 'X-Key' } };
    const document = operation(
      'get',
      '/things',
      {},
      { security: [{ k: [] }], components: { securitySchemes: security } },
    );
    const report = await initProject({ spec: await specOf(document), folder });
    expect(report).toMatchObject({ name: 'acme', title: 'Acme', folder, tools: 1, variables: ['ACME_API_KEY'] });
    for (const file of report.files) expect(await readFile(join(folder, file), 'utf8')).not.toBe('');
    expect(report.files).toEqual([...report.files].sort());
    expect(report.files).toContain('overlays/words.yaml');
    const readme = await readFile(join(folder, 'README.md'), 'utf8');
    expect(readme).toContain('`ACME_API_KEY`');
    expect(readme).toContain(report.example);
    expect(await readdir(join(folder, 'generated/acme'))).toContain('api.ts');
    // Told, and not once more: it would hide another header of a later description.
    const connection = await readFile(join(folder, 'overlays/connection.yaml'), 'utf8');
    expect(connection).toContain('# credential k: {"type":"apiKey","in":"header","name":"X-Key"}\n');
    expect(parse(connection).actions).toEqual([
      {
        target: '$',
        update: { 'x-mcp': { environment: { ACME_API_KEY: 'ACME_API_KEY', ACME_BASE_URL: 'ACME_BASE_URL' } } },
      },
    ]);
    // Nothing is left of where it was made.
    expect((await readdir(place)).filter((entry) => entry.endsWith('.tmp'))).toEqual([]);
  });

  test.each([
    ['Acme Helpdesk API (v2)', 'acme_helpdesk'],
    ['The Open API of Swagger Petstore', 'of_petstore'],
    ['3Scale', 'scale'],
    ['', 'api'],
    ['!!!', 'api'],
    ['An extraordinarily long title of an interface', 'an_extraordinarily'],
  ])('of %j is called %s', async (title, name) => {
    const document = { ...operation('get', '/things'), info: { title, version: '1' } };
    expect((await initProject({ spec: await specOf(document), folder: newFolder() })).name).toBe(name);
  });

  test('is generated from overlays that change nothing until somebody changes them', async () => {
    const folder = newFolder();
    const paths = {
      '/pets': { get: { summary: "List the shop's pets", responses: {} } },
      "/it's/{a}": { get: { responses: {} } },
    };
    await initProject({ spec: await specOf(description(paths)), folder, name: 'shop' });
    const words = await readFile(join(folder, 'overlays/words.yaml'), 'utf8');
    expect(words).toContain("List the shop's pets");
    const catalog: { title: string }[] = JSON.parse(
      await readFile(join(folder, 'generated/shop/catalog.json'), 'utf8'),
    );
    expect(catalog.map(({ title }) => title)).toContain("List the shop's pets");
  });

  test('keeps no copy of a description whose parts are in other files', async () => {
    const folder = newFolder();
    await writeFile(
      join(place, 'parts.json'),
      JSON.stringify({ Thing: { type: 'object', properties: { a: { type: 'string' } } } }),
    );
    const body = { content: { 'application/json': { schema: { $ref: './parts.json#/Thing' } } } };
    const spec = await specOf(operation('post', '/things', { requestBody: body }));
    const report = await initProject({ spec, folder });
    expect(report.files.filter((file) => file.startsWith('specs/'))).toEqual([]);
    const config = await readFile(join(folder, 'intercom-mcp.config.ts'), 'utf8');
    expect(config).toMatch(/spec: '\.\.\/.*acme\.json'/);
    const catalog = await readFile(join(folder, 'generated/acme/catalog.json'), 'utf8');
    expect(catalog).toContain('"a":{"type":"string"');
  });

  test('of a title that means to be code is a comment and a text all the same', async () => {
    const folder = newFolder();
    const document = {
      ...operation('get', '/things'),
      info: { title: "*/ '; process.exit(1) //\n# <b>", version: '1' },
    };
    await initProject({ spec: await specOf(document, "it's.json"), folder });
    const config = await readFile(join(folder, 'intercom-mcp.config.ts'), 'utf8');
    expect(config).not.toContain('process.exit(1)');
    expect(await readFile(join(folder, 'README.md'), 'utf8')).not.toContain('<b>');
  });
});

test('of two runs at once into one folder one makes the project, and the other says that it is there', async () => {
  const folder = newFolder();
  const spec = await specOf(operation('get', '/things'));
  const runs = await Promise.allSettled([initProject({ spec, folder }), initProject({ spec, folder })]);
  expect(runs.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  const [refused] = runs.flatMap((run) => (run.status === 'rejected' ? [String(run.reason)] : []));
  expect(refused).toContain('PROJECT_FOLDER_TAKEN');
  expect(await readdir(join(folder, 'generated/acme'))).toContain('api.ts');
});

test('a folder that has only a repository becomes the project', async () => {
  const folder = newFolder();
  await mkdir(join(folder, '.git'), { recursive: true });
  const report = await initProject({ spec: await specOf(operation('get', '/things')), folder });
  expect(await readdir(folder)).toEqual(expect.arrayContaining(['.git', 'generated', 'package.json']));
  expect(report.tools).toBe(1);
});

describe('nothing is written', () => {
  test('where something is already', async () => {
    const folder = newFolder();
    await mkdir(folder);
    await writeFile(join(folder, 'notes.txt'), 'mine');
    const made = initProject({ spec: await specOf(operation('get', '/things')), folder });
    await expect(made).rejects.toThrow(/PROJECT_FOLDER_TAKEN: there is something in .* already: notes\.txt/);
    expect(await readdir(folder)).toEqual(['notes.txt']);
  });

  test('of a description that cannot be read', async () => {
    const folder = newFolder();
    const made = initProject({ spec: await specOf('openapi: 3.0.3\npaths: {}\n', 'empty.yaml'), folder });
    await expect(made).rejects.toBeInstanceOf(DiagnosticError);
    await expect(readdir(folder)).rejects.toThrow('ENOENT');
  });

  test('over a file in place of the folder', async () => {
    const file = await specOf('mine', 'file.txt');
    const made = initProject({ spec: await specOf(operation('get', '/things')), folder: file });
    await expect(made).rejects.toThrow(/PROJECT_FOLDER_TAKEN/);
    expect(await readFile(file, 'utf8')).toBe('mine');
  });
});
