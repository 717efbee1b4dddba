import { createHash } from 'node:crypto';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { officialAddress, printSummary } from '../../../generator/import/index.ts';
import { sampleYaml, searchProse, withSearch } from './support/fixture.ts';
import { workspace } from './support/workspace.ts';

const { dir, path: pathOf, read, save, serve, update } = workspace();

describe('updateSpec writes', () => {
  test('the contract and where it came from, without the path of a local file', async () => {
    const text = sampleYaml();
    const summary = await update(await save(text));
    expect(summary).toEqual({
      apiVersion: '2.16',
      upstream: 'description.yaml',
      operations: 1,
      schemas: 1,
      searchFields: {},
      changes: {
        operations: { added: ['GET /widgets/{widget_id}'], removed: [], changed: [] },
        schemas: { added: ['widget'], removed: [], changed: [] },
      },
      written: [join(dir(), 'contract.json'), join(dir(), 'source.json')],
    });
    expect(JSON.parse(await read('source.json'))).toEqual({
      name: 'Intercom OpenAPI description',
      repository: 'https://github.com/intercom/Intercom-OpenAPI',
      upstream: 'description.yaml',
      apiVersion: '2.16',
      imported: '2026-01-02',
      sha256: createHash('sha256').update(text).digest('hex'),
      bytes: Buffer.byteLength(text),
      licence: { spdx: 'MIT', notice: 'LICENSE-intercom-openapi' },
      counts: { operations: 1, schemas: 1, searchFields: 0 },
    });
    expect(await read('source.json')).not.toContain(pathOf());
    expect((await readdir(dir())).sort()).toEqual(['contract.json', 'source.json']);
  });

  test('nothing when nothing changed, even on another day', async () => {
    const path = await save(sampleYaml());
    await update(path);
    const before = [await read('contract.json'), await read('source.json')];
    const again = await update(path, { today: '2027-01-01' });
    expect(again.written).toEqual([]);
    expect([await read('contract.json'), await read('source.json')]).toEqual(before);
    expect(printSummary(again)).toContain('Nothing changed.');
  });

  test('only the source when only prose changed', async () => {
    const path = await save(sampleYaml());
    await update(path);
    await save(sampleYaml().replaceAll('PROSE', 'OTHER'));
    const { written } = await update(path, { today: '2027-01-01' });
    expect(written).toEqual([join(dir(), 'source.json')]);
    expect(JSON.parse(await read('source.json')).imported).toBe('2027-01-01');
  });

  test('what was added, removed and changed', async () => {
    const operation = (operationId: string) => ({ get: { operationId, responses: {} } });
    await update(await save(sampleYaml({ paths: { '/a': operation('a'), '/b': operation('b') } })));
    const parameters = [{ name: 'x', in: 'query' }];
    const next = sampleYaml({ paths: { '/b': { parameters, ...operation('b') }, '/c': operation('c') } });
    const summary = await update(await save(next));
    expect(summary.changes.operations).toEqual({ added: ['GET /c'], removed: ['GET /a'], changed: ['GET /b'] });
    expect(summary.changes.schemas).toEqual({ added: [], removed: [], changed: [] });
    expect(printSummary(summary)).toBe(
      [
        'Imported API version 2.16 from description.yaml',
        '2 operations, 1 schemas; search fields: none',
        'operations added: 1',
        '  GET /c',
        'operations removed: 1',
        '  GET /a',
        'operations changed: 1',
        '  GET /b',
        `wrote ${join(dir(), 'contract.json')}`,
        `wrote ${join(dir(), 'source.json')}`,
        '',
      ].join('\n'),
    );
  });

  test('over a damaged contract, as if there had been none', async () => {
    await mkdir(dir(), { recursive: true });
    await writeFile(join(dir(), 'contract.json'), '{ "pat');
    const { changes } = await update(await save(sampleYaml()));
    expect(changes.operations.added).toHaveLength(1);
    expect(JSON.parse(await read('contract.json')).openapi).toBe('3.0.1');
  });

  test('the number of search fields', async () => {
    const summary = await update(await save(withSearch(searchProse(['| id | String |', '| tag_id | String |']))));
    expect(summary.searchFields).toEqual({ '/contacts/search': 2 });
    expect(JSON.parse(await read('source.json')).counts.searchFields).toBe(2);
    expect(printSummary(summary)).toContain('search fields: /contacts/search 2\n');
  });

  test('what an address on this machine serves, through redirects, without its query', async () => {
    const base = await serve((request, response) => {
      if (request.url?.startsWith('/start')) response.writeHead(302, { location: '/next' }).end();
      else response.end(sampleYaml());
    });
    expect((await update(`${base}/start?token=secret`)).upstream).toBe(`${base}/start`);
    expect(await read('source.json')).not.toContain('secret');
  });
});

test('officialAddress is a raw file of the public repository and cannot leave its folder', () => {
  const base = 'https://raw.githubusercontent.com/intercom/Intercom-OpenAPI/main/descriptions';
  expect(officialAddress('2.16')).toBe(`${base}/2.16/api.intercom.io.yaml`);
  expect(officialAddress('../x')).toBe(`${base}/..%2Fx/api.intercom.io.yaml`);
});
