import { expect, test } from 'vitest';
import { createWorkspace } from '../../../sandbox/create-workspace.ts';
import { type Conversation, conversations } from '../../../sandbox/model/conversations.ts';
import { admins, companies, contacts, tags } from '../../../sandbox/model/people.ts';
import { cast } from '../../../sandbox/sample/cast.ts';
import { seedConversations } from '../../../sandbox/sample/conversations/seed-conversations.ts';
import { Workspace, type WorkspaceSettings } from '../../../sandbox/store/workspace.ts';
import { testSandbox } from '../support/sandbox.ts';

const DAY = 86_400;
const start = Date.UTC(2026, 10, 25, 12) / 1000;
const settings: WorkspaceSettings = { seed: 1, scale: 1, start, timezone: 'Europe/Dublin' };

function seeded(changed: Partial<WorkspaceSettings> = {}): Workspace {
  return createWorkspace({ ...settings, ...changed });
}
function rowsOf(workspace: Workspace): Conversation[] {
  return conversations(workspace).all();
}
const workspace = seeded();
const rows = rowsOf(workspace);

function rowOf(id: string): Conversation {
  const row = conversations(workspace).get(id);
  if (row === undefined) throw new Error(`no conversation ${id}`);
  return row;
}
function waiting(all: readonly Conversation[]): string[] {
  return all
    .filter(
      ({ state, admin_assignee_id, created_at }) =>
        state === 'open' && admin_assignee_id === 0 && created_at > start - DAY,
    )
    .map(({ id }) => id)
    .sort();
}
function tagNames({ tags: taggings }: Conversation): (string | undefined)[] {
  return taggings.map(({ id }) => tags(workspace).get(id)?.name);
}
function isCustomer({ type }: { readonly type: string }): boolean {
  return type === 'user' || type === 'lead';
}
function bodies(row: Conversation): string[] {
  return [row.source.body, ...row.parts.flatMap(({ body }) => body ?? [])];
}
/** What customer and team said to each other, oldest first. */
function messages({ parts }: Conversation) {
  return parts.filter(({ body, part_type }) => body !== null && part_type !== 'note');
}

test('the same settings give the same conversations, and another seed others around the same cast', () => {
  expect(rowsOf(seeded())).toEqual(rows);
  const other = seeded({ seed: 2 });
  expect(rowsOf(other)).not.toEqual(rows);
  for (const id of Object.values(cast.conversations).flat()) expect(conversations(other).has(id)).toBe(true);
});

test.each([
  { scale: 0.05, count: 11 },
  { scale: 1, count: 120 },
  { scale: 3, count: 360 },
  { scale: 80, count: 9600 },
])('at scale $scale there are $count, and the same six wait', ({ scale, count }) => {
  const all = rowsOf(seeded({ scale }));
  expect(all).toHaveLength(count);
  expect(waiting(all)).toEqual([...cast.conversations.resets, ...cast.conversations.unassigned].sort());
});

test.each([2, 3, 4, 5, 6, 7, 8])('with seed %i the same six wait', (seed) => {
  expect(waiting(rowsOf(seeded({ seed })))).toEqual(
    [...cast.conversations.resets, ...cast.conversations.unassigned].sort(),
  );
});

test('exactly three of those who wait ask for a password reset', () => {
  const matching = waiting(rows).filter(
    (id) => /password/i.test(rowOf(id).source.body) && /reset/i.test(rowOf(id).source.body),
  );
  expect(matching).toEqual([...cast.conversations.resets]);
  cast.conversations.resets.forEach((id, index) => {
    const row = rowOf(id);
    expect(row).toMatchObject({ contact_ids: [cast.contacts.resets[index]], parts: [], team_assignee_id: 0 });
    expect(row.source.body).toMatch(/password reset|reset my password/);
    expect(start - row.created_at).toBeGreaterThanOrEqual(2 * 3600);
    expect(start - row.created_at).toBeLessThanOrEqual(15 * 3600);
  });
  for (const id of cast.conversations.unassigned) {
    expect(rowOf(id)).toMatchObject({ parts: [], team_assignee_id: 0 });
    expect(rowOf(id).source.body).not.toMatch(/password/i);
  }
});

