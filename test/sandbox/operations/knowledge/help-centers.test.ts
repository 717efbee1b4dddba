import { beforeEach, describe, expect, test } from 'vitest';
import { articles, collections, redirects } from '../../../../sandbox/model/knowledge.ts';
import { cast } from '../../../../sandbox/sample/cast.ts';
import { START, type TestSandbox, testSandbox } from '../../support/sandbox.ts';

const { sso } = cast.articles;
const now = START / 1000;
let sandbox: TestSandbox;

beforeEach(() => {
  sandbox = testSandbox();
});

function refused(status: number, code: string) {
  return { status, body: { errors: [{ code }] } };
}

describe('help centers', () => {
  test('lists and gets them', async () => {
    const list = await sandbox.call('GET', '/help_center/help_centers');
    expect(list.body).toMatchObject({ data: [{ id: '501', locales: ['en', 'de', 'fr'] }, { id: '502' }] });
    const one = await sandbox.call('GET', '/help_center/help_centers/501');
    expect(one.body).toMatchObject({
      display_name: 'Fernhill Help',
      url: 'https://help.fernhill.example',
      default: true,
    });
    expect(await sandbox.call('GET', '/help_center/help_centers/9')).toMatchObject(refused(404, 'not_found'));
  });

  test('creates, changes, moves and lists collections', async () => {
    const path = '/help_center/collections';
    const created = await sandbox.call('POST', path, {
      name: 'Vouchers',
      parent_id: '6104',
      translated_content: { de: { name: 'Gutscheine' } },
    });
    const { id } = created.body as { id: string };
    expect(created.body).toMatchObject({
      parent_id: '6104',
      help_center_id: 501,
      translated_content: { de: { name: 'Gutscheine' }, fr: null },
      url: `https://help.fernhill.example/en/collections/${id}-vouchers`,
    });
    sandbox.pass(5);
    const moved = await sandbox.call('PUT', `${path}/${id}`, { parent_id: null, description: 'Gifts' });
    expect(moved.body).toMatchObject({ parent_id: null, description: 'Gifts', name: 'Vouchers', updated_at: now + 5 });
    const list = await sandbox.call('GET', path);
    expect(list.body).toMatchObject({ total_count: 11 });
    expect((list.body as { data: { id: string }[] }).data[0]?.id).toBe(id);
    expect((await sandbox.call('GET', `${path}/${id}`)).body).toMatchObject({ name: 'Vouchers' });
  });

  test('refuses collections in unknown places', async () => {
    const path = '/help_center/collections';
    for (const body of [
      { name: 'x', parent_id: '1' },
      { name: 'x', help_center_id: 1 },
      { name: 'x', help_center_id: 502, parent_id: '6101' },
    ])
      expect(await sandbox.call('POST', path, body)).toMatchObject(refused(400, 'parameter_not_found'));
    expect(await sandbox.call('PUT', `${path}/6102`, { parent_id: '6103' })).toMatchObject(refused(404, 'not_found'));
    expect(await sandbox.call('GET', `${path}/1`)).toMatchObject(refused(404, 'not_found'));
    expect(sandbox.changes()).toEqual([]);
  });

  test('deletes a collection: articles lose it and collections inside move up', async () => {
    const { body } = await sandbox.call('DELETE', '/help_center/collections/6106');
    expect(body).toEqual({ id: '6106', object: 'collection', deleted: true });
    expect(collections(sandbox.workspace).get('6107')?.parent_id).toBeNull();
    expect(articles(sandbox.workspace).filter((row) => row.parent_ids.includes(6106))).toEqual([]);
    expect(articles(sandbox.workspace).get(sso)?.parent_ids).toEqual([6107]);
    expect(articles(sandbox.workspace).find((row) => row.title === 'Invite team members')?.parent_ids).toEqual([]);
  });

  test('creates, lists, gets and deletes redirects', async () => {
    const path = '/help_center/help_centers/501/redirects';
    const wanted = {
      from_url: 'https://help.fernhill.example/en/faq/sso',
      locale: 'en',
      target_type: 'article',
      target_id: sso,
    };
    const created = await sandbox.call('POST', path, wanted);
    expect(created.body).toMatchObject({ type: 'help_center_redirect', help_center_id: '501', ...wanted });
    const { id } = created.body as { id: string };
    expect((await sandbox.call('GET', path)).body).toMatchObject({ total_count: 5, data: [{ id }, {}, {}, {}, {}] });
    expect((await sandbox.call('GET', `${path}/${id}`)).body).toMatchObject(wanted);
    expect(await sandbox.call('POST', path, wanted)).toMatchObject(refused(409, 'resource_conflict'));
    for (const wrong of [{ from_url: 'https://elsewhere.example/x' }, { target_id: '1' }, { locale: 'de' }])
      expect(await sandbox.call('POST', path, { ...wanted, from_url: `${wanted.from_url}2`, ...wrong })).toMatchObject(
        refused(422, 'data_invalid'),
      );
    expect(await sandbox.call('GET', `/help_center/help_centers/502/redirects/${id}`)).toMatchObject(
      refused(404, 'not_found'),
    );
    expect((await sandbox.call('DELETE', `${path}/${id}`)).body).toEqual({
      id,
      object: 'help_center_redirect',
      deleted: true,
    });
    expect(redirects(sandbox.workspace).size).toBe(4);
  });
});
