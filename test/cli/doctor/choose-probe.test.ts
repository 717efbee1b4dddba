import { expect, test } from 'vitest';
import { chooseProbe, probeArguments } from '../../../cli/doctor/choose-probe.ts';
import { catalog } from '../../../intercom/catalog.ts';
import type { CatalogEntry } from '../../../runtime/catalog/catalog.ts';

const [first] = catalog;
const get = (path: string, own: Partial<CatalogEntry> = {}): CatalogEntry => ({
  ...(first as CatalogEntry),
  ...{ path, name: path, method: 'GET', access: 'read', class: 'list', inputSchema: { type: 'object' } },
  ...own,
});

test.each<[string, readonly CatalogEntry[], string | undefined]>([
  ['whose credential it is, before all lists', [get('/a'), get('/v2/users/me', { class: 'get' })], '/v2/users/me'],
  ['the account, too', [get('/a'), get('/account', { class: 'get' })], '/account'],
  ['a list before a single thing', [get('/a', { class: 'get' }), get('/things')], '/things'],
  ['a short path before a long one', [get('/things/archived'), get('/things')], '/things'],
  [
    'what everybody may read last',
    [get('/health', { class: 'get' }), get('/long/list/of/things')],
    '/long/list/of/things',
  ],
  ['what everybody may read where there is nothing else', [get('/status', { class: 'get' })], '/status'],
  ['nothing that needs an argument', [get('/a', { inputSchema: { type: 'object', required: ['id'] } })], undefined],
  ['nothing that changes anything', [get('/a', { access: 'write' }), get('/b', { method: 'POST' })], undefined],
  ['nothing of nothing', [], undefined],
])('the probe of an API is %s', (_, list, want) => {
  expect(chooseProbe(list)?.path).toBe(want);
});

test('the probe of Intercom is the one that its own doctor has', () => {
  expect(chooseProbe(catalog)?.name).toBe('get_single_intercom_me');
});

test('one item of a list is enough, where that can be said', () => {
  expect(probeArguments(get('/a', { inputSchema: { type: 'object', properties: { limit: {} } } }))).toEqual({
    limit: 1,
  });
  expect(probeArguments(get('/a'))).toEqual({});
});
