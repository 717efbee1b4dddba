import { createHash } from 'node:crypto';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { officialAddress, prepareUpdate, printSummary } from '../../../generator/import/index.ts';
import { sampleYaml, searchProse, withSearch } from './support/fixture.ts';
import { workspace } from './support/workspace.ts';

const { dir, path, read, save, serve, update } = workspace();

describe('spec update writes', () => {
  test('the contract and where it came from, without the path of a local file', async () => {
    const text = sampleYaml();
    const { summary, report, written } = await update(await save(text));
    expect(summary).toEqual({
      apiVersion: '2.16',
      upstream: 'description.yaml',
      operations: 1,
      schemas: 1,
      searchFields: {},
      warnings: [],
      incomparable: `there is no ${join(dir(), 'contract.json')} yet`,
    });
    expect(report).toMatchObject({ from: undefined, to: '2.16', release: 'none', changes: [], todos: [] });
    expect(written).toEqual([join(dir(), 'contract.json'), join(dir(), 'source.json')]);
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
    expect(await read('source.json')).not.toContain(path());
    expect((await readdir(dir())).sort()).toEqual(['contract.json', 'source.json']);
  });

  test('nothing when nothing changed, even on another day', async () => {
    const path = await save(sampleYaml());
    await update(path);
    const before = [await read('contract.json'), await read('source.json')];
    const again = await update(path, { today: '2027-01-01' });
    expect(again.written).toEqual([]);
    expect([await read('contract.json'), await read('source.json')]).toEqual(before);
    expect(again.report.changes).toEqual([]);
    expect(again.summary).not.toHaveProperty('incomparable');
    expect(printSummary(again.summary, again.written)).toContain('Nothing changed.');
  });

  test('what changed in how the API is reached', async () => {
    const server = { url: 'https://{tenant}.example.test', variables: { tenant: { default: 'a', enum: ['a', 'b'] } } };
    const of = (more: object, security: object): string =>
      sampleYaml({ servers: [{ ...server, ...more }], security: [security] });
    await update(await save(of({}, { bearer: ['read'] })));
    const variables = { tenant: { default: 'b', enum: ['a', 'b'], description: 'PROSE' } };
    const { report } = await update(await save(of({ variables }, { bearer: ['read', 'write'] })));
    expect(report.release).toBe('major');
    expect(report.changes.map(({ kind, place, pointer }) => [kind, place, pointer])).toEqual([
      ['security', 'security', '/security'],
      ['server variable', 'variables.tenant', '/servers/0/variables/tenant'],
    ]);
    expect(await read('contract.json')).not.toContain('PROSE');
  });

  test('only the source when only prose changed', async () => {
    const path = await save(sampleYaml());
    await update(path);
    await save(sampleYaml().replaceAll('PROSE', 'OTHER'));
    const { written } = await update(path, { today: '2027-01-01' });
    expect(written).toEqual([join(dir(), 'source.json')]);
    expect(JSON.parse(await read('source.json')).imported).toBe('2027-01-01');
  });

  test('what its report and its summary say', async () => {
    const operation = (operationId: string) => ({ get: { operationId, responses: { 200: { description: '' } } } });
    await update(await save(sampleYaml({ paths: { '/a': operation('a'), '/b': operation('b') } })));
    const next = sampleYaml({ paths: { '/b': operation('b'), '/c': operation('c') } });
    const { summary, report, written } = await update(await save(next));
    expect(report.changes.map(({ kind, operation: of }) => [kind, of])).toContainEqual(['tool added', 'GET /c']);
    expect(printSummary(summary, written)).toBe(
      [
        'API version 2.16 from description.yaml: 2 operations, 1 schemas; search fields: none',
        `wrote ${join(dir(), 'contract.json')}`,
        `wrote ${join(dir(), 'source.json')}`,
        '',
      ].join('\n'),
    );
    expect(printSummary(summary, 'dry run')).toContain('A dry run: nothing was written.');
    expect(printSummary(summary, 'refused')).toContain('--fail-on');
  });

  test.each(['{ "pat', '[]', '', '{"paths": 1}', '{"old": true}', '{"openapi": "3.0.1", "paths": {"/a": null}}'])(
    'over the damaged contract %j, which nothing is compared with',
    async (text) => {
      await mkdir(dir(), { recursive: true });
      await writeFile(join(dir(), 'contract.json'), text);
      const { summary, report } = await update(await save(sampleYaml()));
      expect(summary.incomparable).toMatch(/contract\.json is damaged$|no tools can be made/);
      expect(report).toMatchObject({ from: undefined, changes: [] });
      expect(printSummary(summary, [])).toContain('There is nothing to compare with: ');
      expect(JSON.parse(await read('contract.json')).openapi).toBe('3.0.1');
    },
  );

  test('neither of two that were prepared at once over the other', async () => {
    await update(await save(sampleYaml()));
    const prepare = async (title: string) => {
      const from = await save(sampleYaml({ info: { title, version: '2.16' } }));
      return prepareUpdate({ from, apiVersion: '2.16', dir: dir() });
    };
    const [first, second] = [await prepare('first'), await prepare('second')];
    await first.write();
    await expect(second.write()).rejects.toMatchObject({ diagnostics: [{ code: 'UPDATE_OVERTAKEN' }] });
    expect(await read('contract.json')).toContain('first');
  });

  test('nothing where a folder stands in the way of one of the files', async () => {
    await mkdir(join(dir(), 'source.json', 'x'), { recursive: true });
    const unreadable = { diagnostics: [{ code: 'SOURCE_UNREADABLE' }] };
    await expect(update(await save(sampleYaml()))).rejects.toMatchObject(unreadable);
    expect(await readdir(dir())).toEqual(['source.json']);
    await rm(join(dir(), 'source.json'), { recursive: true });
    await writeFile(path('file'), '');
    const blocked = update(await save(sampleYaml()), { dir: path('file', 'in') });
    await expect(blocked).rejects.toMatchObject(unreadable);
  });

  test('the Preview, which Intercom calls by several names', async () => {
    const unstable = await save(sampleYaml({ info: { title: '', version: 'Unstable' } }));
    expect((await update(unstable, { apiVersion: 'Preview' })).summary.apiVersion).toBe('Unstable');
    expect(JSON.parse(await read('source.json')).apiVersion).toBe('Unstable');
    await expect(update(unstable)).rejects.toMatchObject({ diagnostics: [{ code: 'SOURCE_API_VERSION' }] });
  });

  test('a number as a version, as it is written', async () => {
    const text = sampleYaml().replace(/version: .*/, 'version: 2.10');
    expect((await update(await save(text), { apiVersion: '2.10' })).summary.apiVersion).toBe('2.10');
  });

  test('the first contract of a version compared with another, and a licence where there is none', async () => {
    const item = (operationId: string) => ({ get: { operationId, responses: { 200: { description: '' } } } });
    await update(await save(sampleYaml({ paths: { '/a': item('a'), '/b': item('b') } })), { dir: path('served') });
    const next = await save(sampleYaml({ paths: { '/b': item('b') }, info: { title: '', version: '2.17' } }));
    const against = { dir: path('served'), isFallback: true };
    const options = { apiVersion: '2.17', against, licence: 'MIT' };
    const { summary, report, written } = await update(next, options);
    expect(report).toMatchObject({ from: '2.16', to: '2.17', changes: [{ kind: 'tool removed' }] });
    expect(printSummary(summary, written)).toContain(
      `Compared with ${path('served', 'contract.json')}: there is no ${join(dir(), 'contract.json')} yet.\n`,
    );
    expect(await read('LICENSE-intercom-openapi')).toBe('MIT');
    const again = await update(next, { ...options, licence: 'another' });
    expect(again.report).toMatchObject({ from: '2.17', changes: [] });
    expect(again.summary).not.toHaveProperty('comparedWith');
    expect(again.written).toEqual([]);
    const asked = await update(next, { ...options, against: { ...against, isFallback: false } });
    expect(asked.report.changes).toHaveLength(1);
    expect(asked.summary.comparedWith).toEqual({ path: path('served', 'contract.json') });
    const none = update(next, { ...options, against: { dir: path('none'), isFallback: false } });
    await expect(none).rejects.toMatchObject({ diagnostics: [{ code: 'SOURCE_UNREADABLE' }] });
  });

  test('the number of search fields', async () => {
    const { summary } = await update(await save(withSearch(searchProse(['| id | String |', '| tag_id | String |']))));
    expect(summary.searchFields).toEqual({ '/contacts/search': 2 });
    expect(JSON.parse(await read('source.json')).counts.searchFields).toBe(2);
    expect(printSummary(summary, [])).toContain('search fields: /contacts/search 2\n');
  });

  test('what an address on this machine serves, through redirects, without its query', async () => {
    const base = await serve((request, response) => {
      if (request.url?.startsWith('/start')) response.writeHead(302, { location: '/next' }).end();
      else response.end(sampleYaml());
    });
    expect((await update(`${base}/start?token=secret`)).summary.upstream).toBe(`${base}/start`);
    expect(await read('source.json')).not.toContain('secret');
  });
});

test('officialAddress is a raw file of the public repository and cannot leave its folder', () => {
  const base = 'https://raw.githubusercontent.com/intercom/Intercom-OpenAPI/main/descriptions';
  expect(officialAddress('2.16')).toBe(`${base}/2.16/api.intercom.io.yaml`);
  expect(officialAddress('../x')).toBe(`${base}/..%2Fx/api.intercom.io.yaml`);
  for (const name of ['Preview', 'unstable', '0']) expect(officialAddress(name)).toBe(`${base}/0/api.intercom.io.yaml`);
});
