import { describe, expect, test } from 'vitest';
import { conversations } from '../../../../sandbox/model/conversations.ts';
import { subscriptionTypes } from '../../../../sandbox/model/data.ts';
import { contacts, tags } from '../../../../sandbox/model/people.ts';
import { cast } from '../../../../sandbox/sample/cast.ts';
import { emails } from '../../../support/people.ts';
import { START, testSandbox } from '../../support/sandbox.ts';
import { ids, items, json, refusal } from './support/answers.ts';

const { amara, sofia, jonas } = cast.contacts;
const now = START / 1000;

describe('contacts', () => {
  test('lists come newest first, ten at a time, and end', async () => {
    const sandbox = testSandbox();
    const seen: unknown[] = [];
    let cursor: unknown = '';
    do {
      const answer = await sandbox.call('GET', `/contacts?starting_after=${String(cursor)}`);
      seen.push(...items(answer));
      const { next } = json({ ...answer, body: json(answer).pages });
      cursor = next && (next as { starting_after: string }).starting_after;
      if (cursor) expect(items(answer)).toHaveLength(10);
    } while (cursor);
    const times = seen.map((one) => (one as { created_at: number }).created_at);
    expect(times).toEqual([...times].sort((a, b) => b - a));
    expect(new Set(seen.map((one) => (one as { id: string }).id)).size).toBe(contacts(sandbox.workspace).size);
  });

  test('one has its profile, its lists and the members that the contract names', async () => {
    const sandbox = testSandbox();
    const answer = await sandbox.call('GET', `/contacts/${amara}`);
    expect(answer.body).toMatchObject({
      type: 'contact',
      id: amara,
      email: emails.amara,
      email_domain: 'brightleaf.example',
      custom_attributes: { subscription_tier: 'Enterprise' },
      android_os_version: null,
      merge_history: null,
      companies: { total_count: 1, has_more: false, url: `/contacts/${amara}/companies` },
    });
    expect(refusal(await sandbox.call('GET', '/contacts/nobody'))).toEqual([404, 'not_found']);
  });

  test('lists inside a contact stop at ten and tell how many there are', async () => {
    const sandbox = testSandbox();
    for (let number = 0; number < 12; number++)
      await sandbox.call('POST', `/contacts/${sofia}/notes`, { body: `Note ${number}` });
    const { notes } = json(await sandbox.call('GET', `/contacts/${sofia}`));
    expect(notes).toMatchObject({ has_more: true });
    const { data, total_count } = notes as { data: unknown[]; total_count: number };
    expect(data).toHaveLength(10);
    expect(total_count).toBeGreaterThanOrEqual(12);
  });

  test('create keeps what was sent and refuses what exists', async () => {
    const sandbox = testSandbox();
    const size = contacts(sandbox.workspace).size;
    const body = {
      email: 'ada.lund@newshop.example',
      external_id: 'own-1',
      name: 'Ada Lund',
      owner_id: cast.admins.maya,
      custom_attributes: { subscription_tier: 'Free' },
      avatar: 'https://pictures.example/ada.png',
    };
    const made = await sandbox.call('POST', '/contacts', body);
    expect(made.body).toMatchObject({
      ...body,
      avatar: { type: 'avatar', image_url: body.avatar },
      role: 'user',
      created_at: now,
      updated_at: now,
    });
    const { id } = json(made);
    const again = await sandbox.call('POST', '/contacts', { email: 'ADA.lund@newshop.example' });
    expect(refusal(again)).toEqual([409, 'conflict']);
    expect(items(again, 'errors')[0]?.message).toContain(String(id));
    expect(refusal(await sandbox.call('POST', '/contacts', { external_id: 'own-1' }))).toEqual([409, 'conflict']);
    expect(refusal(await sandbox.call('POST', '/contacts', { email: 'no address' }))[0]).toBe(400);
    expect(refusal(await sandbox.call('POST', '/contacts', { role: 'lead', email_verified: true }))[0]).toBe(400);
    expect(refusal(await sandbox.call('POST', '/contacts', { role: 'lead', owner_id: '1' }))).toEqual([
      404,
      'admin_not_found',
    ]);
    expect(contacts(sandbox.workspace).size).toBe(size + 1);
    const lead = await sandbox.call('POST', '/contacts', { role: 'lead', email: body.email });
    expect(lead.body).toMatchObject({ role: 'lead', email: body.email });
  });

  test('update changes what was sent and nothing else', async () => {
    const sandbox = testSandbox();
    sandbox.pass(60);
    const answer = await sandbox.call('PUT', `/contacts/${jonas}`, {
      name: 'Jonas K.',
      custom_attributes: { industry: 'Climbing' },
    });
    expect(answer.body).toMatchObject({
      name: 'Jonas K.',
      custom_attributes: { industry: 'Climbing', subscription_tier: 'Team' },
    });
    expect(sandbox.changes().map(({ table, id, at, after }) => [table, id, at, after])).toEqual([
      ['contacts', jonas, 'name', 'Jonas K.'],
      ['contacts', jonas, 'updated_at', now + 60],
      ['contacts', jonas, 'custom_attributes.industry', 'Climbing'],
    ]);
    const taken = await sandbox.call('PUT', `/contacts/${jonas}`, { email: emails.sofia });
    expect(refusal(taken)).toEqual([409, 'conflict']);
    expect(contacts(sandbox.workspace).get(jonas)?.email).toBe(emails.jonas);
    expect((await sandbox.call('PUT', '/contacts/nobody', { name: 'x' })).status).toBe(404);
  });

  test('delete removes the contact and its notes for good', async () => {
    const sandbox = testSandbox();
    const { id } = json(await sandbox.call('POST', `/contacts/${jonas}/notes`, { body: 'Gone soon' }));
    const answer = await sandbox.call('DELETE', `/contacts/${jonas}`);
    expect(answer.body).toMatchObject({ type: 'contact', id: jonas, deleted: true });
    expect((await sandbox.call('GET', `/contacts/${jonas}`)).status).toBe(404);
    expect((await sandbox.call('GET', `/notes/${String(id)}`)).status).toBe(404);
    expect((await sandbox.call('DELETE', `/contacts/${jonas}`)).status).toBe(404);
  });

  test('archived ones leave lists and searches until they come back', async () => {
    const sandbox = testSandbox();
    const query = { query: { field: 'id', operator: '=', value: jonas } };
    expect((await sandbox.call('POST', `/contacts/${jonas}/archive`)).body).toMatchObject({
      id: jonas,
      archived: true,
    });
    expect(ids(await sandbox.call('POST', '/contacts/search', query))).toEqual([]);
    expect(ids(await sandbox.call('GET', '/contacts?per_page=150'))).not.toContain(jonas);
    expect((await sandbox.call('GET', `/contacts/${jonas}`)).status).toBe(200);
    expect((await sandbox.call('POST', `/contacts/${jonas}/unarchive`)).body).toMatchObject({ archived: false });
    expect(ids(await sandbox.call('POST', '/contacts/search', query))).toEqual([jonas]);
  });

  test('block closes the conversations of that contact alone', async () => {
    const sandbox = testSandbox();
    const of = (id: string) => conversations(sandbox.workspace).filter(({ contact_ids }) => contact_ids.includes(id));
    const others = conversations(sandbox.workspace)
      .filter(({ contact_ids }) => !contact_ids.includes(sofia))
      .map(({ state }) => state);
    expect(of(sofia).some(({ state }) => state !== 'closed')).toBe(true);
    expect((await sandbox.call('POST', `/contacts/${sofia}/block`)).body).toMatchObject({ id: sofia, blocked: true });
    expect(contacts(sandbox.workspace).get(sofia)?.blocked).toBe(true);
    expect(of(sofia).every(({ state }) => state === 'closed')).toBe(true);
    expect(
      conversations(sandbox.workspace)
        .filter(({ contact_ids }) => !contact_ids.includes(sofia))
        .map(({ state }) => state),
    ).toEqual(others);
  });

  test('an external id finds users only', async () => {
    const sandbox = testSandbox();
    const found = await sandbox.call('GET', '/contacts/find_by_external_id/fernhill-1');
    expect(found.body).toMatchObject({ id: amara });
    await sandbox.call('PUT', `/contacts/${amara}`, { role: 'lead' });
    expect((await sandbox.call('GET', '/contacts/find_by_external_id/fernhill-1')).status).toBe(404);
  });

  test('tags, subscriptions and segments of a contact', async () => {
    const sandbox = testSandbox();
    const { workspace } = sandbox;
    const contact = contacts(workspace).get(jonas);
    const [tag] = tags(workspace).all();
    const [type] = subscriptionTypes(workspace).all();
    if (!contact || !tag || !type) throw new Error('the sample data lacks what this test needs');
    contact.tags = [{ id: tag.id, applied_at: now, applied_by: cast.admins.luca }];
    contact.consents = [{ id: type.id, consent_type: type.consent_type }];
    expect(items(await sandbox.call('GET', `/contacts/${jonas}/tags`))).toEqual([
      expect.objectContaining({ id: tag.id, name: tag.name, applied_at: now }),
    ]);
    expect(items(await sandbox.call('GET', `/contacts/${jonas}/subscriptions`))).toEqual([
      expect.objectContaining({ id: type.id, consent_type: type.consent_type, state: type.state }),
    ]);
    const names = items(await sandbox.call('GET', `/contacts/${jonas}/segments`)).map(({ name }) => name);
    expect(names).toContain('Active');
    expect(names).not.toContain('Enterprise customers');
    for (const list of ['tags', 'subscriptions', 'segments'])
      expect((await sandbox.call('GET', `/contacts/nobody/${list}`)).status).toBe(404);
  });

  test('notes are added by the token or another admin, listed newest first, and read', async () => {
    const sandbox = testSandbox();
    const before = items(await sandbox.call('GET', `/contacts/${jonas}/notes`)).length;
    const first = json(await sandbox.call('POST', `/contacts/${jonas}/notes`, { body: 'One' }));
    sandbox.pass(5);
    const body = { body: 'Two', admin_id: cast.admins.priya };
    const second = json(await sandbox.call('POST', `/contacts/${jonas}/notes`, body));
    expect(first).toMatchObject({ body: '<p>One</p>', author: { id: cast.admins.maya }, contact: { id: jonas } });
    expect(second).toMatchObject({ author: { id: cast.admins.priya }, company: null });
    const list = await sandbox.call('GET', `/contacts/${jonas}/notes`);
    expect(ids(list).slice(0, 2)).toEqual([second.id, first.id]);
    expect(ids(list)).toHaveLength(before + 2);
    expect((await sandbox.call('GET', `/notes/${String(first.id)}`)).body).toEqual(first);
    expect(refusal(await sandbox.call('POST', `/contacts/${jonas}/notes`, { body: 'x', admin_id: '1' }))).toEqual([
      404,
      'admin_not_found',
    ]);
    expect((await sandbox.call('GET', '/notes/1')).status).toBe(404);
  });

  test('companies are attached once, listed and detached', async () => {
    const sandbox = testSandbox();
    const company = json(await sandbox.call('POST', '/companies', { company_id: 'new-1', name: 'New Shop' }));
    expect(company.user_count).toBe(0);
    const path = `/contacts/${jonas}/companies`;
    for (let times = 0; times < 2; times++)
      expect((await sandbox.call('POST', path, { id: company.id })).body).toMatchObject({ user_count: 1 });
    expect(ids(await sandbox.call('GET', path), 'companies')).toContain(company.id);
    expect(contacts(sandbox.workspace).get(jonas)?.company_ids).toHaveLength(2);
    expect(refusal(await sandbox.call('POST', path, { id: 'nothing' }))).toEqual([404, 'company_not_found']);
    expect(refusal(await sandbox.call('POST', path, { id: '' }))).toEqual([400, 'parameter_not_found']);
    expect((await sandbox.call('DELETE', `${path}/${String(company.id)}`)).body).toMatchObject({ user_count: 0 });
    expect(refusal(await sandbox.call('DELETE', `${path}/${String(company.id)}`))).toEqual([404, 'company_not_found']);
    expect(refusal(await sandbox.call('DELETE', `/contacts/nobody/companies/${String(company.id)}`))).toEqual([
      404,
      'not_found',
    ]);
    const many = contacts(sandbox.workspace).get(sofia);
    if (many) many.company_ids = Array.from({ length: 1000 }, (_, index) => `c${index}`);
    expect(refusal(await sandbox.call('POST', `/contacts/${sofia}/companies`, { id: company.id }))).toEqual([
      400,
      'contact_company_limit_exceeded',
    ]);
  });
});
