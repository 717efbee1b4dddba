import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cast, createSandbox, type ListeningSandbox, listenSandbox } from '../../sandbox/index.ts';
import { emails } from '../support/people.ts';
import { judge } from './judges.ts';

/** What is used of Intercom's own SDK: told here, for the package is not there in a plain checkout. */
interface Sdk {
  readonly [resource: string]: { readonly [method: string]: (request?: unknown) => Promise<Thing & Listed> };
}
interface Thing {
  readonly id: string;
  readonly [key: string]: unknown;
}
/** The SDK's page: `data` is this page, iterating asks for the others. */
interface Listed extends AsyncIterable<Thing> {
  readonly data: Thing[];
}
interface Module {
  readonly IntercomClient: new (options: { token: string; baseUrl: string; headers: Record<string, string> }) => Sdk;
}

const needs = 'intercom-client';
const there = judge(`${needs}/package.json`) !== undefined;
const sandbox = createSandbox({ strict: true });

async function all(listed: Listed, limit = 10_000): Promise<Thing[]> {
  const found: Thing[] = [];
  for await (const thing of listed) if (found.push(thing) >= limit) break;
  return found;
}
function unique(things: readonly Thing[]): number {
  return new Set(things.map(({ id }) => id)).size;
}

describe.skipIf(!there)("Intercom's own SDK", () => {
  let listening: ListeningSandbox;
  let sdk: Sdk;
  const use = (resource: string): Sdk[string] => sdk[resource] ?? expect.fail(`the SDK has no ${resource}`);
  const run = async (resource: string, method: string, request?: unknown) => {
    const api = use(resource);
    return (await api[method]?.(request)) ?? expect.fail(`${resource} has no ${method}`);
  };

  beforeAll(async () => {
    listening = await listenSandbox(sandbox);
    const { IntercomClient }: Module = await import(needs);
    sdk = new IntercomClient({ token: 'sandbox', baseUrl: listening.url, headers: { 'Intercom-Version': '2.16' } });
  });
  afterAll(() => listening.close());

  test('contacts: search, list to the end, create, get, update, note, tag, archive, delete', async () => {
    const query = { field: 'email', operator: '=', value: emails.amara };
    const [amara] = await all(await run('contacts', 'search', { query }));
    expect(amara).toMatchObject({ id: cast.contacts.amara, custom_attributes: { subscription_tier: 'Enterprise' } });
    const everybody = await all(await run('contacts', 'list', { per_page: 7 }));
    const known = Object.values(sandbox.snapshot().contacts ?? {}).filter(
      (row) => !('archived' in row && row.archived),
    );
    expect(everybody).toHaveLength(known.length);
    expect(unique(everybody)).toBe(everybody.length);

    const { id } = await run('contacts', 'create', { email: 'new.person@sdk.example', name: 'New Person' });
    await run('contacts', 'update', { contact_id: id, name: 'Renamed' });
    expect(await run('contacts', 'find', { contact_id: id })).toMatchObject({ name: 'Renamed', role: 'user' });
    const note = await run('notes', 'create', { contact_id: id, body: 'Met at a fair', admin_id: cast.admins.maya });
    expect(await run('notes', 'find', { note_id: note.id })).toMatchObject({ id: note.id });
    const tag = await run('tags', 'create', { name: 'sdk' });
    await run('tags', 'tagContact', { contact_id: id, id: tag.id });
    expect(sandbox.snapshot().contacts?.[id]).toMatchObject({ tags: [{ id: tag.id }] });
    await run('contacts', 'archive', { contact_id: id });
    await run('contacts', 'unarchive', { contact_id: id });
    await run('contacts', 'delete', { contact_id: id });
    await expect(run('contacts', 'find', { contact_id: id })).rejects.toMatchObject({ statusCode: 404 });
  });

  test('conversations: list to the end, search, get, create, reply, close, assign, update', async () => {
    const total = Object.keys(sandbox.snapshot().conversations ?? {}).length;
    const everything = await all(await run('conversations', 'list', { per_page: 50 }));
    expect([everything.length, unique(everything)]).toEqual([total, total]);
    const query = { field: 'contact_ids', operator: '=', value: cast.contacts.jonas };
    const found = await all(await run('conversations', 'search', { query, pagination: { per_page: 1 } }));
    expect(found.map(({ id }) => id).toSorted()).toEqual(cast.conversations.jonas);

    const conversation_id = cast.conversations.refund;
    const body = { message_type: 'comment', type: 'admin', admin_id: cast.admins.maya, body: 'Refunded' };
    expect(await run('conversations', 'reply', { conversation_id, body })).toMatchObject({ id: conversation_id });
    await run('conversations', 'manage', {
      conversation_id,
      body: { message_type: 'close', type: 'admin', admin_id: cast.admins.maya },
    });
    expect(await run('conversations', 'find', { conversation_id })).toMatchObject({ state: 'closed', open: false });
    await run('conversations', 'update', { conversation_id, read: true });
    const message = await run('conversations', 'create', {
      from: { type: 'user', id: cast.contacts.amara },
      body: 'How do I add a seat?',
    });
    expect(sandbox.snapshot().conversations).toHaveProperty(String(message.conversation_id));
  });

  test('companies, articles and tickets: list, search, create, get, update, delete', async () => {
    const companies = await all(await run('companies', 'list', { per_page: 6 }));
    // A list holds companies that somebody belongs to.
    const contacts = Object.values(sandbox.snapshot().contacts ?? {});
    const withPeople = new Set(contacts.flatMap((row) => ('company_ids' in row ? (row.company_ids as string[]) : [])));
    expect(companies.map(({ id }) => id).toSorted()).toEqual([...withPeople].toSorted());
    const scrolled = await all(await run('companies', 'scroll'));
    expect(unique(scrolled)).toBe(Object.keys(sandbox.snapshot().companies ?? {}).length);
    const company = await run('companies', 'createOrUpdate', { company_id: 'sdk-1', name: 'Sdk Ltd' });
    await run('companies', 'update', { company_id: company.id, body: { name: 'Sdk Limited' } });
    expect(await run('companies', 'find', { company_id: company.id })).toMatchObject({ name: 'Sdk Limited' });
    await run('companies', 'delete', { company_id: company.id });

    const articles = await all(await run('articles', 'list', { per_page: 9 }));
    expect(unique(articles)).toBe(Object.keys(sandbox.snapshot().articles ?? {}).length);
    const { data } = await run('articles', 'search', { phrase: 'SSO configuration', state: 'published' });
    expect(data).toMatchObject({
      articles: expect.arrayContaining([expect.objectContaining({ id: cast.articles.sso })]),
    });
    const article = await run('articles', 'create', {
      title: 'From the SDK',
      author_id: Number(cast.admins.maya),
      body: '<p>Hi</p>',
    });
    await run('articles', 'update', { article_id: article.id, state: 'published' });
    expect(await run('articles', 'find', { article_id: article.id })).toMatchObject({ state: 'published' });
    await run('articles', 'delete', { article_id: article.id });

    const open = { field: 'open', operator: '=', value: true };
    const tickets = await all(await run('tickets', 'search', { query: open, pagination: { per_page: 4 } }));
    expect(tickets.length).toBeGreaterThan(8);
    expect(unique(tickets)).toBe(tickets.length);
    const ticket = await run('tickets', 'create', {
      ticket_type_id: cast.ticketTypes.customer,
      contacts: [{ id: cast.contacts.amara }],
      ticket_attributes: { _default_title_: 'From the SDK', _default_description_: 'A test' },
    });
    await run('tickets', 'update', { ticket_id: ticket.id, ticket_state_id: cast.ticketStates.inProgress });
    expect(await run('tickets', 'get', { ticket_id: ticket.id })).toMatchObject({
      ticket_state: { id: cast.ticketStates.inProgress },
    });
    const reply = { message_type: 'comment', type: 'admin', admin_id: cast.admins.maya, body: 'On it' };
    await run('tickets', 'reply', { ticket_id: ticket.id, body: reply });
    await run('tickets', 'deleteTicket', { ticket_id: ticket.id });
    expect(sandbox.snapshot().tickets).not.toHaveProperty(ticket.id);
  });
});
