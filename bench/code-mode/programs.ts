import type { ProgramCall } from './solve.ts';

/** Of each task of `bench/tasks.ts` by its name: what somebody writes who knows the functions, but no id that the task does not name. */
export const programs: Readonly<Record<string, ProgramCall>> = {
  refund: {
    tool: 'run_code',
    code: `const { result } = await intercom.searchConversations({ query: { operator: 'AND', value: [
  { field: 'source.body', operator: '~', value: 'charged' },
  { field: 'source.body', operator: '~', value: 'twice' },
  { field: 'admin_assignee_id', operator: '=', value: 'Maya Okafor' },
] } });
if (result.length !== 1) return result.map(({ id, source }) => ({ id, text: source.body }));
const [{ id }] = result;
await intercom.replyToConversation({
  conversation_id: id, type: 'admin', message_type: 'comment', admin_id: 'Maya Okafor',
  body: 'The second charge was refunded today. The money arrives **within five working days**.',
});
return id;`,
  },
  'early-fact': {
    tool: 'run_read_code',
    code: `const { conversation_parts } = await intercom.getConversation({ conversation_id: '104857430', parts_contains: 'Camden Street booking widget' });
return conversation_parts.flatMap(({ body }) => (/nobody|touch/.test(body) ? [body] : []));`,
  },
  count: {
    tool: 'run_read_code',
    code: `const counts = { open: 0, closed: 0, snoozed: 0 };
const query = { field: 'admin_assignee_id', operator: '=', value: 'Ingrid Sørensen' };
for await (const { state } of intercom.all.searchConversations({ query })) counts[state] += 1;
return counts;`,
  },
  trap: {
    tool: 'run_code',
    code: `const { result: [contact] } = await intercom.searchContacts({ query: { field: 'email', operator: '=', value: 'amara.diallo@brightleaf.example' } });
const { result: [newest] } = await intercom.searchConversations({ query: { operator: 'AND', value: [
  { field: 'contact_ids', operator: '=', value: contact.id },
  { field: 'created_at', operator: '>', value: 'now-1h' },
] } });
await intercom.attachTagToConversation({ conversation_id: newest.id, tag_id: 'calendar-sync', admin_id: 'Daniel Cho' });
return newest.source.body;`,
  },
  snooze: {
    tool: 'run_code',
    code: `const monday = new Date(Date.now() + 7 * 86400000);
monday.setUTCDate(monday.getUTCDate() + ((8 - monday.getUTCDay()) % 7));
monday.setUTCHours(9, 0, 0, 0);
const { state, snoozed_until } = await intercom.manageConversation({
  conversation_id: '104850093', message_type: 'snoozed', admin_id: 'Owen Gallagher', snoozed_until: monday.toISOString(),
});
return { state, snoozed_until };`,
  },
  'hand-over': {
    tool: 'run_code',
    code: `const conversation_id = '104857413';
await intercom.replyToConversation({
  conversation_id, type: 'admin', message_type: 'note', admin_id: 'Daniel Cho', body: 'Please **call Carlos Mendes** first.',
});
const { admin_assignee } = await intercom.manageConversation({
  conversation_id, message_type: 'assignment', type: 'admin', admin_id: 'Daniel Cho', assignee_id: 'Priya Nair',
});
return admin_assignee;`,
  },
  bug: {
    tool: 'run_code',
    code: `const { id } = await intercom.createTicket({
  ticket_type_id: 'Bug report',
  contacts: [{ email: 'amara.diallo@brightleaf.example' }],
  ticket_attributes: {
    _default_title_: 'CSV export stops in the middle of a line',
    Priority: 'High', Reproducible: true, 'Steps to reproduce': 'Export the bookings of May',
  },
});
return id;`,
  },
  publish: {
    tool: 'run_code',
    code: `const { result } = await intercom.searchArticles({ phrase: 'Approve invoices before they go out', state: 'draft' });
const { id: article_id } = result.find(({ title }) => title === 'Approve invoices before they go out');
const { body } = await intercom.getArticle({ article_id });
const at = body.indexOf('This text is not complete');
if (at < 0) return body;
const { state, body: now } = await intercom.updateArticle({ article_id, body: body.slice(0, at) + 'Approvals are kept for two years.', state: 'published' });
return { article_id, state, now };`,
  },
  escalated: {
    tool: 'run_read_code',
    code: `const ids = [];
const query = { field: 'state', operator: '=', value: 'in_progress' };
for await (const { id, ticket_state } of intercom.all.searchTickets({ query }))
  if (ticket_state.internal_label === 'Escalated') ids.push(id);
return ids;`,
  },
  subscription: {
    tool: 'run_code',
    code: `const { result: [{ id: contact_id, owner }] } = await intercom.searchContacts({ query: { field: 'email', operator: '=', value: 'amara.diallo@brightleaf.example' } });
const [{ result: types }, { result: before }] = await Promise.all([intercom.listSubscriptionTypes({}), intercom.listContactSubscriptions({ contact_id })]);
const outages = types.find(({ consent_type, translations, default_translation }) => consent_type === 'opt_in' && /outage/i.test(default_translation.name));
const wasSubscribed = before.some(({ id }) => id === outages.id);
if (!wasSubscribed) await intercom.attachSubscriptionToContact({ contact_id, subscription_id: outages.id, consent_type: 'opt_in' });
return { type: outages.default_translation.name, wasSubscribed, owner };`,
  },
  internal: {
    tool: 'run_code',
    code: `const { id } = await intercom.createInternalArticle({
  title: 'When a card was charged twice', author_id: 'Hanna Weiss', owner_id: 'Hanna Weiss',
  body: '## Steps\\n\\n1. Find both charges.\\n2. Refund the later one.\\n3. Tell the customer when the money arrives.',
});
return id;`,
  },
  'ticket-state': {
    tool: 'run_code',
    code: `const { result: [contact] } = await intercom.searchContacts({ query: { field: 'email', operator: '=', value: 'jonas.keller@alpineoutfitters.example' } });
const { result } = await intercom.searchTickets({ query: { operator: 'AND', value: [
  { field: 'contact_ids', operator: '=', value: contact.id },
  { field: 'open', operator: '=', value: true },
] } });
if (result.length !== 1) return result.map(({ id }) => id);
const [{ id, ticket_state }] = result;
await intercom.updateTicket({ ticket_id: id, ticket_state_id: 'Waiting on customer', ticket_attributes: { Priority: 'Low' } });
return { id, before: ticket_state.internal_label };`,
  },
};
