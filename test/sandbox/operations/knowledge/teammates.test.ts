import { beforeEach, describe, expect, test } from 'vitest';
import { contentSnippets, macros } from '../../../../sandbox/model/knowledge.ts';
import { tags } from '../../../../sandbox/model/people.ts';
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

describe('internal articles', () => {
  test('lists them, and those of one folder', async () => {
    expect((await sandbox.call('GET', '/internal_articles')).body).toMatchObject({ type: 'list', total_count: 12 });
    const { body } = await sandbox.call('GET', '/internal_articles/search?folder_id=811');
    const { data } = body as { data: { internal_articles: { title: string }[] } };
    expect(data.internal_articles.map(({ title }) => title)).toContain('Refunds: who may approve what');
    expect(data.internal_articles).toHaveLength(3);
    expect((await sandbox.call('GET', '/internal_articles/search')).body).toMatchObject({ total_count: 12 });
  });

  test('creates, changes, gets and deletes', async () => {
    const wanted = { title: 'On call', author_id: author, owner_id: Number(cast.admins.luca), body: '<p>Wake up</p>' };
    const created = await sandbox.call('POST', '/internal_articles', wanted);
    expect(created.body).toMatchObject({
      ...wanted,
      body_markdown: 'Wake up',
      locale: 'en',
      ai_copilot_availability: false,
    });
    const path = `/internal_articles/${(created.body as { id: string }).id}`;
    sandbox.pass(9);
    const changed = await sandbox.call('PUT', path, { body_markdown: 'Sleep **well**', ai_copilot_availability: true });
    expect(changed.body).toMatchObject({
      title: 'On call',
      body: '<p>Sleep <strong>well</strong></p>',
      ai_copilot_availability: true,
      updated_at: now + 9,
    });
    expect((await sandbox.call('GET', path)).body).toEqual(changed.body);
    expect((await sandbox.call('DELETE', path)).body).toMatchObject({ object: 'internal_article', deleted: true });
    expect(await sandbox.call('GET', path)).toMatchObject(refused(404, 'not_found'));
    expect(sandbox.changes()).toEqual([]);
    expect(await sandbox.call('POST', '/internal_articles', { ...wanted, owner_id: 1 })).toMatchObject(
      refused(400, 'parameter_not_found'),
    );
  });
});

describe('content snippets', () => {
  test('creates, changes, lists, gets and deletes', async () => {
    const created = await sandbox.call('POST', '/content_snippets', {
      title: 'Parking',
      json_blocks: [
        { type: 'paragraph', text: 'Behind the house.' },
        { type: 'paragraph', text: 'Free.' },
      ],
      ai_chatbot_availability: true,
    });
    expect(created.status).toBe(201);
    expect(created.body).toMatchObject({
      body_markdown: 'Behind the house.\n\nFree.',
      chatbot_availability: 1,
      copilot_availability: 0,
      locale: 'en',
    });
    const path = `/content_snippets/${(created.body as { id: string }).id}`;
    expect((await sandbox.call('GET', '/content_snippets?per_page=4')).body).toMatchObject({
      type: 'list',
      total_count: 9,
      total_pages: 3,
      page: 1,
    });
    const changed = await sandbox.call('PUT', path, { body_markdown: 'In the street.' });
    expect(changed.body).toMatchObject({
      title: 'Parking',
      json_blocks: [{ type: 'paragraph', text: 'In the street.' }],
    });
    expect((await sandbox.call('GET', path)).body).toEqual(changed.body);
    expect(await sandbox.call('DELETE', path)).toMatchObject({ status: 204, body: '' });
    expect(contentSnippets(sandbox.workspace).size).toBe(8);
  });

  test('refuses missing text, both texts, unknown languages, audiences and ids', async () => {
    for (const body of [
      { title: 'x' },
      { title: 'x', body_markdown: 'a', json_blocks: [] },
      { title: 'x', body_markdown: 'a', locale: 'xx' },
    ])
      expect(await sandbox.call('POST', '/content_snippets', body)).toMatchObject(refused(422, 'validation_error'));
    const unknown = { title: 'x', body_markdown: 'a', audience_ids: [999_999] };
    expect(await sandbox.call('POST', '/content_snippets', unknown)).toMatchObject(refused(404, 'parameter_invalid'));
    expect(await sandbox.call('GET', '/content_snippets/1')).toMatchObject(refused(404, 'not_found'));
    expect(await sandbox.call('DELETE', '/content_snippets/1')).toMatchObject(refused(404, 'not_found'));
    expect(sandbox.changes()).toEqual([]);
  });
});

describe.each([
  ['/internal_articles/3301', 'internal_article'],
  ['/content_snippets/4401', 'content_snippet'],
])('tags of %s', (path, what) => {
  test('are put on and taken off', async () => {
    tags(sandbox.workspace).put({ id: '990001', name: 'Handbook' });
    const put = await sandbox.call('POST', `${path}/tags`, { id: '990001' });
    expect(put.body).toMatchObject({ name: 'Handbook', applied_by: { id: cast.admins.maya } });
    expect((await sandbox.call('GET', `/content/search?tag_ids=990001`)).body).toMatchObject({
      total_count: 1,
      data: [{ type: what, id: path.split('/')[2] }],
    });
    expect((await sandbox.call('DELETE', `${path}/tags/990001`)).body).toMatchObject({ applied_at: null });
    expect(await sandbox.call('DELETE', `${path}/tags/990001`)).toMatchObject(refused(404, 'tag_not_found'));
    const gone = path.replace(/\d+$/, '1');
    expect(await sandbox.call('POST', `${gone}/tags`, { id: '990001' })).toMatchObject(
      refused(404, `${what}_not_found`),
    );
  });
});

describe('macros', () => {
  test('lists latest first, with placeholders as attributes', async () => {
    const { body } = await sandbox.call('GET', '/macros?per_page=3');
    const { data, pages } = body as {
      data: { updated_at: string; body: string }[];
      pages: { next: { starting_after: string } };
    };
    expect(data).toHaveLength(3);
    expect(data.map((macro) => macro.updated_at)).toEqual(
      data
        .map((macro) => macro.updated_at)
        .toSorted()
        .toReversed(),
    );
    const next = await sandbox.call('GET', `/macros?per_page=50&starting_after=${pages.next.starting_after}`);
    expect((next.body as { data: unknown[] }).data.length).toBeGreaterThan(0);
    const one = await sandbox.call('GET', '/macros/1501');
    expect(one.body).toMatchObject({
      type: 'macro',
      visible_to: 'everyone',
      body: expect.stringContaining('<attribute key="user.first_name" default="there"/>'),
      body_text: expect.stringMatching(/^Hi/),
      updated_at: expect.stringMatching(/^20\d\d-.*Z$/),
    });
  });

  test('hides those of teams that the admin is not in, and those not changed since', async () => {
    const { workspace } = sandbox;
    const hidden = macros(workspace).all()[0];
    if (hidden === undefined) throw new Error('no macros');
    Object.assign(hidden, { visible_to: 'specific_teams', visible_to_team_ids: ['1'] });
    expect(await sandbox.call('GET', `/macros/${hidden.id}`)).toMatchObject(refused(404, 'not_found'));
    const since = now - 50 * 86_400;
    const { body } = await sandbox.call('GET', `/macros?updated_since=${since}`);
    const { data } = body as { data: { updated_at: string }[] };
    expect(data.length).toBeGreaterThan(0);
    expect(data.every((macro) => Date.parse(macro.updated_at) / 1000 >= since)).toBe(true);
  });
});
