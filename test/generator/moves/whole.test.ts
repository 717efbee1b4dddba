import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { importDescription } from '../../../generator/import/index.ts';
import type { JsonObject } from '../../../generator/json/json.ts';
import { isRecord, type Json } from '../../../generator/json/json-schema.ts';
import { loadDocument, readOverlays } from '../../../generator/load/load.ts';
import type { OverlayFile } from '../../../generator/load/overlay.ts';
import { compareDescriptions } from '../../../generator/moves/compare-descriptions.ts';
import { parametersIn } from '../../../generator/text/path-shape.ts';
import { searchProse } from '../import/support/fixture.ts';

const specs = new URL('../../../specs/intercom/', import.meta.url);
let contract: Json = {};
let overlays: OverlayFile[] = [];
beforeAll(async () => {
  contract = JSON.parse(await readFile(new URL('contract.json', specs), 'utf8'));
  overlays = await readOverlays(new URL('overlays', specs).pathname);
});

function pathsOf(document: Json): Record<string, Json> {
  return document.paths as Record<string, Json>;
}

/** The contract with `{id}` for the parameter of every path that has one, as other versions of it have. */
function withIds(): Json {
  const document = structuredClone(contract);
  const paths = Object.entries(pathsOf(document)).map(([path, item]): [string, Json] => {
    const [name, ...others] = parametersIn(path);
    if (name === undefined || others.length > 0) return [path, item];
    const declared = [item, ...Object.values(item)].flatMap((each) => (isRecord(each) ? each.parameters : []));
    for (const parameter of declared.filter(isRecord)) if (parameter.name === name) parameter.name = 'id';
    return [path.replace(`{${name}}`, '{id}'), item];
  });
  return { ...document, paths: Object.fromEntries(paths) };
}

describe('the contract of Intercom', () => {
  test('with other names of its path parameters is the same to everybody', async () => {
    const { report } = await compareDescriptions({ before: contract, after: withIds(), overlays, name: 'intercom' });
    expect(report).toMatchObject({ release: 'none', changes: [], todos: [] });
  });

  test('as a successor that moved much: the report names it, and what the overlays have to say otherwise', async () => {
    const after = withIds();
    const paths = pathsOf(after);
    const take = (path: string, method: string): Json => {
      const operation = paths[path]?.[method];
      delete paths[path]?.[method];
      return operation as Json;
    };
    paths['/labels/{id}'] = { delete: take('/tags/{id}', 'delete') };
    const patch = take('/contacts/{id}', 'put');
    paths['/contacts/{id}'] = { ...paths['/contacts/{id}'], patch };
    take('/brands', 'get');
    const text = JSON.stringify(after).replaceAll('schemas/ip_allowlist"', 'schemas/allowed_addresses"');
    const renamed: Json = JSON.parse(text.replace('"ip_allowlist":{', '"allowed_addresses":{'));
    const { report } = await compareDescriptions({ before: contract, after: renamed, overlays, name: 'intercom' });
    const named = report.changes.map(({ kind, operation }) => `${kind} ${operation}`);
    expect(named).toEqual(
      expect.arrayContaining([
        'tool removed GET /brands',
        'operation moved DELETE /labels/{id}',
        'operation moved PATCH /contacts/{contact_id}',
      ]),
    );
    // And the two whose answers have a type of another name.
    const others = report.changes.filter(({ operation }) => operation?.endsWith('/ip_allowlist'));
    expect(others.every(({ kind }) => kind === 'export renamed')).toBe(true);
    expect(new Set(report.changes.map(({ operation }) => operation)).size).toBe(5);
    expect(report.counts['breaking for models']).toBe(1);
    const todos = report.todos.map(({ suggestion, certain }) => [suggestion, certain]);
    expect(todos).toContainEqual(["$.paths['/labels/{id}'].delete", true]);
    expect(todos).toContainEqual(["$.paths['/contacts/{contact_id}'].patch", true]);
    expect(todos).toContainEqual(['$.components.schemas.allowed_addresses.properties.type', true]);
    const gone = report.todos.filter(({ message }) => message.includes('GET /brands is gone'));
    expect(gone.map(({ action }) => action?.split('#')[0])).toEqual(['tools.yaml', 'words/brands.yaml']);
  });

  test('in the forms that older versions and the Preview have imports, with warnings, and its tools are made', async () => {
    const old = structuredClone(contract);
    const paths = pathsOf(old);
    const rows = [
      '| id | String |',
      '| tag_id | String |',
      "| custom_attributes.{name} | Matches the attribute's own type |",
    ];
    for (const path of ['/contacts/search', '/conversations/search'])
      paths[path] = { post: { ...(paths[path]?.post as Json), description: searchProse(rows), 'x-search': undefined } };
    delete paths['/tickets/search'];
    const multipart = {
      'multipart/form-data': { schema: { properties: { file: { type: 'string', format: 'binary' } } } },
    };
    paths['/ecommerce/connectors/{id}/catalog'] = {
      post: {
        operationId: 'uploadCatalog',
        tags: ['Undeclared'],
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
        requestBody: { content: multipart },
        responses: { 202: { description: '' }, 400: { $ref: '#/components/responses/gone' } },
      },
    };
    const { securitySchemes: _, ...components } = old.components as Json;
    const { security: __, tags: ___, ...rest } = old;
    const description = { ...rest, info: { title: 'Intercom API', version: 2.7 }, components };
    const imported = importDescription(JSON.stringify(description), 'old.json');
    expect(imported.info.apiVersion).toBe('2.7');
    expect(imported.diagnostics.map(({ code }) => code)).toEqual([
      'SOURCE_DANGLING_REF',
      'SOURCE_SEARCH_ROW',
      'SOURCE_SEARCH_ROW',
    ]);
    const { report } = await compareDescriptions({
      before: contract,
      after: imported.contract,
      overlays,
      name: 'intercom',
    });
    const named = report.changes.map(({ kind, operation }) => `${kind} ${operation}`);
    expect(named).toContain('tool added POST /ecommerce/connectors/{id}/catalog');
    expect(named).toContain('tool removed POST /tickets/search');
    expect(report.todos.map(({ message }) => message)).toContain(
      'the operation POST /tickets/search is gone; delete the action',
    );
  });

  test('with overlays of another version has all words that fit', async () => {
    const other = { ...contract, info: { version: '9.9' } } as JsonObject;
    const { diagnostics, absent } = await loadDocument('contract', { ...other }, overlays);
    expect([absent, diagnostics]).toEqual([[], []]);
  });
});
