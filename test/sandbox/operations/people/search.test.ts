import { describe, expect, test } from 'vitest';
import { operations } from '../../../../sandbox/contract/contract.ts';
import { newContact } from '../../../../sandbox/domain/people/new-contact.ts';
import { contacts, segments, tags } from '../../../../sandbox/model/people.ts';
import { contactReader } from '../../../../sandbox/operations/people/contact-reader.ts';
import { cast } from '../../../../sandbox/sample/cast.ts';
import type { SearchTable } from '../../../../sandbox/search/index.ts';
import { emails, stranger } from '../../../support/people.ts';
import { START, testSandbox } from '../../support/sandbox.ts';
import { ids, items, refusal } from './support/answers.ts';

const { amara, jonas } = cast.contacts;
const now = START / 1000;

describe('searching contacts', () => {
  test('every field that the search names is read', () => {
    const { workspace } = testSandbox();
    const app = { app_name: 'F', app_version: '1', device: 'D', os_version: '2', sdk_version: '3', last_seen_at: now };
    const [tag] = tags(workspace).all();
    const full = newContact('66010000000000000000ffff', now, {
      external_id: 'x',
      email: stranger.email,
      phone: '+353861234567',
      name: 'A',
      avatar: 'https://pictures.example/a.png',
      owner_id: cast.admins.maya,
      location: { country: 'Ireland', region: 'Munster', city: 'Cork' },
      language_override: 'de',
      browser: 'chrome',
      browser_language: 'en',
      os: 'Linux',
      ios: app,
      android: app,
      signed_up_at: now,
      last_seen_at: now,
      last_replied_at: now,
      last_contacted_at: now,
      last_email_opened_at: now,
      last_email_clicked_at: now,
      tags: [{ id: String(tag?.id), applied_at: now, applied_by: cast.admins.maya }],
      custom_attributes: { '{attribute_name}': 'anything' },
    });
    const read = contactReader(workspace, full, now);
    const table = operations.get('POST /contacts/search')?.search as unknown as SearchTable;
    expect(table.fields).toHaveLength(43);
    for (const { name } of table.fields)
      expect([name, read(name)]).not.toEqual([
        name,
        expect.toSatisfy((value) => value === undefined || value === null),
      ]);
    expect(read('formatted_phone')).toBe('+353 861 234 567');
    expect(read('email_domain')).toBe('elmgarage.example');
  });

  test('by email, attribute, tag and segment', async () => {
    const sandbox = testSandbox();
    const find = async (field: string, value: unknown, operator = '=') =>
      ids(
        await sandbox.call('POST', '/contacts/search', {
          query: { field, operator, value },
          pagination: { per_page: 150 },
        }),
      );
    expect(await find('email', emails.amara)).toEqual([amara]);
    const enterprise = contacts(sandbox.workspace)
      .filter(({ custom_attributes }) => custom_attributes.subscription_tier === 'Enterprise')
      .map(({ id }) => id);
    expect((await find('custom_attributes.subscription_tier', 'Enterprise')).sort()).toEqual(enterprise.sort());
    const many = await find('custom_attributes.monthly_invoices', 80, '>');
    expect(many).toContain(amara);
    expect(many).not.toContain(jonas);
    const active = segments(sandbox.workspace).find(({ rule }) => rule === 'active');
    expect(await find('segment_id', active?.id)).toContain(jonas);
    const vip = tags(sandbox.workspace).find(({ name }) => name === 'vip');
    expect(await find('tag_id', vip?.id)).toContain(amara);
  });

  test('orders newest first unless asked otherwise, page by page', async () => {
    const sandbox = testSandbox();
    const query = { field: 'role', operator: '=', value: 'user' };
    const times = (answer: Awaited<ReturnType<typeof sandbox.call>>, field = 'created_at') =>
      items(answer).map((one) => Number(one[field]));
    const first = await sandbox.call('POST', '/contacts/search', { query, pagination: { per_page: 5 } });
    expect(times(first)).toEqual([...times(first)].sort((a, b) => b - a));
    const next = (first.body as { pages: { next: { starting_after: string } } }).pages.next.starting_after;
    const second = await sandbox.call('POST', '/contacts/search', {
      query,
      pagination: { per_page: 5, starting_after: next },
    });
    expect(Math.max(...times(second))).toBeLessThanOrEqual(Math.min(...times(first)));
    const oldest = await sandbox.call('POST', '/contacts/search', {
      query,
      sort: { field: 'signed_up_at', order: 'ascending' },
    });
    expect(times(oldest, 'signed_up_at')).toEqual([...times(oldest, 'signed_up_at')].sort((a, b) => a - b));
  });

  test('a query that is wrong is refused in the words of the API', async () => {
    const sandbox = testSandbox();
    const search = async (query: unknown) => refusal(await sandbox.call('POST', '/contacts/search', { query }));
    expect(await search({ field: 'shoe_size', operator: '=', value: '1' })).toEqual([400, 'invalid_field']);
    expect((await search({ field: 'created_at', operator: '!=', value: now }))[0]).toBe(400);
  });
});
