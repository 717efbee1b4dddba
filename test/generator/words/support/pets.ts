import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Json } from '../../../../generator/json/json-schema.ts';
import { inspectWords, type WordsReport } from '../../../../generator/words/inspect-words.ts';
import { answer, body, description } from '../../support/fixture.ts';

const pet = { type: 'object', properties: { id: {}, name: {}, born_at: {} } };
const pets = { type: 'object', properties: { data: { type: 'array', items: pet } } };

/** An API whose words keep every rule. */
export const paths: Json = {
  '/pets': {
    get: { tags: ['Pets'], responses: answer(pets) },
    post: {
      tags: ['Pets'],
      requestBody: body({
        properties: {
          name: { type: 'string' },
          owner_id: { type: 'string' },
          food: { type: 'object', properties: { brand: { type: 'string' } } },
        },
        required: ['name', 'owner_id'],
      }),
      responses: answer(pet),
    },
  },
  '/pets/search': {
    get: {
      tags: ['Pets'],
      parameters: [{ name: 'name', in: 'query', schema: { type: 'string' } }],
      responses: answer(pets),
    },
  },
  '/pets/{pet_id}': {
    get: { tags: ['Pets'], responses: answer(pet) },
    delete: { tags: ['Pets'], responses: answer(pet) },
  },
  '/pets/{pet_id}/archive': { post: { tags: ['Pets'], responses: answer(pet) } },
  '/pets/{pet_id}/unarchive': { post: { tags: ['Pets'], responses: answer(pet) } },
};

/** A place of an overlay: `GET /pets title`, `POST /pets argument owner_id`. */
export type Place = `${string} ${string} ${string}`;

const goodWords: Readonly<Record<Place, string>> = {
  'GET /pets title': 'List pets',
  'GET /pets description': 'List all pets, unfiltered. To find some by name use list_all_acme_pets_search.',
  'POST /pets title': 'Create a pet',
  'POST /pets description': 'Create a pet with a name and an owner; returns the pet.',
  'POST /pets argument name': '',
  'POST /pets argument owner_id': 'Ask the user for it',
  'POST /pets argument food': '',
  'GET /pets/search title': 'Search pets',
  'GET /pets/search description': 'Search pets by name; returns a list with ids.',
  'GET /pets/search argument name': 'How it begins',
  'GET /pets/{pet_id} title': 'Get a pet',
  'GET /pets/{pet_id} description': 'Get one pet: its name and when it was born.',
  'GET /pets/{pet_id} argument pet_id': '',
  'DELETE /pets/{pet_id} title': 'Delete a pet',
  'DELETE /pets/{pet_id} description': 'Delete a pet for good; its owner is not told.',
  'DELETE /pets/{pet_id} argument pet_id': '',
  'POST /pets/{pet_id}/archive title': 'Archive a pet',
  'POST /pets/{pet_id}/archive description': 'Archive a pet, so that no list shows it.',
  'POST /pets/{pet_id}/archive argument pet_id': '',
  'POST /pets/{pet_id}/unarchive title': 'Unarchive a pet',
  'POST /pets/{pet_id}/unarchive description': 'Unarchive a pet: lists have it again.',
  'POST /pets/{pet_id}/unarchive argument pet_id': '',
};

/** The overlay of words, with some of them others. */
function overlayOf(words: Readonly<Record<Place, string>>): Json {
  const updates: Record<
    string,
    { summary?: string; description?: string; 'x-mcp': { fields: Record<string, string> } }
  > = {};
  for (const [place, text] of Object.entries(words)) {
    const [method = '', path = '', kind = '', argument = ''] = place.split(' ');
    const target = `$.paths['${path}'].${method.toLowerCase()}`;
    updates[target] ??= { 'x-mcp': { fields: {} } };
    if (kind === 'argument') updates[target]['x-mcp'].fields[argument] = text;
    else updates[target][kind === 'title' ? 'summary' : 'description'] = text;
  }
  const actions = Object.entries(updates).map(([target, update]) => ({ target, update }));
  return { overlay: '1.0.0', info: { title: 'Words', version: '1.0.0' }, 'x-api-version': '1', actions };
}

/** The API of pets in a folder of its own: its description, and overlays with good words but for these. */
export async function petsFolder(changes: Readonly<Record<Place, string>> = {}): Promise<PetsFolder> {
  const folder = await mkdtemp(join(tmpdir(), 'words-'));
  const overlays = join(folder, 'overlays');
  await mkdir(join(overlays, 'words'), { recursive: true });
  const options = { spec: join(folder, 'api.json'), overlays, name: 'acme' };
  await writeFile(options.spec, JSON.stringify(description(paths)));
  const write = (words: Readonly<Record<Place, string>>): Promise<void> =>
    writeFile(join(overlays, 'words', 'pets.yaml'), stringify(overlayOf({ ...goodWords, ...words })));
  await write(changes);
  return {
    folder,
    options,
    write,
    inspect: () => inspectWords(options),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  };
}

interface PetsFolder extends AsyncDisposable {
  readonly folder: string;
  readonly options: { readonly spec: string; readonly overlays: string; readonly name: string };
  readonly write: (words: Readonly<Record<Place, string>>) => Promise<void>;
  readonly inspect: () => Promise<WordsReport>;
}
