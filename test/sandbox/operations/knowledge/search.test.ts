import { beforeEach, describe, expect, test } from 'vitest';
import { articles } from '../../../../sandbox/model/knowledge.ts';
import { cast } from '../../../../sandbox/sample/cast.ts';
import { type TestSandbox, testSandbox } from '../../support/sandbox.ts';

const { sso } = cast.articles;
let sandbox: TestSandbox;

beforeEach(() => {
  sandbox = testSandbox();
});

describe('search of articles', () => {
  const search = async (query: string) => {
    const { body } = await sandbox.call('GET', `/articles/search?${query}`);
    return body as {
      total_count: number;
      pages: { next: unknown };
      data: {
        articles: { id: string; title: string; state: string }[];
        highlights: { article_id: string; highlighted_title: unknown; highlighted_summary: unknown[] }[];
      };
    };
  };

  test('finds all words, in titles first, and leaves out drafts on request', async () => {
    const all = await search('phrase=sso%20CONFIGURATION&per_page=50');
    const titles = all.data.articles.map(({ title }) => title);
    expect(titles.slice(0, 2).toSorted()).toEqual(['SSO configuration', 'SSO configuration for contractors']);
    expect(titles).toContain('Reset your password');
    const published = await search('phrase=SSO%20configuration&state=published');
    expect(published.data.articles[0]?.id).toBe(sso);
    expect(published.data.articles.every(({ state }) => state === 'published')).toBe(true);
    expect(published.total_count).toBe(all.total_count - 1);
    expect((await search('phrase=nosuchword')).data).toEqual({ articles: [], highlights: [] });
  });

  test('filters by help center, and without any filter has all', async () => {
    expect((await search('help_center_id=502')).data.articles).toMatchObject([{ title: 'Become a Fernhill partner' }]);
    const everything = await search('');
    expect(everything.total_count).toBe(articles(sandbox.workspace).size);
    expect(everything.data.articles).toHaveLength(10);
    expect((await search('state=draft')).total_count).toBe(4);
  });

  test('highlights the articles of the page that is shown', async () => {
    for (const page of [1, 2]) {
      const { data } = await search(`phrase=calendar&highlight=true&per_page=3&page=${page}`);
      expect(data.articles).toHaveLength(3);
      expect(data.highlights.map((found) => found.article_id)).toEqual(data.articles.map(({ id }) => id));
    }
    const { data } = await search('phrase=SSO%20configuration&highlight=true&state=published');
    expect(data.highlights[0]).toMatchObject({
      article_id: sso,
      highlighted_title: [
        { type: 'highlight', text: 'SSO' },
        { type: 'plain', text: ' ' },
        { type: 'highlight', text: 'configuration' },
      ],
    });
    expect(data.highlights[0]?.highlighted_summary.length).toBeGreaterThan(0);
    expect((await search('phrase=calendar')).data.highlights).toEqual([]);
  });
});
