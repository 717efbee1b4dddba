import type { CallTool } from './transcript.ts';

/** Escalates the one open ticket of a user with a summary of the three newest conversations; resolves to the ticket's id. */
export async function escalationOverMcp(
  callTool: CallTool,
  { email, state }: { email: string; state: string },
): Promise<string> {
  const { result: contacts } = await callTool('list_all_intercom_search_contacts', {
    query: { field: 'email', operator: '=', value: email },
  });
  const [contact] = contacts;
  if (contact === undefined) throw new Error(`Nobody has the email address ${email}.`);

  const byContact = { field: 'contact_ids', operator: '=', value: contact.id };
  const { result: conversations } = await callTool('list_all_intercom_search_conversations', {
    query: byContact,
    limit: 3,
  });
  const questions: string[] = [];
  for (const { id } of conversations) {
    const { source } = await callTool('get_single_intercom_conversation_by_id', { conversation_id: id });
    const { subject } = Object(source);
    questions.push(`${id} (${String(subject || 'no subject')})`);
  }

  const { result: tickets } = await callTool('list_all_intercom_search_tickets', {
    query: { operator: 'AND', value: [byContact, { field: 'open', operator: '=', value: true }] },
    fields: ['+ticket_attributes'],
  });
  const [ticket] = tickets;
  if (ticket === undefined || tickets.length > 1) throw new Error('There is not exactly one open ticket.');

  const { result: states } = await callTool('list_all_intercom_ticket_states', {});
  const wanted = states.find(({ internal_label }) => internal_label === state);
  const { _default_description_: description = '' } = Object(ticket.ticket_attributes);
  await callTool('update_a_intercom_ticket_by_id', {
    ticket_id: ticket.id,
    ticket_state_id: wanted?.id,
    ticket_attributes: {
      _default_description_: `${description}\n\nThe last conversations about it: ${questions.join(', ')}.`,
    },
  });
  return ticket.id;
}
