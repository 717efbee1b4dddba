import { beforeEach, describe, expect, test } from 'vitest';
import { externalPages, importSources } from '../../../../sandbox/model/ai-content.ts';
import { cast } from '../../../../sandbox/sample/cast.ts';
import { START, type TestSandbox, testSandbox } from '../../support/sandbox.ts';

const author = Number(cast.admins.maya);
const now = START / 1000;
let sandbox: TestSandbox;

beforeEach(() => {
  sandbox = testSandbox();
});

function refused(status: number, code: string) {
  return { status, body: { errors: [{ code }] } };
}

describe('news', () => {
  test('lists items and newsfeeds, and the live items of one feed', async () => {
    expect((await sandbox.call('GET', '/news/news_items')).body).toMatchObject({ total_count: 6 });
    expect((await sandbox.call('GET', '/news/newsfeeds')).body).toMatchObject({ data: [{ id: '71' }, { id: '72' }] });
    expect((await sandbox.call('GET', '/news/newsfeeds/72')).body).toMatchObject({
      type: 'newsfeed',
      name: 'Early access',
    });
    const { body } = await sandbox.call('GET', '/news/newsfeeds/71/items');
    const { data } = body as { data: { state: string }[] };
    expect(data.map(({ state }) => state)).toEqual(['live', 'live', 'live', 'live']);
    expect((await sandbox.call('GET', '/news/newsfeeds/1')).status).toBe(404);
    expect((await sandbox.call('GET', '/news/newsfeeds/1/items')).status).toBe(404);
  });

  test('creates a draft, publishes it and deletes it', async () => {
    const base = { title: 'Hello', sender_id: author };
    const created = await sandbox.call('POST', '/news/news_items', {
      ...base,
      newsfeed_assignments: [{ newsfeed_id: 72 }],
    });
    expect(created.body).toMatchObject({
      type: 'news-item',
      state: 'draft',
      newsfeed_assignments: [{ newsfeed_id: 72 }],
    });
    const { id } = created.body as { id: string };
    const path = `/news/news_items/${id}`;
    sandbox.pass(30);
    const live = await sandbox.call('PUT', path, { ...base, state: 'live' });
    expect(live.body).toMatchObject({
      state: 'live',
      newsfeed_assignments: [{ newsfeed_id: 72, published_at: now + 30 }],
    });
    expect((await sandbox.call('GET', path)).body).toEqual(live.body);
    expect((await sandbox.call('GET', '/news/newsfeeds/72/items')).body).toMatchObject({ data: [{ id }, {}, {}] });
    expect((await sandbox.call('DELETE', path)).body).toEqual({ id, object: 'news-item', deleted: true });
    expect(sandbox.changes()).toEqual([]);
  });

  test('refuses unknown items, senders and feeds', async () => {
    const base = { title: 'Hello', sender_id: author };
    expect(await sandbox.call('GET', '/news/news_items/1')).toMatchObject(refused(404, 'not_found'));
    expect(await sandbox.call('DELETE', '/news/news_items/1')).toMatchObject(refused(404, 'not_found'));
    expect((await sandbox.call('POST', '/news/news_items', { ...base, sender_id: 1 })).status).toBe(404);
    const feed = { newsfeed_assignments: [{ newsfeed_id: 1 }] };
    expect((await sandbox.call('POST', '/news/news_items', { ...base, ...feed })).status).toBe(404);
    const later = { state: 'live', newsfeed_assignments: [{ newsfeed_id: 71, published_at: now + 1 }] };
    expect((await sandbox.call('POST', '/news/news_items', { ...base, ...later })).status).toBe(400);
    expect(sandbox.changes()).toEqual([]);
  });
});

describe('content for AI', () => {
  test('lists, creates, changes and deletes sources with their pages', async () => {
    const path = '/ai/content_import_sources';
    expect((await sandbox.call('GET', path)).body).toMatchObject({ total_count: 3 });
    const created = await sandbox.call('POST', path, { sync_behavior: 'api', url: 'https://wiki.fernhill.example' });
    expect(created.body).toMatchObject({ id: 144, status: 'active', sync_behavior: 'api', created_at: now });
    const changed = await sandbox.call('PUT', `${path}/144`, {
      sync_behavior: 'api',
      url: 'https://wiki2.fernhill.example',
      status: 'deactivated',
    });
    expect(changed.body).toMatchObject({ url: 'https://wiki2.fernhill.example', status: 'deactivated' });
    expect((await sandbox.call('GET', `${path}/144`)).body).toEqual(changed.body);
    const automatic = { sync_behavior: 'automated', url: 'https://wiki2.fernhill.example' };
    expect((await sandbox.call('PUT', `${path}/144`, automatic)).status).toBe(400);
    expect((await sandbox.call('PUT', `${path}/142`, automatic)).status).toBe(400);
    expect((await sandbox.call('DELETE', `${path}/141`)).status).toBe(204);
    expect(importSources(sandbox.workspace).has('141')).toBe(false);
    expect(externalPages(sandbox.workspace).all()).toHaveLength(3);
    expect((await sandbox.call('GET', `${path}/141`)).status).toBe(404);
  });

  test('creates a page or overwrites the one of its external id', async () => {
    const path = '/ai/external_pages';
    const page = { title: 'Errors', html: '<p>429</p>', locale: 'en', source_id: 141, external_id: 'errors' };
    expect((await sandbox.call('GET', path)).body).toMatchObject({ total_count: 6 });
    const created = await sandbox.call('POST', path, { ...page, ai_agent_availability: true });
    expect(created.body).toMatchObject({ ...page, ai_agent_availability: true, ai_copilot_availability: false });
    const { id } = created.body as { id: string };
    sandbox.pass(8);
    const again = await sandbox.call('POST', path, { ...page, title: 'All errors' });
    expect(again.body).toMatchObject({
      id,
      title: 'All errors',
      ai_agent_availability: true,
      last_ingested_at: now + 8,
    });
    expect(externalPages(sandbox.workspace).size).toBe(7);
    const { external_id: _, ...rest } = page;
    const url = 'https://developers.fernhill.example/errors';
    const put = await sandbox.call('PUT', `${path}/${id}`, { ...rest, url, fin_availability: false });
    expect(put.body).toMatchObject({ title: 'Errors', url, external_id: 'errors', fin_availability: false });
    expect((await sandbox.call('GET', `${path}/${id}`)).body).toEqual(put.body);
    expect((await sandbox.call('DELETE', `${path}/${id}`)).body).toEqual(put.body);
    expect(sandbox.changes()).toEqual([]);
    expect((await sandbox.call('GET', `${path}/${id}`)).status).toBe(404);
    expect((await sandbox.call('POST', path, { ...page, source_id: 1 })).status).toBe(404);
  });
});
