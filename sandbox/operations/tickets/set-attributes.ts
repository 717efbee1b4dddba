import type { Json } from '../../contract/contract.ts';
import { addPart, type By } from '../../domain/tickets/add-part.ts';
import { optionsOf } from '../../domain/tickets/list-options.ts';
import { typeOf } from '../../domain/tickets/ticket-of.ts';
import type { Ticket, TicketAttribute } from '../../model/tickets.ts';
import type { Workspace } from '../../store/workspace.ts';

/** Sets checked values of a ticket, with a part for each that changes; null takes a value away. */
export function setAttributes(workspace: Workspace, ticket: Ticket, by: By, values: Json): void {
  for (const attribute of typeOf(workspace, ticket).attributes) {
    const value = values[attribute.name];
    const before = ticket.ticket_attributes[attribute.name] ?? null;
    if (value === undefined || JSON.stringify(value) === JSON.stringify(before)) continue;
    ticket.ticket_attributes[attribute.name] = value;
    addPart(workspace, ticket, by, {
      part_type: 'ticket_attribute_updated_by_admin',
      updated_attribute_data: {
        attribute: { type: 'attribute', id: attribute.id, label: attribute.name },
        value: { type: 'value', ...described(attribute, value) },
      },
    });
  }
}

function described(attribute: TicketAttribute, value: unknown): { id: string | null; label: string } {
  if (value === null) return { id: null, label: '' };
  const option = optionsOf(attribute).find(({ id }) => id === value);
  if (option !== undefined) return { ...option };
  return { id: null, label: typeof value === 'object' ? JSON.stringify(value) : String(value) };
}