test('others lost their password as well: older, closed, or in the hands of somebody', () => {
  const others = rows.filter(
    (row) => /password reset|reset my password/.test(row.source.body) && !waiting([row]).length,
  );
  const isRecent = ({ created_at }: Conversation) => created_at > start - DAY;
  expect(others.filter((row) => isRecent(row) && row.state === 'open' && row.admin_assignee_id > 0)).toHaveLength(1);
  expect(others.filter((row) => !isRecent(row)).length).toBeGreaterThan(0);
});

test('the refund waits for Maya, who does not know yet that it was paid', () => {
  const row = rowOf(cast.conversations.refund);
  expect(row).toMatchObject({
    state: 'open',
    admin_assignee_id: Number(cast.admins.maya),
    team_assignee_id: Number(cast.teams.billing),
    contact_ids: [cast.contacts.sofia],
    waiting_since: expect.any(Number),
  });
  expect(row.source.body).toContain('refund');
  const asked = row.parts.find(({ author, body }) => author.id === cast.admins.maya && body?.includes('invoice'));
  expect(asked?.body).toContain('number of the invoice');
  const note = row.parts.find(({ part_type }) => part_type === 'note');
  expect(note?.author.id).not.toBe(cast.admins.maya);
  expect(note?.body).toContain('refunded');
  expect(row.parts.at(-1)?.author.id).toBe(cast.contacts.sofia);
  expect(tagNames(row)).toEqual(['billing', 'refund']);
});

test('Jonas has three conversations about one problem, which gets more urgent', () => {
  const his = rows.filter(({ contact_ids }) => contact_ids.includes(cast.contacts.jonas));
  expect(his.map(({ id }) => id)).toEqual([...cast.conversations.jonas]);
  expect(his.map(({ state }) => state)).toEqual(['closed', 'closed', 'open']);
  expect(his.map(({ priority }) => priority)).toEqual(['medium', 'high', 'urgent']);
  for (const row of his) {
    expect(row.source.body).toContain('daylight saving');
    expect(tagNames(row)).toContain('calendar-sync');
  }
  const times = his.map(({ created_at }) => created_at);
  expect(times).toEqual([...times].sort((one, other) => one - other));
});

test('the long conversation has more than 500 parts in two months, no message twice', () => {
  const row = rowOf(cast.conversations.long);
  expect(row.parts.length).toBeGreaterThan(500);
  expect(row.parts.length).toBeLessThan(540);
  expect(row.state).toBe('open');
  expect(row.admin_assignee_id).toBeGreaterThan(0);
  expect(new Set(bodies(row)).size).toBe(bodies(row).length);
  expect(new Set(row.parts.flatMap(({ author }) => (author.type === 'admin' ? author.id : []))).size).toBeGreaterThan(
    3,
  );
  const last = row.parts.at(-1)?.created_at ?? 0;
  expect(start - last).toBeLessThan(3 * DAY);
  expect(last - row.created_at).toBeGreaterThan(55 * DAY);
});

test('every conversation is consistent in itself', () => {
  const ids = new Set<string>();
  for (const row of [...rows, ...rowsOf(seeded({ seed: 9, scale: 5 }))]) {
    const times = [row.created_at, ...row.parts.map(({ created_at }) => created_at)];
    expect(times).toEqual([...times].sort((one, other) => one - other));
    expect(times.at(-1)).toBe(row.updated_at);
    expect(row.updated_at).toBeLessThanOrEqual(start);
    expect(row.created_at).toBeGreaterThanOrEqual(start - 90 * DAY);
    expect(row.parts.at(-1)?.state ?? 'open').toBe(row.state);
    expect(row.snoozed_until === null).toBe(row.state !== 'snoozed');
    if (row.snoozed_until !== null) expect(row.snoozed_until).toBeGreaterThan(start);
    const given = row.parts.flatMap(({ assigned_to }) => (assigned_to?.type === 'admin' ? Number(assigned_to.id) : []));
    expect(row.admin_assignee_id).toBe(given.at(-1) ?? 0);
    const last = messages(row).at(-1)?.author ?? row.source.author;
    if (row.state === 'open') expect(row.waiting_since !== null).toBe(isCustomer(last));
    if (row.state === 'closed') expect(row.waiting_since).toBeNull();
    if (row.rating !== null) expect(row.rating.created_at).toBeLessThanOrEqual(start);
    for (const { applied_at } of row.tags) expect(applied_at).toBeLessThanOrEqual(start);
    for (const body of bodies(row)) expect(body).not.toMatch(/\{\w+\}|undefined|null|NaN/);
    for (const [index, part] of row.parts.entries())
      if (isCustomer(part.author)) expect(part.author.id, `part ${index}`).toBe(row.contact_ids[0]);
  }
  for (const { parts } of rows) for (const { id } of parts) expect(ids.has(id) || !ids.add(id)).toBe(false);
});

