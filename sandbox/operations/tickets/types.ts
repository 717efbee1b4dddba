import { defaultAttributes } from '../../domain/tickets/default-attributes.ts';
import { renderStateWithTypes, renderType } from '../../domain/tickets/render-type.ts';
import { assign } from '../../generic/assign.ts';
import { crud } from '../../generic/crud.ts';
import { textIn } from '../../generic/read-body.ts';
import type { Call, Routes } from '../../http/call.ts';
import { existing } from '../../http/fault.ts';
import {
  type StateCategory,
  type TicketCategory,
  type TicketType,
  ticketStates,
  ticketTypes,
} from '../../model/tickets.ts';
import { page } from '../../paging/page.ts';
import type { Workspace } from '../../store/workspace.ts';
import { createAttribute, updateAttribute } from './attributes.ts';

const TEXTS = ['name', 'description', 'icon', 'category'] as const;

/** Ticket types, their attributes and the states of tickets. */
export const ticketTypesRoutes: Routes = {
  ...crud<TicketType>({
    collection: '/ticket_types',
    item: '/ticket_types/{ticket_type_id}',
    param: 'ticket_type_id',
    what: 'Ticket type',
    table: ticketTypes,
    render: (type, { workspace }) => renderType(workspace, type),
    create,
    update: (type, { body, now }) => {
      assign(type, body, [...TEXTS, 'archived']);
      type.updated_at = now;
    },
  }),
  'POST /ticket_types/{ticket_type_id}/attributes': (call) => createAttribute(call, namedType(call)),
  'PUT /ticket_types/{ticket_type_id}/attributes/{attribute_id}': (call) => updateAttribute(call, namedType(call)),
  'GET /ticket_states': (call) =>
    page(call, ticketStates(call.workspace).all(), (state) => renderStateWithTypes(call.workspace, state)),
};

function namedType({ workspace, params }: Call): TicketType {
  return existing(ticketTypes(workspace).get(params.ticket_type_id), 'Ticket type', 'not_found');
}

function create({ workspace, body, now }: Call): TicketType {
  const usual: TicketCategory = body.is_internal === true ? 'Back-office' : 'Customer';
  const type: TicketType = {
    id: workspace.nextId('ticket_types', 2201),
    name: '',
    description: '',
    icon: '\u{1F39F}\uFE0F',
    category: usual,
    archived: false,
    created_at: now,
    updated_at: now,
    attributes: defaultAttributes(workspace, now),
  };
  assign(type, body, TEXTS);
  giveStates(workspace, type, textIn(body, 'category') === undefined ? usual : type.category);
  return type;
}

const LABELS: Readonly<Record<StateCategory, string>> = {
  submitted: 'Submitted',
  in_progress: 'In progress',
  waiting_on_customer: 'Waiting on customer',
  resolved: 'Resolved',
};

/** A new type has the states that all types of its category have, and one of each stage at least. */
function giveStates(workspace: Workspace, type: TicketType, category: TicketCategory): void {
  const table = ticketStates(workspace);
  const peers = ticketTypes(workspace).filter((other) => other.category === category);
  const shared = table.filter(
    ({ archived, ticket_type_ids }) =>
      !archived && peers.length > 0 && peers.every(({ id }) => ticket_type_ids.includes(id)),
  );
  for (const state of shared) state.ticket_type_ids.push(type.id);
  for (const [stage, label] of Object.entries(LABELS) as [StateCategory, string][]) {
    if (shared.some((state) => state.category === stage)) continue;
    const known = table.find((state) => state.category === stage && state.internal_label === label && !state.archived);
    if (known !== undefined) known.ticket_type_ids.push(type.id);
    else
      table.put({
        id: workspace.nextId('ticket_states', 4701),
        category: stage,
        internal_label: label,
        external_label: label,
        archived: false,
        ticket_type_ids: [type.id],
      });
  }
}
