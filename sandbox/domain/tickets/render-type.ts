import type { Json } from '../../contract/contract.ts';
import { app } from '../../model/app.ts';
import { type TicketState, type TicketType, ticketTypes } from '../../model/tickets.ts';
import type { Workspace } from '../../store/workspace.ts';
import { statesOf } from './ticket-of.ts';

/** A ticket type as the API answers it, with its states and attributes. */
export function renderType(workspace: Workspace, type: TicketType): Json {
  return {
    ...type,
    type: 'ticket_type',
    workspace_id: app.id,
    is_internal: type.category !== 'Customer',
    ticket_states: { type: 'list', data: statesOf(workspace, type.id).map(renderState) },
    ticket_type_attributes: {
      type: 'list',
      ticket_type_attributes: type.attributes.map((attribute) => renderAttribute(type, attribute)),
    },
  };
}

/** An attribute of a ticket type as the API answers it. */
export function renderAttribute({ id }: TicketType, attribute: TicketType['attributes'][number]): Json {
  return { ...attribute, type: 'ticket_type_attribute', workspace_id: app.id, ticket_type_id: id };
}

/** A ticket state as it stands in tickets and types. */
export function renderState(state: TicketState): Json {
  return { ...state, type: 'ticket_state' };
}

/** A ticket state as it stands in the list of states: its types in flat properties, without attributes and states. */
export function renderStateWithTypes(workspace: Workspace, state: TicketState): Json {
  const types = ticketTypes(workspace).filter(({ id }) => state.ticket_type_ids.includes(id));
  return { ...renderState(state), ticket_types: { type: 'list', data: types.map(renderTypeBriefly) } };
}

function renderTypeBriefly({ id, name, description, icon, archived, category }: TicketType): Json {
  const is_internal = category !== 'Customer';
  return { type: 'ticket_type', id, name, description, icon, archived, is_internal, category };
}
