// Tools for another API: generate them from its description, and call one.
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { generate } from 'intercom-mcp-generator';
import { createApi, createClient } from 'intercom-mcp-toolkit/runtime';
import { standIn } from './stand-in.ts';

const description = `
openapi: 3.1.0
info: { title: Pets, version: '1' }
paths:
  /pets/{id}:
    get:
      summary: Get a pet
      description: '**One** pet, with its <b>name</b>.'
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
      responses:
        '200':
          description: ''
          content:
            application/json:
              schema: { type: object, properties: { name: { type: string } } }
`;

// Inside the package, so that the generated modules find Zod; a project of your own has it anyway.
const root = fileURLToPath(new URL('../.tmp/', import.meta.url));
await mkdir(root, { recursive: true });
const folder = await mkdtemp(join(root, 'pets-'));
await writeFile(join(folder, 'pets.yaml'), description);
const out = join(folder, 'pets');
const report = await generate({
  spec: join(folder, 'pets.yaml'),
  out,
  name: 'pets',
  runtime: fileURLToPath(new URL('../runtime/tool/index.ts', import.meta.url)),
});
assert.equal(report.tools, 1);

const { generated } = await import(pathToFileURL(join(out, 'api.ts')).href);
const api = createApi(generated);
assert.equal(api.profile.name, 'Pets');
const tool = await api.loadTool('get_single_pets_pet_by_id');
assert(tool !== undefined);
assert.equal(tool.description, 'One pet, with its name.');

const pets = await standIn({ 'GET /pets/7': { name: 'Rex' } });
const client = createClient({ profile: api.profile, baseUrl: pets.baseUrl });
assert.deepEqual(await client.call(tool, { pet_id: '7' }), { name: 'Rex' });
assert.equal(pets.received[0]?.version, undefined);

pets.close();
await rm(folder, { recursive: true });
console.log(`Generated and called ${tool.name}.`);
