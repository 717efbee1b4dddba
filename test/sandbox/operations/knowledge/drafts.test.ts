import { beforeEach, describe, expect, test } from 'vitest';
import { articles } from '../../../../sandbox/model/knowledge.ts';
import { cast } from '../../../../sandbox/sample/cast.ts';
import { START, type TestSandbox, testSandbox } from '../../support/sandbox.ts';

const { sso, passwordReset } = cast.articles;
const now = START / 1000;
let sandbox: TestSandbox;

beforeEach(() => {
  sandbox = testSandbox();
});

function refused(status: number, code: string) {
  return { status, body: { errors: [{ code }] } };
}

describe('drafts and versions of articles', () => {
  test('stages, shows and publishes a draft of one language', async () => {
    const live = articles(sandbox.workspace).get(sso)?.body;
    expect(await sandbox.call('GET', `/articles/${sso}/draft`)).toMatchObject(refused(404, 'data_invalid'));
    const staged = await sandbox.call('PUT', `/articles/${sso}/draft`, {
      body: '<p>New</p>',
      ai_copilot_availability: false,
    });
    expect(staged.body).toMatchObject({
      body: '<p>New</p>',
      has_unpublished_changes: true,
      draft_updated_at: now,
      ai_copilot_availability: true,
    });
    expect((await sandbox.call('GET', `/articles/${sso}`)).body).toMatchObject({
      body: live,
      has_unpublished_changes: true,
    });
    expect((await sandbox.call('GET', `/articles/${sso}/draft`)).body).toMatchObject({ body: '<p>New</p>' });
    const publish = `/articles/${sso}/draft/publish`;
    expect(await sandbox.call('POST', publish)).toMatchObject(refused(422, 'parameter_not_found'));
    expect(await sandbox.call('POST', publish, { locales: ['fr'] })).toMatchObject(refused(422, 'parameter_invalid'));
    const published = await sandbox.call('POST', publish, { locales: ['en'] });
    expect(published.body).toMatchObject({ body: '<p>New</p>', has_unpublished_changes: false, updated_at: now });
    expect(await sandbox.call('POST', publish, { locales: ['en'] })).toMatchObject(refused(422, 'parameter_invalid'));
    const versions = await sandbox.call('GET', `/articles/${sso}/versions`);
    expect(versions.body).toMatchObject({ total_count: 3, data: [{ created_via: 'api', created_at: now }, {}, {}] });
  });

  test('adds an update to a pending draft instead of putting it live', async () => {
    const article = articles(sandbox.workspace).find(({ draft }) => draft !== null);
    const before = article?.body;
    const { body } = await sandbox.call('PUT', `/articles/${article?.id}`, { title: 'The app' });
    expect(body).toMatchObject({ title: 'Use Fernhill on your phone', body: before, has_unpublished_changes: true });
    expect(article?.draft).toMatchObject({ title: 'The app', updated_at: now });
  });

  test('refuses drafts of what was never published', async () => {
    const draft = articles(sandbox.workspace).find(({ state }) => state === 'draft')?.id;
    expect(await sandbox.call('PUT', `/articles/${draft}/draft`, { title: 'x' })).toMatchObject(
      refused(422, 'parameter_invalid'),
    );
    expect(await sandbox.call('PUT', '/articles/1/draft', { title: 'x' })).toMatchObject(refused(404, 'not_found'));
    expect(await sandbox.call('POST', '/articles/1/draft/publish', {})).toMatchObject(refused(404, 'not_found'));
    expect(sandbox.changes()).toEqual([]);
  });

  test('lists versions newest first and gets one in full', async () => {
    const { body } = await sandbox.call('GET', `/articles/${passwordReset}/versions`);
    const { data } = body as { data: { id: string; created_at: number; from_version_id: string | null }[] };
    expect(data).toHaveLength(3);
    expect(data[0]?.from_version_id).toBe(data[1]?.id);
    expect(data[2]?.from_version_id).toBeNull();
    expect(data[0]).not.toHaveProperty('body');
    const oldest = await sandbox.call('GET', `/articles/${passwordReset}/versions/${data[2]?.id}`);
    expect(oldest.body).toMatchObject({
      article_id: passwordReset,
      body_markdown: expect.stringContaining('24 hours'),
    });
    const german = await sandbox.call('GET', `/articles/${passwordReset}/versions?locale=de`);
    expect(german.body).toMatchObject({ total_count: 1, data: [{ title: 'Passwort zurücksetzen' }] });
    const at = `/articles/${passwordReset}/versions`;
    expect(await sandbox.call('GET', `${at}?locale=xx`)).toMatchObject(refused(400, 'parameter_invalid'));
    expect(await sandbox.call('GET', `${at}?locale=it`)).toMatchObject(refused(404, 'data_invalid'));
    expect(await sandbox.call('GET', `${at}/1`)).toMatchObject(refused(404, 'not_found'));
  });
});
