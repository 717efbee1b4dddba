import type { ProgramCall } from '../code-mode/solve.ts';

const admins = `const { admins } = await codemode.request({ method: 'GET', path: '/admins' });
const admin = (name) => admins.find((one) => one.name === name).id;`;

const all = `const all = async (path, key, query) => {
  const found = [];
  let starting_after;
  do {
    const page = await codemode.request({ method: 'POST', path, body: { query, pagination: { per_page: 150, starting_after } } });
    found.push(...page[key]);
    starting_after = page.pages?.next?.starting_after;
  } while (starting_after);
  return found;
};`;

function execute(body: string): ProgramCall {
  return { tool: 'execute', code: `async () => {\n${body}\n}` };
}

/** Of each task of `bench/tasks.ts` by its name: what somebody writes for codemode who knows the paths and envelopes of the API. */
export const neighbourPrograms: Readonly<Record<string, ProgramCall>> = {
  refund: execute(`${admins}
const { conversations } = await codemode.request({ method: 'POST', path: '/conversations/search', body: { query: { operator: 'AND', value: [
  { field: 'source.body', operator: '~', value: 'charged' }, { field: 'source.body', operator: '~', value: 'twice' },
  { field: 'admin_assignee_id', operator: '=', value: Number(admin('Maya Okafor')) } ] } } });
if (conversations.length !== 1) return conversations.map(({ id, source }) => ({ id, text: source.body }));
const [{ id }] = conversations;
await codemode.request({ method: 'POST', path: '/conversations/' + id + '/reply', body: { message_type: 'comment', type: 'admin', admin_id: admin('Maya Okafor'),
  body: '<p>The second charge was refunded today. The money arrives <b>within five working days</b>.</p>' } });
return id;`),
  'early-fact':
    execute(`const { conversation_parts } = await codemode.request({ method: 'GET', path: '/conversations/104857430', query: { display_as: 'plaintext' } });
return conversation_parts.conversation_parts.flatMap(({ body }) => (/Camden/.test(body) && /touch/.test(body) ? [body] : []));`),
  count: execute(`${admins}
const count = async (state) => (await codemode.request({ method: 'POST', path: '/conversations/search', body: { query: { operator: 'AND', value: [
  { field: 'state', operator: '=', value: state }, { field: 'admin_assignee_id', operator: '=', value: Number(admin('Ingrid Sørensen')) } ] }, pagination: { per_page: 1 } } })).total_count;
return { open: await count('open'), closed: await count('closed') };`),
  trap: execute(`${admins}
const { data: [contact] } = await codemode.request({ method: 'POST', path: '/contacts/search', body: { query: { field: 'email', operator: '=', value: 'amara.diallo@brightleaf.example' } } });
const { conversations: [newest] } = await codemode.request({ method: 'POST', path: '/conversations/search', body: { query: { operator: 'AND', value: [
  { field: 'contact_ids', operator: '=', value: contact.id }, { field: 'created_at', operator: '>', value: Math.floor(Date.now() / 1000) - 3600 } ] } } });
const { data: tags } = await codemode.request({ method: 'GET', path: '/tags' });
const tag = tags.find(({ name }) => name === 'calendar-sync');
await codemode.request({ method: 'POST', path: '/conversations/' + newest.id + '/tags', body: { id: tag.id, admin_id: admin('Daniel Cho') } });
return newest.source.body;`),
  snooze: execute(`${admins}
const monday = new Date(Date.now() + 7 * 86400000);
monday.setUTCDate(monday.getUTCDate() + ((8 - monday.getUTCDay()) % 7));
monday.setUTCHours(9, 0, 0, 0);
const { state, snoozed_until } = await codemode.request({ method: 'POST', path: '/conversations/104850093/parts', body: { message_type: 'snoozed', admin_id: admin('Owen Gallagher'), snoozed_until: monday / 1000 } });
return { state, snoozed_until };`),
  'hand-over': execute(`${admins}
await codemode.request({ method: 'POST', path: '/conversations/104857413/reply', body: { message_type: 'note', type: 'admin', admin_id: admin('Daniel Cho'), body: '<p>Please <b>call Carlos Mendes</b> first.</p>' } });
const { admin_assignee_id } = await codemode.request({ method: 'POST', path: '/conversations/104857413/parts', body: { message_type: 'assignment', type: 'admin', admin_id: admin('Daniel Cho'), assignee_id: admin('Priya Nair') } });
return admin_assignee_id;`),
  bug: execute(`const { data: types } = await codemode.request({ method: 'GET', path: '/ticket_types' });
const type = types.find(({ name }) => name === 'Bug report');
const priority = type.ticket_type_attributes.ticket_type_attributes.find(({ name }) => name === 'Priority').input_options.list_options.find(({ label }) => label === 'High').id;
const { id } = await codemode.request({ method: 'POST', path: '/tickets', body: { ticket_type_id: type.id, contacts: [{ email: 'amara.diallo@brightleaf.example' }],
  ticket_attributes: { _default_title_: 'CSV export stops in the middle of a line', Priority: priority, Reproducible: true, 'Steps to reproduce': 'Export the bookings of May' } } });
return id;`),
  publish:
    execute(`const { data } = await codemode.request({ method: 'GET', path: '/articles/search', query: { phrase: 'Approve invoices before they go out', state: 'draft' } });
const { id } = data.articles.find(({ title }) => title === 'Approve invoices before they go out');
const { body } = await codemode.request({ method: 'GET', path: '/articles/' + id });
const at = body.indexOf('This text is not complete');
if (at < 0) return body;
const end = body.indexOf('</p>', at);
const done = await codemode.request({ method: 'PUT', path: '/articles/' + id, body: { body: body.slice(0, at) + 'Approvals are kept for two years.' + body.slice(end), state: 'published' } });
return { id, state: done.state, now: done.body };`),
  escalated: execute(`${all}
const tickets = await all('/tickets/search', 'tickets', { field: 'state', operator: '=', value: 'in_progress' });
return tickets.flatMap(({ id, ticket_state }) => (ticket_state.internal_label === 'Escalated' ? [id] : []));`),
  subscription:
    execute(`const { data: [{ id, owner_id }] } = await codemode.request({ method: 'POST', path: '/contacts/search', body: { query: { field: 'email', operator: '=', value: 'amara.diallo@brightleaf.example' } } });
const [{ data: types }, { data: before }, { admins }] = await Promise.all(['/subscription_types', '/contacts/' + id + '/subscriptions', '/admins'].map((path) => codemode.request({ method: 'GET', path })));
const outages = types.find(({ consent_type, default_translation }) => consent_type === 'opt_in' && /outage/i.test(default_translation.name));
const wasSubscribed = before.some((one) => one.id === outages.id);
if (!wasSubscribed) await codemode.request({ method: 'POST', path: '/contacts/' + id + '/subscriptions', body: { id: outages.id, consent_type: 'opt_in' } });
return { type: outages.default_translation.name, wasSubscribed, owner: admins.find((one) => one.id === String(owner_id)).name };`),
  internal: execute(`${admins}
const owner = Number(admin('Hanna Weiss'));
const { id } = await codemode.request({ method: 'POST', path: '/internal_articles', body: { title: 'When a card was charged twice', author_id: owner, owner_id: owner,
  body: '<h2>Steps</h2><ol><li>Find both charges.</li><li>Refund the later one.</li><li>Tell the customer when the money arrives.</li></ol>' } });
return id;`),
  'ticket-state':
    execute(`const { data: [contact] } = await codemode.request({ method: 'POST', path: '/contacts/search', body: { query: { field: 'email', operator: '=', value: 'jonas.keller@alpineoutfitters.example' } } });
const { tickets } = await codemode.request({ method: 'POST', path: '/tickets/search', body: { query: { operator: 'AND', value: [ { field: 'contact_ids', operator: '=', value: contact.id }, { field: 'open', operator: '=', value: true } ] } } });
if (tickets.length !== 1) return tickets.map(({ id }) => id);
const [{ id, ticket_state, ticket_type }] = tickets;
const low = ticket_type.ticket_type_attributes.ticket_type_attributes.find(({ name }) => name === 'Priority').input_options.list_options.find(({ label }) => label === 'Low').id;
const { data: states } = await codemode.request({ method: 'GET', path: '/ticket_states' });
const state = states.find(({ internal_label }) => internal_label === 'Waiting on customer');
await codemode.request({ method: 'PUT', path: '/tickets/' + id, body: { ticket_state_id: state.id, ticket_attributes: { Priority: low } } });
return { id, before: ticket_state.internal_label };`),
};
