import { defaultAttributes } from '../../domain/tickets/default-attributes.ts';
import { nextListItemId } from '../../model/ids.ts';
import {
  type StateCategory,
  type TicketAttribute,
  type TicketType,
  ticketStates,
  ticketTypes,
} from '../../model/tickets.ts';
import type { Workspace } from '../../store/workspace.ts';
import { cast } from '../cast.ts';

const DAY = 86_400;

interface Planned {
  readonly name: string;
  readonly description: string;
  readonly data_type: string;
  readonly items?: readonly string[];
}

/** The ticket types of Fernhill with their attributes, and the states of tickets. */
export function seedTypes(workspace: Workspace): void {
  const { customer, backOffice, tracker } = cast.ticketTypes;
  putType(workspace, customer, 'Customer request', 'Anything a customer needs us to look into.', 'Customer', [
    { name: 'Priority', description: 'How soon it matters', data_type: 'list', items: ['Low', 'Normal', 'High'] },
    { name: 'Product area', description: 'Where it happens', data_type: 'list', items: AREAS },
    { name: 'Invoice number', description: 'If it is about one', data_type: 'string' },
    { name: 'Affected bookings', description: 'How many, roughly', data_type: 'integer' },
  ]);
  putType(workspace, BUG, 'Bug report', 'Something in Fernhill that does not work as it should.', 'Customer', [
    { name: 'Priority', description: 'How soon it matters', data_type: 'list', items: ['Low', 'Normal', 'High'] },
    { name: 'Steps to reproduce', description: 'What to do to see it', data_type: 'string' },
    { name: 'Reproducible', description: 'Whether we have seen it ourselves', data_type: 'boolean' },
  ]);
  putType(
    workspace,
    backOffice,
    'Finance task',
    'Work for the billing team that customers do not see.',
    'Back-office',
    [
      { name: 'Task', description: 'What is to be done', data_type: 'list', items: ['Refund', 'Credit note', 'Audit'] },
      { name: 'Amount', description: 'In euros', data_type: 'decimal' },
      { name: 'Due', description: 'By when', data_type: 'datetime' },
    ],
  );
  putType(workspace, tracker, 'Known issue', 'One problem that several customers have.', 'Tracker', [
    { name: 'Severity', description: 'How bad it is', data_type: 'list', items: ['Minor', 'Major', 'Outage'] },
    { name: 'Fix released', description: 'Whether customers have the fix', data_type: 'boolean' },
  ]);
  const { submitted, inProgress, waiting, resolved, escalated } = cast.ticketStates;
  const everywhere = [customer, BUG, backOffice, tracker];
  putState(workspace, submitted, 'submitted', 'Submitted', everywhere);
  putState(workspace, inProgress, 'in_progress', 'In progress', everywhere);
  putState(workspace, waiting, 'waiting_on_customer', 'Waiting on customer', everywhere);
  putState(workspace, resolved, 'resolved', 'Resolved', everywhere);
  putState(workspace, escalated, 'in_progress', 'Escalated', [customer, BUG]);
  putState(workspace, '4606', 'in_progress', 'Waiting for the bank', [backOffice]);
}

/** The second type for customers, to which a ticket's type can be changed. */
export const BUG = '2104';

const AREAS = ['Calendar sync', 'Invoicing', 'Payments', 'Booking pages', 'Sign-in'];

function putType(
  workspace: Workspace,
  id: string,
  name: string,
  description: string,
  category: TicketType['category'],
  planned: readonly Planned[],
): void {
  const at = workspace.start - 400 * DAY;
  const attributes = planned.map(
    ({ items, ...planned }, index): TicketAttribute => ({
      id: workspace.nextId('ticket_type_attributes', 3301),
      ...planned,
      input_options:
        items !== undefined
          ? { list_options: items.map((label) => ({ id: nextListItemId(workspace), label })) }
          : planned.data_type === 'string'
            ? { multiline: false }
            : {},
      order: index + 2,
      required_to_create: false,
      required_to_create_for_contacts: false,
      visible_on_create: true,
      visible_to_contacts: category === 'Customer',
      default: false,
      archived: false,
      created_at: at,
      updated_at: at,
    }),
  );
  ticketTypes(workspace).put({
    id,
    name,
    description,
    icon: '\u{1F39F}\uFE0F',
    category,
    archived: false,
    created_at: at,
    updated_at: at,
    attributes: [...defaultAttributes(workspace, at), ...attributes],
  });
}

function putState(
  workspace: Workspace,
  id: string,
  category: StateCategory,
  label: string,
  types: readonly string[],
): void {
  ticketStates(workspace).put({
    id,
    category,
    internal_label: label,
    external_label: label,
    archived: false,
    ticket_type_ids: [...types],
  });
}