test('they are by people that the workspace has, and were there at the time', () => {
  for (const { contact_ids, source, admin_assignee_id, created_at, company_id, parts } of rows) {
    const contact = contacts(workspace).get(contact_ids[0]);
    expect(contact?.created_at, source.author.name ?? '').toBeLessThanOrEqual(created_at);
    expect(
      source.author.type === 'admin' ? admins(workspace).has(source.author.id) : source.author.id === contact?.id,
    ).toBe(true);
    if (admin_assignee_id > 0) expect(admins(workspace).has(admin_assignee_id)).toBe(true);
    if (company_id !== null) expect(companies(workspace).has(company_id)).toBe(true);
    for (const { author } of parts) if (author.type === 'admin') expect(admins(workspace).has(author.id)).toBe(true);
  }
});

test('they are varied', () => {
  const all = rowsOf(seeded({ scale: 5 }));
  const kinds = (read: (row: Conversation) => unknown): Set<unknown> => new Set(all.map(read));
  expect([...kinds(({ state }) => state)].sort()).toEqual(['closed', 'open', 'snoozed']);
  expect([...kinds(({ source }) => source.type)]).toEqual(
    expect.arrayContaining(['conversation', 'email', 'whatsapp', 'phone_call']),
  );
  expect([...kinds(({ source }) => source.delivered_as)].sort()).toEqual(['admin_initiated', 'customer_initiated']);
  expect([...kinds(({ priority }) => priority)].sort()).toEqual(['high', 'low', 'medium', 'none', 'urgent']);
  expect(kinds(({ source }) => source.body).size).toBeGreaterThan(all.length * 0.9);
  expect([...kinds(({ sla }) => sla?.sla_status)]).toEqual(expect.arrayContaining([undefined, 'hit', 'missed']));
  const having = (keep: (row: Conversation) => unknown): number => all.filter(keep).length / all.length;
  expect(having(({ rating }) => rating)).toBeGreaterThan(0.1);
  expect(having(({ ai_agent }) => ai_agent)).toBeGreaterThan(0.05);
  expect(having(({ tags: taggings }) => taggings.length)).toBeGreaterThan(0.4);
  expect(having(({ custom_attributes }) => Object.keys(custom_attributes).length)).toBeGreaterThan(0.4);
  expect(having(({ source }) => source.attachments.length)).toBeGreaterThan(0.05);
  expect(having(({ admin_assignee_id, state }) => state === 'open' && admin_assignee_id === 0)).toBeGreaterThan(0.01);
  expect(having(({ parts }) => parts.some(({ body }) => body?.includes('<blockquote>')))).toBeGreaterThan(0.02);
});

test('tags that the workspace does not have are left out', () => {
  const bare = new Workspace(settings);
  for (const row of admins(workspace).all()) admins(bare).put(structuredClone(row));
  for (const row of contacts(workspace).all()) contacts(bare).put(structuredClone(row));
  seedConversations(bare);
  expect(conversations(bare).size).toBe(120);
  expect(rowsOf(bare).flatMap((row) => row.tags)).toEqual([]);
});

test('the API answers every one of them as the contract says, and finds those who wait for a password', async () => {
  const sandbox = testSandbox();
  for (const { id } of rows) expect(await sandbox.call('GET', `/conversations/${id}`)).toMatchObject({ status: 200 });
  const filters = [
    { field: 'state', operator: '=', value: 'open' },
    { field: 'admin_assignee_id', operator: '=', value: 0 },
    { field: 'created_at', operator: '>', value: start - DAY },
    { field: 'source.body', operator: '~', value: 'password' },
    { field: 'source.body', operator: '~', value: 'reset' },
  ];
  const found = async (value: unknown): Promise<string[]> => {
    const { body } = await sandbox.call('POST', '/conversations/search', { query: { operator: 'AND', value } });
    return (body as { readonly conversations: { readonly id: string }[] }).conversations.map(({ id }) => id).sort();
  };
  expect(await found(filters)).toEqual([...cast.conversations.resets]);
  expect(await found(filters.slice(0, 3))).toEqual(
    [...cast.conversations.resets, ...cast.conversations.unassigned].sort(),
  );
});
