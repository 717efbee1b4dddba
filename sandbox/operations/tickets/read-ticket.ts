import { stateOf, typeOf } from '../../domain/tickets/ticket-of.ts';
import { scalar } from '../../generic/scalar.ts';
import { type Ticket, type TicketCategory, ticketTypes } from '../../model/tickets.ts';
import type { FieldReader, FieldValue, SearchContext, SearchType } from '../../search/index.ts';
import type { Workspace } from '../../store/workspace.ts';

const PREFIX = 'ticket_attribute.';

/** What the search calls the categories. */
const CATEGORIES: Readonly<Record<TicketCategory, string>> = {
  Customer: 'request',
  'Back-office': 'task',
  Tracker: 'tracker',
};

/** Reads the searchable fields of a ticket. */
export function readTicket(workspace: Workspace, ticket: Ticket): FieldReader {
  return (field) => {
    const read = FIELDS[field];
    if (read !== undefined) return read(ticket, workspace);
    return field.startsWith(PREFIX) ? attributeOf(workspace, ticket, field.slice(PREFIX.length)) : undefined;
  };
}

/** What each searchable field holds, but for those of ticket types' own attributes. */
const FIELDS: Readonly<Record<string, (ticket: Ticket, workspace: Workspace) => FieldValue>> = {
  id: ({ id }) => id,
  created_at: (ticket) => ticket.created_at,
  updated_at: (ticket) => ticket.updated_at,
  title: ({ ticket_attributes }) => scalar(ticket_attributes._default_title_),
  description: ({ ticket_attributes }) => scalar(ticket_attributes._default_description_),
  category: (ticket, workspace) => CATEGORIES[typeOf(workspace, ticket).category],
  ticket_type_id: (ticket) => ticket.ticket_type_id,
  contact_ids: (ticket) => ticket.contact_ids,
  teammate_ids: teammates,
  admin_assignee_id: (ticket) => String(ticket.admin_assignee_id),
  team_assignee_id: (ticket) => String(ticket.team_assignee_id),
  open: ({ open }) => open,
  state: (ticket, workspace) => stateOf(workspace, ticket).category,
  snoozed_until: (ticket) => ticket.snoozed_until,
};

/** Admins who are assigned or wrote something. */
function teammates({ admin_assignee_id: assignee, parts }: Ticket): string[] {
  const authors = parts.filter(({ author }) => author.type === 'admin').map(({ author }) => author.id);
  return [...new Set([...(assignee === 0 ? [] : [String(assignee)]), ...authors])];
}

function attributeOf(workspace: Workspace, ticket: Ticket, id: string): FieldValue {
  const attribute = typeOf(workspace, ticket).attributes.find((candidate) => candidate.id === id);
  return attribute === undefined ? undefined : scalar(ticket.ticket_attributes[attribute.name]);
}

const SEARCH_TYPES: Readonly<Record<string, SearchType>> = {
  string: 'string',
  list: 'string',
  integer: 'integer',
  decimal: 'number',
  boolean: 'boolean',
  datetime: 'date',
};

/** The type of an attribute of a ticket type, by its name in a search. */
export function attributeType(workspace: Workspace): NonNullable<SearchContext['attributeType']> {
  return (field) => {
    const id = field.slice(PREFIX.length);
    const attributes = ticketTypes(workspace)
      .all()
      .flatMap((type) => type.attributes);
    return SEARCH_TYPES[attributes.find((attribute) => attribute.id === id)?.data_type ?? ''];
  };
}
