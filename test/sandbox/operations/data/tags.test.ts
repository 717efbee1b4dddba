import { describe, expect, test } from 'vitest';
import { renderTags } from '../../../../sandbox/domain/tags/render-tags.ts';
import { conversations } from '../../../../sandbox/model/conversations.ts';
import { companies, contacts, segments, tags } from '../../../../sandbox/model/people.ts';
import { tickets } from '../../../../sandbox/model/tickets.ts';
import { cast } from '../../../../sandbox/sample/cast.ts';
import { elmGarage, omar, rosa } from '../../../support/people.ts';
import { START } from '../../support/sandbox.ts';
import { answered, dataSandbox, ids, MADE, refusal } from './support/fixture.ts';

const { maya, tomas } = cast.admins;

const now = START / 1000;
const tagId = '8001';

describe('tags themselves', () => {
  test('are listed and read', async () => {
    const sandbox = dataSandbox();
    const { data } = await answered(sandbox, 'GET', '/tags');
    expect(data).toHaveLength(14);
    expect(data[0]).toMatchObject({ type: 'tag', id: tagId, name: 'billing' });
    expect(await answered(sandbox, 'GET', '/tags/8003')).toEqual({ type: 'tag', id: '8003', name: 'bug' });
    expect(await refusal(sandbox, 'GET', '/tags/1')).toBe('404 not_found');
  });

  test('are made once and renamed', async () => {
    const sandbox = dataSandbox();
    const made = await answered(sandbox, 'POST', '/tags', { name: 'pilot' });
    expect(await answered(sandbox, 'POST', '/tags', { name: 'Pilot' })).toEqual(made);
    expect(tags(sandbox.workspace).size).toBe(15);
    expect(await answered(sandbox, 'POST', '/tags', { id: made.id, name: 'pilots' })).toMatchObject({
      id: made.id,
      name: 'pilots',
    });
    expect(tags(sandbox.workspace).get(made.id)?.name).toBe('pilots');
    expect(await refusal(sandbox, 'POST', '/tags', { id: made.id, name: 'bug' })).toBe('400 parameter_invalid');
    expect(await refusal(sandbox, 'POST', '/tags', { id: '1', name: 'none' })).toBe('404 not_found');
    expect(await refusal(sandbox, 'POST', '/tags', { name: ' ' })).toBe('400 parameter_invalid');
  });

  test('are deleted together with their taggings, with an empty answer', async () => {
    const sandbox = dataSandbox();
    for (const place of ['conversations/990001', 'tickets/990002'])
      await answered(sandbox, 'POST', `/${place}/tags`, { id: tagId, admin_id: tomas });
    await answered(sandbox, 'POST', `/contacts/${rosa.id}/tags`, { id: tagId });
    await answered(sandbox, 'POST', `/contacts/${rosa.id}/tags`, { id: '8002' });
    const { status, body } = await sandbox.call('DELETE', `/tags/${tagId}`);
    expect([status, body]).toEqual([200, '']);
    expect(tags(sandbox.workspace).has(tagId)).toBe(false);
    expect(
      contacts(sandbox.workspace)
        .get(rosa.id)
        ?.tags.map(({ id }) => id),
    ).toEqual(['8002']);
    expect(conversations(sandbox.workspace).get(ids.conversation)?.tags).toEqual([]);
    expect(tickets(sandbox.workspace).get(ids.ticket)?.tags).toEqual([]);
    expect(await refusal(sandbox, 'DELETE', `/tags/${tagId}`)).toBe('404 not_found');
  });

  test('stay while a segment rests on them', async () => {
    const sandbox = dataSandbox();
    const row = { id: 'seg', name: 'Billing people', created_at: 1, updated_at: 1 };
    segments(sandbox.workspace).put({ ...row, person_type: 'contact', rule: `tag:${tagId}` });
    expect(await refusal(sandbox, 'DELETE', `/tags/${tagId}`)).toBe('400 tag_has_dependent_objects');
    expect((await sandbox.call('DELETE', '/tags/8002')).status).toBe(200);
  });
});

