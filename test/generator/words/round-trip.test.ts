import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { planDescription } from '../../../generator/build/plan-description.ts';
import type { Json } from '../../../generator/json/json-schema.ts';
import { inspectWords } from '../../../generator/words/inspect-words.ts';
import { wordsTodos } from '../../../generator/words/words-todos.ts';
import { writeStubs } from '../../../generator/words/write-stubs.ts';
import { answer, body, description } from '../support/fixture.ts';
import { paths, petsFolder } from './support/pets.ts';

/** What a next version could have: a resource that is new, and an argument of a tool that has words. */
const folders: Json = {
  '/folders': {
    post: {
      tags: ['Folders'],
      requestBody: body({
        properties: { name: { type: 'string' }, colour: { enum: ['red', 'blue'] } },
        required: ['name'],
      }),
      responses: answer({ type: 'object', properties: { id: {}, name: {} } }),
    },
    get: { tags: ['Folders'], responses: answer({ type: 'array', items: { properties: { id: {}, name: {} } } }) },
  },
  '/pets/{pet_id}/pin': {
    post: {
      tags: ['Pets'],
      responses: answer({ type: 'object', properties: { id: {} } }),
    },
  },
};

describe('from an operation without words to words', () => {
  let api: Awaited<ReturnType<typeof petsFolder>>;
  let options: typeof api.options;
  const file = (name: string): string => join(options.overlays, 'words', name);
  const warnings = async () =>
    (await planDescription({ ...options, expectWords: true })).diagnostics
      .filter(({ code }) => /WORDS_MISSING/.test(code))
      .map(({ message }) => message);

  beforeAll(async () => {
    api = await petsFolder();
    ({ options } = api);
    await writeFile(options.spec, JSON.stringify(description({ ...paths, ...folders })));
  });
  afterAll(() => api[Symbol.asyncDispose]());

  test('it is listed with its facts, and models read those', async () => {
    const { wordless } = await inspectWords(options);
    expect(wordless.map(({ tool, lacks }) => [tool, lacks])).toEqual([
      ['create_a_acme_folder', { title: true, description: true, arguments: ['name', 'colour'] }],
      ['list_all_acme_folders', { title: true, description: true, arguments: [] }],
      ['acme_pets_pin', { title: true, description: true, arguments: ['pet_id'] }],
    ]);
    const [create] = wordless;
    expect(create).toMatchObject({
      operation: 'POST /folders',
      class: 'create',
      title: 'Create a folder',
      description: 'Create a folder. Needs name. Returns id and name.',
      arguments: [
        { name: 'name', type: 'string', required: true },
        { name: 'colour', type: 'one of red, blue', required: false },
      ],
      answer: ['id', 'name'],
      neighbours: [{ tool: 'list_all_acme_folders', title: 'List folders' }],
    });
    expect(create?.tokens).toBeGreaterThan(50);
  });

  test('a stub is written once, and changes nothing that stands there', async () => {
    const before = await readFile(file('pets.yaml'), 'utf8');
    const written = await writeStubs(options);
    expect(written.map(({ file: path, tools }) => [path, tools])).toEqual([
      [file('folders.yaml'), ['create_a_acme_folder', 'list_all_acme_folders']],
      [file('pets.yaml'), ['acme_pets_pin']],
    ]);
    const after = await readFile(file('pets.yaml'), 'utf8');
    expect(after.startsWith(before)).toBe(true);
    expect(after.slice(before.length)).toMatch(
      /^ {2}# acme_pets_pin: POST .*\n(?: {2}#.*\n)+ {2}- target: .*pin'\]\.post\n {4}update:\n {6}summary: TODO\n {6}description: TODO\n {6}x-mcp:\n {8}fields:\n {10}pet_id: TODO\n$/,
    );
    const { actions, ...head } = parse(await readFile(file('folders.yaml'), 'utf8'));
    expect(head).toEqual({
      overlay: '1.0.0',
      info: { title: 'Words: folders', version: '1.0.0' },
      'x-api-version': '1',
    });
    expect(actions[0]).toEqual({
      target: "$.paths['/folders'].post",
      update: { summary: 'TODO', description: 'TODO', 'x-mcp': { fields: { name: 'TODO', colour: 'TODO' } } },
    });
    expect(await writeStubs(options)).toEqual([]);
  });

  test('as long as it is a stub, the generator warns, the report has a to-do, and the rules refuse it', async () => {
    const { api, diagnostics } = await planDescription({ ...options, expectWords: true });
    expect(diagnostics.map(({ code }) => code)).toContain('WORDS_MISSING');
    expect(wordsTodos(api.operations).map(({ message }) => message.split(' of ours')[0])).toEqual([
      'list_all_acme_folders has no title, and no description',
      'create_a_acme_folder has no title, and no description, and no words for name, colour',
      'acme_pets_pin has no title, and no description, and no words for pet_id',
    ]);
    expect(wordsTodos(api.operations, api.operations)).toEqual([]);
    const { problems, tools } = await inspectWords(options);
    expect(problems.map(({ rule }) => rule)).toEqual(Array.from({ length: 9 }, () => 'stub'));
    expect(problems[0]?.at).toMatch(/words\/folders\.yaml:\d+:\d+$/);
    expect(tools.filter(({ title, description }) => /TODO/.test(title + description))).toEqual([]);
  });

  test('words silence it, and are held to the rules', async () => {
    const fill = async (name: string, texts: readonly string[]): Promise<void> => {
      let at = 0;
      const text = (await readFile(file(name), 'utf8')).replaceAll('TODO', () => texts[at++] ?? '');
      await writeFile(file(name), text);
    };
    await fill('folders.yaml', [
      'Create a folder',
      'You can create a folder for pets with it.',
      "''",
      "''",
      'List folders',
      'List all folders with id and name.',
    ]);
    await fill('pets.yaml', ['Pin a pet', 'Pin a pet to the top of all lists of pets.', "''"]);
    expect(await warnings()).toEqual([]);
    const { wordless, problems } = await inspectWords(options);
    expect(wordless).toEqual([]);
    expect(problems.map(({ rule, tool, place }) => [rule, tool, place])).toEqual([
      ['web-page', 'create_a_acme_folder', 'description'],
      ['first-word', 'create_a_acme_folder', 'description'],
    ]);
    const line = Number(problems[0]?.at.split(':')[1]);
    expect((await readFile(file('folders.yaml'), 'utf8')).split('\n')[line - 1]).toContain('You can create');
  });

  test('words for another version of the API stand in a file of their own', async () => {
    const next = JSON.parse(await readFile(options.spec, 'utf8'));
    next.info.version = 'Preview 3';
    next.paths['/pets/colours'] = folders['/folders'];
    next.paths['/pets/colours'].get.tags = ['Pets'];
    next.paths['/pets/colours'].post.tags = ['Pets'];
    const newer = { ...options, spec: join(api.folder, 'next.json') };
    await writeFile(newer.spec, JSON.stringify(next));
    const before = await readFile(file('pets.yaml'), 'utf8');
    const [written] = await writeStubs(newer);
    expect(written?.file).toBe(file('pets.Preview-3.yaml'));
    expect(await readFile(file('pets.yaml'), 'utf8')).toBe(before);
    expect(await writeStubs(newer)).toEqual([]);
    // The version before has no such operations, and goes on as it was.
    expect(await warnings()).toEqual([]);
  });
});
