import { beforeEach, describe, expect, test } from 'vitest';
import { articles, redirects } from '../../../../sandbox/model/knowledge.ts';
import { tags } from '../../../../sandbox/model/people.ts';
import { cast } from '../../../../sandbox/sample/cast.ts';
import { START, type TestSandbox, testSandbox } from '../../support/sandbox.ts';

const { sso, passwordReset } = cast.articles;
const author = Number(cast.admins.maya);
const now = START / 1000;
let sandbox: TestSandbox;

beforeEach(() => {
  sandbox = testSandbox();
});

function refused(status: number, code: string) {
  return { status, body: { errors: [{ code }] } };
}

/** The tables in which something differs from the seed. */
function touched() {
  return [...new Set(sandbox.changes().map(({ table, id }) => `${table} ${id}`))];
}

describe('articles', () => {
  test('lists them latest first and pages through all', async () => {
    const first = await sandbox.call('GET', '/articles?per_page=30');
    const second = await sandbox.call('GET', '/articles?per_page=30&page=2');
    const size = articles(sandbox.workspace).size;
    expect(size).toBeGreaterThanOrEqual(40);
    expect(first.body).toMatchObject({ type: 'list', total_count: size, pages: { total_pages: 2 } });
    const rows = [first, second].flatMap(({ body }) => (body as { data: { id: string; updated_at: number }[] }).data);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(size);
    expect(rows.map((row) => row.updated_at)).toEqual(rows.map((row) => row.updated_at).toSorted((a, b) => b - a));
    expect(sandbox.changes()).toEqual([]);
  });

  test('gets the one on passwords with its German text, Markdown, address and statistics', async () => {
    const { status, body } = await sandbox.call('GET', `/articles/${passwordReset}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: passwordReset,
      title: 'Reset your password',
      state: 'published',
      parent_ids: [6107],
      url: 'https://help.fernhill.example/en/articles/9021-reset-your-password',
      body: expect.stringContaining('<ol><li>Open app.fernhill.example and select <strong>Sign in</strong>.</li>'),
      body_markdown: expect.stringContaining('1. Open app.fernhill.example and select **Sign in**.\n2. '),
      has_unpublished_changes: false,
      draft_updated_at: null,
      statistics: { type: 'article_statistics', views: expect.any(Number) },
      translated_content: {
        fr: null,
        de: { url: 'https://help.fernhill.example/de/articles/9021-passwort-zurucksetzen', state: 'published' },
      },
    });
  });

  test('creates a draft from Markdown with a translation, then publishes it', async () => {
    const created = await sandbox.call('POST', '/articles', {
      title: 'Gift vouchers',
      author_id: author,
      body_markdown: '## Sell\n\n- one\n- two **bold**',
      parent_id: 6104,
      parent_type: 'collection',
      translated_content: { de: { title: 'Gutscheine', body: '<p>Hallo</p>', state: 'draft' } },
    });
    const { id } = created.body as { id: string };
    expect(created.body).toMatchObject({
      state: 'draft',
      url: null,
      body: '<h2>Sell</h2><ul><li>one</li><li>two <strong>bold</strong></li></ul>',
      body_markdown: '## Sell\n\n- one\n- two **bold**',
      parent_ids: [6104],
      created_at: now,
      translated_content: { de: { title: 'Gutscheine', body_markdown: 'Hallo' } },
    });
    expect(touched()).toEqual([`articles ${id}`]);
    sandbox.pass(60);
    const published = await sandbox.call('PUT', `/articles/${id}`, { state: 'published' });
    expect(published.body).toMatchObject({
      state: 'published',
      title: 'Gift vouchers',
      updated_at: now + 60,
      url: `https://help.fernhill.example/en/articles/${id}-gift-vouchers`,
      translated_content: { de: { state: 'draft' } },
    });
  });

  test('refuses unknown authors, collections and articles, and changes nothing then', async () => {
    const article = { title: 'New', author_id: author };
    expect(await sandbox.call('POST', '/articles', { ...article, author_id: 1 })).toMatchObject(
      refused(400, 'parameter_not_found'),
    );
    expect(await sandbox.call('POST', '/articles', { ...article, parent_id: 1 })).toMatchObject(
      refused(400, 'parameter_not_found'),
    );
    expect(await sandbox.call('PUT', `/articles/${sso}`, { title: 'x', parent_id: '1' })).toMatchObject(
      refused(404, 'not_found'),
    );
    for (const [method, path] of [
      ['GET', '/articles/1'],
      ['PUT', '/articles/1'],
      ['DELETE', '/articles/1'],
    ] as const)
      expect(await sandbox.call(method, path, method === 'PUT' ? {} : undefined)).toMatchObject(
        refused(404, 'not_found'),
      );
    const past = { state: 'published', scheduled_publish_at: '2020-01-01T00:00:00Z' };
    expect(await sandbox.call('PUT', `/articles/${sso}`, past)).toMatchObject(refused(422, 'parameter_invalid'));
    expect(sandbox.changes()).toEqual([]);
  });

  test('publishes at a scheduled time and not before', async () => {
    const scheduled_publish_at = new Date(START + 3_600_000).toISOString();
    const draft = articles(sandbox.workspace).find(({ state }) => state === 'draft')?.id;
    const asked = await sandbox.call('PUT', `/articles/${draft}`, { state: 'published', scheduled_publish_at });
    expect(asked.body).toMatchObject({ state: 'draft', scheduled_publish_at: now + 3600 });
    sandbox.pass(3600);
    expect((await sandbox.call('GET', `/articles/${draft}`)).body).toMatchObject({
      state: 'published',
      scheduled_publish_at: null,
    });
  });

  test('deletes one together with its redirects', async () => {
    const { body } = await sandbox.call('DELETE', `/articles/${sso}`);
    expect(body).toEqual({ id: sso, object: 'article', deleted: true });
    expect(articles(sandbox.workspace).has(sso)).toBe(false);
    expect(redirects(sandbox.workspace).find(({ target_id: target }) => target === sso)).toBeUndefined();
    expect(touched()).toHaveLength(2);
  });

  test('tags and untags', async () => {
    const tag = tags(sandbox.workspace).put({ id: '990001', name: 'Handbook' });
    const put = await sandbox.call('POST', `/articles/${sso}/tags`, { id: tag.id, admin_id: cast.admins.priya });
    expect(put.body).toEqual({
      type: 'tag',
      id: tag.id,
      name: 'Handbook',
      applied_at: now,
      applied_by: { type: 'admin', id: cast.admins.priya },
    });
    expect(articles(sandbox.workspace).get(sso)?.tags).toContainEqual(expect.objectContaining({ id: tag.id }));
    const off = await sandbox.call('DELETE', `/articles/${sso}/tags/${tag.id}`);
    expect(off.body).toMatchObject({ id: tag.id, applied_at: null, applied_by: null });
    expect(await sandbox.call('DELETE', `/articles/${sso}/tags/${tag.id}`)).toMatchObject(
      refused(404, 'tag_not_found'),
    );
    expect(await sandbox.call('POST', `/articles/${sso}/tags`, { id: '1x' })).toMatchObject(
      refused(404, 'tag_not_found'),
    );
    expect(await sandbox.call('POST', '/articles/1/tags', { id: tag.id })).toMatchObject(
      refused(404, 'article_not_found'),
    );
  });
});
