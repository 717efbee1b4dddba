import type { Json } from '../../contract/contract.ts';
import type { Call } from '../../http/call.ts';
import type { Conversation } from '../../model/conversations.ts';
import { type Ticket, tickets } from '../../model/tickets.ts';
import { asLinked, asLinkedConversation, linkedList } from '../tickets/linked.ts';

/** Kept for one call, since a page asks for every conversation on it. */
const linked = new WeakMap<Call, ReadonlyMap<string, readonly Ticket[]>>();

/** The tickets that a conversation is linked to and the conversations that it was merged with, as the API answers them. */
export function linkedObjects(call: Call, { id, linked_conversation_ids = [] }: Conversation): Json {
  // A converted conversation and its ticket have one id.
  const converted = tickets(call.workspace).get(id);
  const found = [...(converted ? [converted] : []), ...(ticketsByConversation(call).get(id) ?? [])];
  return linkedList([
    ...found.map((ticket) => asLinked(call.workspace, ticket)),
    ...linked_conversation_ids.map(asLinkedConversation),
  ]);
}

function ticketsByConversation(call: Call): ReadonlyMap<string, readonly Ticket[]> {
  const known = linked.get(call);
  if (known) return known;
  const found = Map.groupBy(
    tickets(call.workspace)
      .all()
      .flatMap((ticket) => ticket.linked_conversation_ids.map((conversation) => ({ conversation, ticket }))),
    ({ conversation }) => conversation,
  );
  const made = new Map([...found].map(([id, links]) => [id, links.map(({ ticket }) => ticket)]));
  linked.set(call, made);
  return made;
}
