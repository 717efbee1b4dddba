import { randomUUID } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build } from '../../../../generator/generate-anew.ts';
import { root } from '../../../generator/other-apis/support/fixture.ts';

/** What it is about. */
export const pet = { type: 'object', properties: { id: { type: 'string' }, name: { type: 'string' } } };
/** A body or an answer in JSON. */
export const json = (schema: object) => ({ content: { 'application/json': { schema } } });
const path = { name: 'pet_id', in: 'path', required: true, schema: { type: 'string' } };

/** The description of a small API with a token, a list, something to read and something to change. */
export const petsDescription = {
  openapi: '3.1.0',
  info: { title: 'Pets API', version: '3.2' },
  servers: [{ url: 'https://pets.example.test/v1' }],
  security: [{ token: [] }],
  components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
  paths: {
    '/pets': {
      get: {
        summary: 'List pets',
        tags: ['Pets'],
        responses: { 200: { description: '', ...json({ type: 'array', items: pet }) } },
      },
      post: {
        summary: 'Create a pet',
        tags: ['Pets'],
        requestBody: { required: true, ...json({ ...pet, required: ['name'] }) },
        responses: { 201: { description: '', ...json(pet) } },
      },
    },
    '/pets/{pet_id}': {
      get: {
        summary: 'Get a pet',
        tags: ['Pets'],
        parameters: [path],
        responses: { 200: { description: '', ...json(pet) } },
      },
      delete: {
        summary: 'Delete a pet',
        tags: ['Pets'],
        parameters: [path],
        responses: { 204: { description: '' } },
      },
    },
    '/owners': {
      get: {
        summary: 'List owners',
        tags: ['Owners'],
        responses: { 200: { description: '', ...json({ type: 'array', items: pet }) } },
      },
    },
  },
};

/** The description of an API with so many lists, ten of each tag. */
export function manyTools(count: number): object {
  const paths = Array.from({ length: count }, (_, at) => [
    `/things${at}`,
    {
      get: {
        summary: `List things number ${at}`,
        tags: [`Things ${Math.floor(at / 10)}`],
        responses: { 200: { description: '', ...json({ type: 'array', items: pet }) } },
      },
    },
  ]);
  return { ...petsDescription, paths: Object.fromEntries(paths) };
}

/** A folder of generated tools, removed at the end of the scope. */
export interface GeneratedFolder extends AsyncDisposable {
  readonly folder: string;
}

/** The tools of a description in a folder inside of the project, with more files beside them. */
export async function generatedFolder(
  doc: object = petsDescription,
  { name = 'pets', more = {} }: { name?: string; more?: Readonly<Record<string, string>> } = {},
): Promise<GeneratedFolder> {
  const place = join(root, `api-${randomUUID()}`);
  const folder = join(place, name);
  const spec = join(place, 'spec.json');
  await mkdir(folder, { recursive: true });
  await writeFile(spec, JSON.stringify(doc));
  const { files } = await build({ spec, name, runtime: 'intercom-mcp-toolkit/tool' });
  for (const [file, text] of [...files, ...Object.entries(more)]) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
  return { folder, [Symbol.asyncDispose]: () => rm(place, { recursive: true, force: true }) };
}
