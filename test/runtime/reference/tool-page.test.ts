import { describe, expect, test } from 'vitest';
import { groups } from '../../../generated/intercom/facts.ts';
import { catalog, loadTool } from '../../../intercom/catalog.ts';
import { createClient } from '../../../intercom/client.ts';
import { pageOfTool, toolIndex } from '../../../intercom/reference.ts';
import { createSandbox } from '../../../sandbox/index.ts';

describe('the index of the catalogue', () => {
  const index = toolIndex();

  test('has every tool, with its tags apart from its groups', () => {
    expect(index.tools.map(({ name }) => name)).toEqual(catalog.map(({ name }) => name));
    for (const [at, { tags, groups: own }] of index.tools.entries()) {
      expect([...tags, ...own].sort()).toEqual([...(catalog[at]?.tags ?? [])].sort());
      expect(own.filter((group) => !Object.hasOwn(groups, group))).toEqual([]);
    }
    expect(index.tools.find(({ tags }) => tags.includes('whats_app'))).toBeDefined();
  });

  test('counts classes, tags and groups as filters take them', () => {
    const count = (has: (tool: (typeof index.tools)[number]) => boolean) => index.tools.filter(has).length;
    for (const { name, tools } of index.classes) expect(tools).toBe(count((tool) => tool.class === name));
    for (const { name, tools } of index.tags) expect(tools).toBe(count(({ tags }) => tags.includes(name)));
    for (const { name, tools } of index.groups) expect(tools).toBe(count((tool) => tool.groups.includes(name)));
    expect(index.groups.map(({ name }) => name)).toEqual(Object.keys(groups).sort());
    expect(index.groups.find(({ name }) => name === 'knowledge_base')?.tags).toEqual([
      'articles',
      'help_center',
      'internal_articles',
    ]);
  });

  test("marks what may answer a customer's data", () => {
    const marked = (name: string) => index.tools.find((tool) => tool.name === name)?.personalData;
    expect(marked('list_all_intercom_search_contacts')).toBe(true);
    expect(marked('get_single_intercom_call_transcript')).not.toBe(false);
    expect(marked('list_all_intercom_teams')).toBe(false);
    expect(index.tools.filter((tool) => tool.groups.includes('knowledge_base') && tool.personalData)).toEqual([]);
  });
});

describe('the page of a tool', () => {
  test('says how it is imported, and the export is that tool', async () => {
    const page = await pageOfTool('list_all_intercom_articles_search');
    expect(page?.import).toEqual({
      module: 'intercom-mcp-toolkit/intercom/tools/articles',
      export: 'searchArticles',
      line: "import { searchArticles } from 'intercom-mcp-toolkit/intercom/tools/articles'",
    });
    expect(page).toMatchObject({ pages: true, answer: 'list', method: 'GET', path: '/articles/search' });
    const module = await import('intercom-mcp-toolkit/intercom/tools/articles');
    expect(module.searchArticles.name).toBe('list_all_intercom_articles_search');
  });

  test('lists what a model sees: writes take dry_run', async () => {
    const page = await pageOfTool('update_a_intercom_ticket_by_id');
    expect(page?.arguments.map(({ name }) => name)).toContain('dry_run');
    expect(page).toMatchObject({ pages: false, answer: 'json' });
    expect(await pageOfTool('list_all_intercom_nothing')).toBeUndefined();
  });

  describe('has an example that the tool takes as it is', () => {
    const sandbox = createSandbox({ rateLimit: 1_000_000 });
    const client = createClient({ token: 'sandbox', fetch: sandbox.fetch, baseUrl: 'http://localhost:1' });
    test.for(catalog)('$name', async ({ name }) => {
      const page = await pageOfTool(name);
      const tool = await loadTool(name);
      if (page === undefined || tool === undefined) throw new Error('no such tool');
      const { repairs = [] } = await client.exchange(tool, page.example.arguments, { dryRun: true });
      // A time is shown as a text and sent as seconds, which is said.
      expect(repairs.filter((repair) => !repair.includes('2026-01-31T09:00:00Z'))).toEqual([]);
    });
  });
});