describe('one request for many', () => {
  test('tags companies by either id, and makes an unknown tag', async () => {
    const sandbox = dataSandbox();
    const answer = await answered(sandbox, 'POST', '/tags', {
      name: 'pilot',
      companies: [{ company_id: elmGarage.company_id }, { id: ids.other }],
    });
    expect(answer.companies).toEqual([
      { id: elmGarage.company_id, tagged: true },
      { id: ids.other, tagged: true },
    ]);
    const tagging = { id: answer.id, applied_at: now, applied_by: maya };
    for (const id of [elmGarage.id, ids.other])
      expect(companies(sandbox.workspace).get(id)).toMatchObject({ tags: [tagging], updated_at: now });
  });

  test('takes the tag off of those that say so', async () => {
    const sandbox = dataSandbox();
    await answered(sandbox, 'POST', '/tags', { name: 'vip', companies: [{ id: elmGarage.id }, { id: ids.other }] });
    const answer = await answered(sandbox, 'POST', '/tags', {
      name: 'vip',
      companies: [{ id: elmGarage.id, untag: true }],
    });
    expect(answer.companies).toEqual([{ id: elmGarage.id, tagged: false }]);
    expect(companies(sandbox.workspace).get(elmGarage.id)?.tags).toEqual([]);
    expect(companies(sandbox.workspace).get(ids.other)?.tags).toHaveLength(1);
    const untag = { name: 'unheard-of', companies: [{ id: ids.other, untag: true }] };
    expect(await refusal(sandbox, 'POST', '/tags', untag)).toBe('404 not_found');
  });

  test('tags users, and nobody where one is unknown', async () => {
    const sandbox = dataSandbox();
    const users = [{ id: rosa.id }, { id: omar.id }];
    const answer = await answered(sandbox, 'POST', '/tags', { name: 'vip', users });
    expect(answer.users).toEqual(users.map(({ id }) => ({ id, tagged: true })));
    expect(contacts(sandbox.workspace).get(omar.id)?.tags).toMatchObject([{ id: answer.id }]);
    for (const id of ['0', ids.merged])
      expect(await refusal(sandbox, 'POST', '/tags', { name: 'fresh', users: [{ id: rosa.id }, { id }] })).toBe(
        '404 not_found',
      );
    const unknown = { name: 'fresh', companies: [{ company_id: 'none' }] };
    expect(await refusal(sandbox, 'POST', '/tags', unknown)).toBe('404 not_found');
    expect(await refusal(sandbox, 'POST', '/tags', { name: 'fresh', companies: [{}] })).toBe('400 parameter_invalid');
  });
});

describe('tags of one thing', () => {
  test.each([
    { path: `/contacts/${rosa.id}/tags`, body: {}, by: maya, row: contacts, id: rosa.id },
    {
      path: '/conversations/990001/tags',
      body: { admin_id: tomas },
      by: tomas,
      row: conversations,
      id: '990001',
    },
    { path: '/tickets/990002/tags', body: { admin_id: tomas }, by: tomas, row: tickets, id: '990002' },
  ])('$path: come once and go', async ({ path, body, by, row, id }) => {
    const sandbox = dataSandbox();
    const answer = await answered(sandbox, 'POST', path, { ...body, id: tagId });
    const rendered = {
      type: 'tag',
      id: tagId,
      name: 'billing',
      applied_at: now,
      applied_by: { type: 'admin', id: by },
    };
    expect(answer).toEqual(rendered);
    expect(row(sandbox.workspace).get(id)?.updated_at).toBe(now);
    sandbox.pass(60);
    expect(await answered(sandbox, 'POST', path, { ...body, id: tagId })).toEqual(rendered);
    expect(row(sandbox.workspace).get(id)?.tags).toHaveLength(1);
    expect(row(sandbox.workspace).get(id)?.updated_at).toBe(now);
    expect(await answered(sandbox, 'DELETE', `${path}/${tagId}`, body)).toMatchObject({ id: tagId, name: 'billing' });
    expect(row(sandbox.workspace).get(id)).toMatchObject({ tags: [], updated_at: now + 60, created_at: MADE });
    expect(tags(sandbox.workspace).has(tagId)).toBe(true);
  });

  test.each([
    ['POST', '/contacts/0/tags', { id: tagId }, '404 not_found'],
    ['POST', `/contacts/${ids.merged}/tags`, { id: tagId }, '404 not_found'],
    ['POST', `/contacts/${rosa.id}/tags`, { id: '1' }, '404 not_found'],
    ['POST', `/contacts/${rosa.id}/tags`, {}, '400 parameter_not_found'],
    ['DELETE', `/contacts/${rosa.id}/tags/${tagId}`, undefined, '404 not_found'],
    ['POST', '/conversations/0/tags', { id: tagId, admin_id: tomas }, '404 not_found'],
    ['POST', '/conversations/990001/tags', { id: '1', admin_id: tomas }, '404 not_found'],
    ['POST', '/conversations/990001/tags', { id: tagId, admin_id: '1' }, '404 admin_not_found'],
    ['POST', '/conversations/990001/tags', { id: tagId }, '400 parameter_not_found'],
    ['DELETE', `/conversations/990001/tags/${tagId}`, { admin_id: tomas }, '404 tag_not_found'],
    ['DELETE', `/conversations/990001/tags/${tagId}`, {}, '400 parameter_not_found'],
    ['POST', '/tickets/0/tags', { id: tagId, admin_id: tomas }, '404 ticket_not_found'],
    ['POST', '/tickets/990002/tags', { id: '1', admin_id: tomas }, '404 tag_not_found'],
    ['DELETE', `/tickets/990002/tags/${tagId}`, { admin_id: '1' }, '404 admin_not_found'],
    ['DELETE', `/tickets/990002/tags/${tagId}`, { admin_id: tomas }, '404 tag_not_found'],
  ])('%s %s %j is refused with %s', async (method, path, body, refused) => {
    expect(await refusal(dataSandbox(), method, path, body)).toBe(refused);
  });

  test('are rendered with names, and without those that are gone', () => {
    const { workspace } = dataSandbox();
    const taggings = [
      { id: '1', applied_at: 5, applied_by: maya },
      { id: '8002', applied_at: 6, applied_by: tomas },
    ];
    expect(renderTags(workspace, taggings)).toEqual({
      type: 'tag.list',
      tags: [{ type: 'tag', id: '8002', name: 'refund', applied_at: 6, applied_by: { type: 'admin', id: tomas } }],
    });
    expect(renderTags({ workspace }, [])).toEqual({ type: 'tag.list', tags: [] });
  });
});
