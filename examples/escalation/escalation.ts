import type { Client } from 'intercom-mcp-toolkit';
import { searchContacts } from 'intercom-mcp-toolkit/intercom/tools/contacts';
import { getConversation, searchConversations } from 'intercom-mcp-toolkit/intercom/tools/conversations';
import { listTicketStates } from 'intercom-mcp-toolkit/intercom/tools/ticket_states';
import { searchTickets, updateTicket } from 'intercom-mcp-toolkit/intercom/tools/tickets';

/** Whose ticket, and the state that it gets. */
export interface EscalationOptions {
  readonly email: string;
  /** Name of a ticket state, such as `Escalated`. */
  readonly state: string;
  /** Puts what was said in a few sentences; a language model in a real program. */
  readonly summarize: (conversations: readonly string[]) => string | Promise<string>;
}

/** What was done. */
export interface EscalationReport {
  readonly ticketId: string;
  /** The conversations that the summary is about, newest first. */
  readonly conversationIds: readonly string[];
}

/**
 * Puts a summary of a user's three latest conversations into that user's open ticket, and sets the ticket's state. Throws
 * where there is not exactly one such user and one such ticket.
 */
export async function escalate(
  client: Client,
  { email, state, summarize }: EscalationOptions,
): Promise<EscalationReport> {
  const contact = single(
    await client.call(searchContacts, { query: { field: 'email', operator: '=', value: email } }),
    `contact with the email address ${email}`,
  );
  const byContact = { field: 'contact_ids', operator: '=', value: contact.id ?? '' } as const;

  const { result: found } = await client.call(searchConversations, { query: byContact, limit: 150 });
  const newest = found.toSorted((a, b) => (b.created_at ?? 0) - (a.created_at ?? 0)).slice(0, 3);
  const conversationIds = newest.map(({ id = '' }) => id);
  const texts: string[] = [];
  for (const conversation_id of conversationIds)
    texts.push(textOf(await client.call(getConversation, { conversation_id, display_as: 'plaintext' })));

  const ticket = single(
    await client.call(searchTickets, {
      query: { operator: 'AND', value: [byContact, { field: 'open', operator: '=', value: true }] },
    }),
    'open ticket of this contact',
  );
  const { result: states } = await client.call(listTicketStates, {});
  const wanted = states.find(
    ({ internal_label, ticket_types }) =>
      internal_label === state && ticket_types?.data?.some((type) => type?.id === ticket.ticket_type?.id),
  );
  if (wanted?.id === undefined) throw new Error(`Tickets of this type have no state ${state}.`);

  const { _default_description_: description = '' } = ticket.ticket_attributes ?? {};
  await client.call(updateTicket, {
    ticket_id: ticket.id ?? '',
    ticket_state_id: wanted.id,
    ticket_attributes: { _default_description_: `${description}\n\n${await summarize(texts)}` },
  });
  return { ticketId: ticket.id ?? '', conversationIds };
}

function single<Item>({ result }: { readonly result: readonly Item[] }, what: string): Item {
  const [item] = result;
  if (item === undefined || result.length > 1)
    throw new Error(`There is not exactly one ${what}, but ${result.length}.`);
  return item;
}

/** What was said in a conversation, in its order. */
function textOf({
  source,
  conversation_parts,
}: {
  source?: { body?: string };
  conversation_parts?: { conversation_parts?: { body?: string | null }[] };
}): string {
  const parts = conversation_parts?.conversation_parts?.map(({ body }) => body) ?? [];
  return [source?.body, ...parts].filter(Boolean).join('\n');
}
