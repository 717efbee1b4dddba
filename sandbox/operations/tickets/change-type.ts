import type { Json } from '../../contract/contract.ts';
import { tokenAdmin } from '../../domain/people/admin-of.ts';
import { adminAuthor } from '../../domain/people/author-of.ts';
import { optionsOf } from '../../domain/tickets/list-options.ts';
import { renderTicket } from '../../domain/tickets/render-ticket.ts';
import { setState } from '../../domain/tickets/set-state.ts';
import { namedTicket, statesOf, typeOf } from '../../domain/tickets/ticket-of.ts';
import { objectIn, textIn } from '../../generic/read-body.ts';
import type { Call } from '../../http/call.ts';
import { existing, invalid } from '../../http/fault.ts';
import type { Ticket, TicketType } from '../../model/tickets.ts';
import { ticketTypes } from '../../model/tickets.ts';
import { checkAttributes } from './check-attributes.ts';

/** Moves a ticket to another type of its category. */
export function changeType(call: Call): unknown {
  const { workspace, body, now } = call;
  const ticket = namedTicket(call, 'not_found');
  const before = typeOf(workspace, ticket);
  const after = existing(ticketTypes(workspace).get(body.ticket_type_id), 'Ticket type', 'not_found');
  if (after.id === before.id) refuse('The ticket is of this type already');
  if (after.archived) refuse(`Ticket type ${after.id} is archived`);
  if (after.category !== before.category) refuse('The new ticket type must be of the same category');
  const attributes = checkAttributes(after, objectIn(body, 'ticket_attributes'));
  const stateId = textIn(body, 'ticket_state_id') ?? '';
  if (!statesOf(workspace, after.id).some(({ id }) => id === stateId)) refuse('The new ticket type has no such state');

  ticket.ticket_attributes = { ...carried(ticket, before, after), ...attributes };
  ticket.ticket_type_id = after.id;
  setState(workspace, ticket, { at: now, author: adminAuthor(tokenAdmin(workspace)) }, stateId);
  ticket.updated_at = now;
  return renderTicket(call, ticket);
}

/** The values of attributes that both types have by name and kind. */
function carried({ ticket_attributes: values }: Ticket, before: TicketType, after: TicketType): Json {
  const kept: Json = {};
  for (const attribute of after.attributes) {
    const old = before.attributes.find(
      ({ name, data_type }) => name === attribute.name && data_type === attribute.data_type,
    );
    const value = old === undefined ? undefined : values[old.name];
    if (old === undefined || value === undefined) continue;
    // The same choice has another id in another type.
    const label = optionsOf(old).find(({ id }) => id === value)?.label;
    const item = optionsOf(attribute).find((option) => option.label === label);
    if (attribute.data_type !== 'list') kept[attribute.name] = value;
    else if (item !== undefined) kept[attribute.name] = item.id;
  }
  return kept;
}

function refuse(message: string): never {
  throw invalid(message);
}
