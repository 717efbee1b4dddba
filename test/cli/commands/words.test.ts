import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { petsFolder } from '../../generator/words/support/pets.ts';
import { run } from '../support/run-line.ts';

describe('intercom-mcp words', () => {
  let api: Awaited<ReturnType<typeof petsFolder>>;
  const words = (...more: readonly string[]) => {
    const { spec, overlays, name } = api.options;
    return run(['words', '--spec', spec, '--overlays', overlays, '--name', name, ...more]);
  };
  beforeAll(async () => {
    api = await petsFolder();
  });
  afterAll(() => api[Symbol.asyncDispose]());

  test('says that nothing lacks words', async () => {
    await api.write({});
    expect(await words()).toEqual({
      code: 0,
      stdout: 'API version 1: each of 7 tools and every argument has words.\n',
      stderr: '',
    });
  });

  test('lists what does, as a table and as JSON', async () => {
    await api.write({ 'GET /pets title': 'TODO', 'POST /pets argument food': 'TODO' });
    const { code, stdout } = await words();
    expect(code).toBe(0);
    expect(stdout.split('\n')).toEqual([
      expect.stringMatching(/^TOOL +CLASS +TOKENS +LACKS +OPERATION$/),
      expect.stringMatching(/^create_a_acme_pet +create +\d+ +food +POST \/pets$/),
      expect.stringMatching(/^list_all_acme_pets +list +\d+ +title +GET \/pets$/),
      expect.stringMatching(/^2 of 7 tools lack words; .*--write writes stubs\.$/),
      '',
    ]);
    expect((await words('--json', '.tool')).stdout).toBe('create_a_acme_pet\nlist_all_acme_pets\n');
  });

  test('shows one tool with all that is known of it', async () => {
    await api.write({});
    const { stdout } = await words('--tool', 'create_a_acme_pet');
    expect(stdout).toMatch(/^create_a_acme_pet {3}Create a pet\n\nCreate a pet with a name/);
    expect(stdout).toMatch(/^lacks +nothing$/m);
    expect(stdout).toMatch(/^owner_id +string +yes +Ask the user for it$/m);
    expect(stdout).toMatch(/^answers +id, name, born_at$/m);
    expect(stdout).toMatch(/^list_all_acme_pets_search +Search pets$/m);
    const facts = JSON.parse((await words('--tool', 'create_a_acme_pet', '--json')).stdout);
    expect(facts).toMatchObject({ class: 'create', operation: 'POST /pets', answer: ['id', 'name', 'born_at'] });
  });

  test('checks words, and ends with 1 where one breaks a rule', async () => {
    await api.write({});
    expect(await words('--lint')).toMatchObject({ code: 0, stdout: 'All words keep the rules.\n' });
    await api.write({ 'GET /pets/{pet_id} title': 'Get A Pet' });
    const { code, stdout } = await words('--lint');
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /words\/pets\.yaml:\d+:\d+ {2}title-case {2}get_single_acme_pet_by_id, title: Pet: .*\n {2}Write the title like/,
    );
    const listed = await words('--lint', '--json', '.rule');
    expect([listed.code, listed.stdout]).toEqual([1, 'title-case\n']);
  });

  test('writes stubs, once', async () => {
    await api.write({ 'GET /pets title': '' });
    const file = join(api.options.overlays, 'words', 'pets.yaml');
    const { code, stdout } = await words('--write');
    expect([code, stdout.split('\n')[0]]).toEqual([0, `wrote ${file}: list_all_acme_pets`]);
    expect(await readFile(file, 'utf8')).toMatch(
      / {2}- target: \$\.paths\['\/pets'\]\.get\n {4}update:\n {6}summary: TODO\n$/,
    );
    expect((await words('--write')).stdout).toMatch(/^Nothing to write/);
  });

  test.each<[string, readonly string[], RegExp]>([
    ['no name', ['--spec', 'a.json'], /--spec needs --name/],
    ['a name without a description', ['--name', 'acme'], /--name would do nothing/],
    ['stubs and no folder for them', ['--spec', 'a.json', '--name', 'acme', '--write'], /--write needs --overlays/],
    ['rules and nothing to hold to them', ['--spec', 'a.json', '--name', 'acme', '--lint'], /--lint needs --overlays/],
    ['two things at once', ['--write', '--lint'], /cannot be used with/],
    ['a tool that is checked', ['--tool', 'x', '--lint'], /cannot be used with/],
  ])('%s is refused', async (_name, line, message) => {
    const { code, stderr } = await run(['words', ...line]);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });

  test('a folder of overlays that there is not is named', async () => {
    const { code, stderr } = await run([
      'words',
      '--spec',
      api.options.spec,
      '--overlays',
      join(api.folder, 'nowhere'),
      '--name',
      'acme',
    ]);
    expect([code, stderr]).toEqual([1, expect.stringMatching(/^SOURCE_NOT_FOUND {2}there is no folder .*nowhere\n/)]);
  });

  test('a tool that there is not is refused, with the one that was meant', async () => {
    await api.write({});
    const { code, stderr } = await words('--tool', 'list_acme_pets');
    expect(code).toBe(2);
    expect(stderr).toMatch(/there is no tool "list_acme_pets"\. Did you mean "list_all_acme_pets"/);
  });
});
