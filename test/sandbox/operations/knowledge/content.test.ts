import { beforeEach, describe, expect, test } from 'vitest';
import { externalPages } from '../../../../sandbox/model/ai-content.ts';
import { articles, contentSnippets, internalArticles } from '../../../../sandbox/model/knowledge.ts';
import { tags } from '../../../../sandbox/model/people.ts';
import { cast } from '../../../../sandbox/sample/cast.ts';
import { START, type TestSandbox, testSandbox } from '../../support/sandbox.ts';

const now = START / 1000;
let sandbox: TestSandbox;

beforeEach(() => {
  sandbox = testSandbox();
});

function refused(status: number, code: string) {
  return { status, body: { errors: [{ code }] } };
}

describe('content search', () => {
  const search = async (query: string) => {
    const { status, body } = await sandbox.call('GET', `/content/search?${query}`);
    const found = body as {
      total_count: number;
      data: { type: string; id: string; title: string; contents?: unknown }[];
    };
    return { status, ...found };
  };

  test('finds every kind of content by words, titles first', async () => {
    const { data } = await search('query=SSO&per_page=50');
    expect(new Set(data.map(({ type }) => type))).toEqual(new Set(['article', 'content_snippet', 'internal_article']));
    expect(data.find(({ id }) => id === cast.articles.passwordReset)?.contents).toEqual([
      { type: 'article_content', id: expect.any(String), locale: 'en', title: 'Reset your password' },
      { type: 'article_content', id: expect.any(String), locale: 'de', title: 'Passwort zurücksetzen' },
    ]);
    expect(data[0]?.title).toMatch(/SSO/);
  });

  test('filters', async () => {
    const all = (await search('')).total_count;
    expect(all).toBe(articles(sandbox.workspace).size + 12 + 8 + 6);
    const counts: [query: string, count: number][] = [
      ['content_types=snippet', 8],
      ['content_types=snippet,external_content', 14],
      ['content_types=file_source_content', 0],
      ['states=draft', 4],
      ['locales=fr', 2],
      ['folder_ids=811,812&folder_entity_type=folder', 7],
      ['fin_sales_state=on&content_types=external_content', 1],
      ['fin_service_state=off&content_types=external_content', 1],
      ['copilot_state=on&content_types=internal_article', 8],
      [`created_by_ids=${cast.admins.maya}&content_types=internal_article`, 2],
      [`last_updated_by_ids=${cast.admins.maya}&content_types=internal_article`, 2],
      ['any_tag_ids=1', 0],
      ['tag_ids=1&tag_operator=NIN', all],
      [`created_at_after=${now}`, 0],
      [`created_at_before=${now}`, all],
      [`updated_at_after=${now - 25 * 3600}&content_types=external_content`, 0],
      [`updated_at_before=${now}`, all],
    ];
    for (const [query, count] of counts) expect([query, (await search(query)).total_count]).toEqual([query, count]);
    expect(await sandbox.call('GET', '/content/search?folder_ids=811')).toMatchObject(refused(422, 'data_invalid'));
  });
});

describe('bulk actions', () => {
  const act = (body: unknown) => sandbox.call('POST', '/content/bulk_actions', body);
  const article = () => articles(sandbox.workspace).get(cast.articles.passwordReset);
  const content = () => ({ id: article()?.content_id ?? '', type: 'article_content' });

  test('takes one language offline and puts it back', async () => {
    const german = { id: article()?.translations.de?.content_id, type: 'article_content' };
    const answer = await act({ action: 'unpublish', content_ids: [german, { id: '4401', type: 'content_snippet' }] });
    expect(answer).toMatchObject({ status: 202, body: { type: 'content_bulk_action', status: 'queued' } });
    expect([article()?.state, article()?.translations.de?.state]).toEqual(['published', 'draft']);
    await act({ action: 'publish', content_ids: [german] });
    expect(article()?.translations.de?.state).toBe('published');
  });

  test('deletes what it may delete', async () => {
    await act({
      action: 'delete',
      content_ids: [
        { id: article()?.translations.de?.content_id, type: 'article_content' },
        { id: '4401', type: 'content_snippet' },
        { id: '3301', type: 'internal_article' },
        { id: '5601', type: 'external_content' },
      ],
    });
    expect(Object.keys(article()?.translations ?? { gone: 1 })).toEqual([]);
    expect(contentSnippets(sandbox.workspace).has('4401')).toBe(false);
    expect(internalArticles(sandbox.workspace).has('3301')).toBe(false);
    expect(externalPages(sandbox.workspace).has('5601')).toBe(true);
    await act({ action: 'delete', content_ids: [content()] });
    expect(article()).toBeUndefined();
  });

  test('sets availability, audience and tags', async () => {
    const page = { id: '5601', type: 'external_content' };
    await act({ action: 'set_availability', content_ids: [content(), page], availability: { ai_agent: false } });
    expect(article()).toMatchObject({ ai_chatbot_availability: false, ai_copilot_availability: true });
    expect(externalPages(sandbox.workspace).get('5601')).toMatchObject({ ai_agent_availability: false });
    await act({ action: 'set_audience', content_ids: [content()], audience: { add_segment_ids: [7, 8] } });
    await act({ action: 'set_audience', content_ids: [content()], audience: { remove_segment_ids: [7] } });
    expect(article()?.audience_ids).toEqual([8]);
    tags(sandbox.workspace).put({ id: '990001', name: 'Handbook' });
    const whole = { id: cast.articles.passwordReset, type: 'article' };
    await act({ action: 'update_tags', content_ids: [whole], tags: { add_tag_ids: [990_001] } });
    expect(article()?.tags.at(-1)).toMatchObject({ id: '990001', applied_at: now });
    await act({ action: 'update_tags', content_ids: [whole], tags: { remove_tag_ids: [990_001] } });
    expect(article()?.tags.some(({ id }) => id === '990001')).toBe(false);
  });

  test('refuses actions without what they need', async () => {
    for (const body of [
      { action: 'set_availability', content_ids: [content()] },
      { action: 'set_audience', content_ids: [content()] },
      { action: 'update_tags', content_ids: [content()], tags: {} },
      { action: 'update_tags', content_ids: [content()], tags: { add_tag_ids: [1] } },
      { action: 'publish', content_ids: [] },
    ])
      expect((await act(body)).status).toBe(422);
    expect(sandbox.changes()).toEqual([]);
  });
});
