import { describe, expect, test } from 'vitest';
import { conversations } from '../../../../sandbox/model/conversations.ts';
import { contacts } from '../../../../sandbox/model/people.ts';
import { tickets } from '../../../../sandbox/model/tickets.ts';
import { cast } from '../../../../sandbox/sample/cast.ts';
import { emails } from '../../../support/people.ts';
import { START, testSandbox } from '../../support/sandbox.ts';
import { ids, items, json, refusal } from './support/answers.ts';

const { jonas, amara, sofia } = cast.contacts;
const email = emails.jonas;

async function withLead(more: object = {}) {
  const sandbox = testSandbox();
  const made = await sandbox.call('POST', '/contacts', { role: 'lead', email, ...more });
  return { sandbox, lead: String(json(made).id) };
}

describe('merging contacts', () => {
  test('a lead goes into the user with all that belongs to it', async () => {
    const { sandbox, lead } = await withLead({ phone: '+353861112223', external_id: 'lead-7' });
    const { workspace } = sandbox;
    const note = json(await sandbox.call('POST', `/contacts/${lead}/notes`, { body: 'Of the lead' }));
    const company = json(await sandbox.call('POST', '/companies', { company_id: 'new-1', name: 'New' }));
    await sandbox.call('POST', `/contacts/${lead}/companies`, { id: company.id });
    const row = contacts(workspace).get(lead);
    row?.tags.push({ id: 'a-tag', applied_at: 1, applied_by: cast.admins.maya });
    const conversation = conversations(workspace).all()[0];
    const ticket = tickets(workspace).all()[0];
    if (!conversation || !ticket) throw new Error('the sample data lacks what this test needs');
    conversation.contact_ids = [lead, jonas];
    ticket.contact_ids = [lead];
    sandbox.pass(30);

    const answer = await sandbox.call('POST', '/contacts/merge?include_merge_history=true', {
      from: lead,
      into: jonas,
    });
    expect(answer.body).toMatchObject({
      id: jonas,
      updated_at: START / 1000 + 30,
      merge_history: [{ source_contact_id: lead, source_contact_role: 'lead', merged_at: START / 1000 + 30 }],
    });
    expect((await sandbox.call('GET', `/notes/${String(note.id)}`)).body).toMatchObject({ contact: { id: jonas } });
    const user = contacts(workspace).get(jonas);
    expect(user?.company_ids).toContain(company.id);
    expect(user?.tags.map(({ id }) => id)).toContain('a-tag');
    expect(conversation.contact_ids).toEqual([jonas]);
    expect(ticket.contact_ids).toEqual([jonas]);

    for (const path of [`/contacts/${lead}`, '/contacts/find_by_external_id/lead-7']) {
      const gone = await sandbox.call('GET', path);
      expect(refusal(gone)).toEqual([410, 'contact_merged']);
      expect(gone.headers.get('link')).toBe(`</contacts/${jonas}>; rel="canonical"`);
    }
    expect((await sandbox.call('PUT', `/contacts/${lead}`, { name: 'x' })).status).toBe(404);
    expect((await sandbox.call('POST', `/contacts/${lead}/unarchive`)).status).toBe(404);
    const query = { query: { field: 'email', operator: '=', value: email } };
    expect(ids(await sandbox.call('POST', '/contacts/search', query))).toEqual([jonas]);
    expect(ids(await sandbox.call('GET', '/contacts?per_page=150'))).not.toContain(lead);
  });

  test('fills only what the user lacks', async () => {
    const { sandbox, lead } = await withLead({ name: 'Another name', custom_attributes: { industry: 'No', fax: '1' } });
    const merged = json(await sandbox.call('POST', '/contacts/merge', { from: lead, into: jonas }));
    expect(merged).toMatchObject({
      name: 'Jonas Keller',
      custom_attributes: { industry: 'Outdoor retail', fax: '1' },
      merge_history: null,
    });
  });

  test('refuses strangers, users and unknown ones, and then changes nothing', async () => {
    const { sandbox, lead } = await withLead();
    const before = sandbox.snapshot();
    const merge = (from: string, into: string) => sandbox.call('POST', '/contacts/merge', { from, into });
    expect(refusal(await merge(lead, sofia))).toEqual([400, 'invalid_merge']);
    expect(refusal(await merge(amara, sofia))).toEqual([400, 'invalid_merge']);
    expect(refusal(await merge(jonas, lead))).toEqual([400, 'invalid_merge']);
    expect(refusal(await merge('nobody', jonas))).toEqual([404, 'not_found']);
    expect(sandbox.snapshot()).toEqual(before);
    const body = { from: lead, into: sofia, skip_duplicate_validation: true };
    expect((await sandbox.call('POST', '/contacts/merge', body)).body).toMatchObject({ id: sofia });
  });

  test('the history comes newest first by pages, and not for leads', async () => {
    const { sandbox, lead } = await withLead();
    const leads = [lead];
    for (let number = 0; number < 2; number++)
      leads.push(String(json(await sandbox.call('POST', '/contacts', { role: 'lead', email })).id));
    for (const from of leads) {
      sandbox.pass(10);
      await sandbox.call('POST', '/contacts/merge', { from, into: jonas });
    }
    const path = `/contacts/${jonas}/merge_history`;
    const sources = (answer: Awaited<ReturnType<typeof sandbox.call>>) =>
      items(answer).map(({ source_contact_id }) => source_contact_id);
    const first = await sandbox.call('GET', `${path}?per_page=2`);
    expect(sources(first)).toEqual([leads[2], leads[1]]);
    expect(json(first).has_more).toBe(true);
    const rest = await sandbox.call('GET', `${path}?per_page=2&cursor=${String(json(first).next_cursor)}`);
    expect(sources(rest)).toEqual([leads[0]]);
    expect(json(rest).has_more).toBe(false);
    expect(sources(await sandbox.call('GET', `${path}?order=asc`))).toEqual(leads);
    const other = json(await sandbox.call('POST', '/contacts', { role: 'lead' }));
    expect((await sandbox.call('GET', `/contacts/${String(other.id)}/merge_history`)).status).toBe(404);
  });
});
