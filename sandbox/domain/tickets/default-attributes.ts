import type { TicketAttribute } from '../../model/tickets.ts';
import type { Workspace } from '../../store/workspace.ts';

/** Title and description, which every type has from the start. */
export function defaultAttributes(workspace: Workspace, at: number): TicketAttribute[] {
  return ['_default_title_', '_default_description_'].map((name, order) => ({
    id: workspace.nextId('ticket_type_attributes', 3301),
    name,
    description: '',
    data_type: 'string',
    input_options: { multiline: order === 1 },
    order,
    required_to_create: false,
    required_to_create_for_contacts: false,
    visible_on_create: true,
    visible_to_contacts: true,
    default: true,
    archived: false,
    created_at: at,
    updated_at: at,
  }));
}
