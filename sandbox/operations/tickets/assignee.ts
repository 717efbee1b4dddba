import { existing, Fault } from '../../http/fault.ts';
import { admins, teams } from '../../model/people.ts';
import type { Ticket, TicketPart } from '../../model/tickets.ts';
import type { Workspace } from '../../store/workspace.ts';

/** Whom a ticket is assigned to; 0 for nobody. */
type Assignees = Pick<Ticket, 'admin_assignee_id' | 'team_assignee_id'>;

/** The assignees that an id of an admin, of a team or 0 leads to; throws for an unknown one. */
export function assigneesFor(workspace: Workspace, id: string, current: Assignees): Assignees {
  if (id === '0') return { admin_assignee_id: 0, team_assignee_id: 0 };
  if (admins(workspace).has(id)) return { ...pick(current), admin_assignee_id: Number(id) };
  if (teams(workspace).has(id)) return { ...pick(current), team_assignee_id: Number(id) };
  throw new Fault(404, 'Assignee not found', { code: 'assignee_not_found' });
}

/** The assignees of a new ticket; throws for an unknown one. */
export function checkAssignees(workspace: Workspace, admin = '0', team = '0'): Assignees {
  if (admin !== '0') existing(admins(workspace).get(admin), 'Assignee', 'assignee_not_found');
  if (team !== '0') existing(teams(workspace).get(team), 'Assignee', 'assignee_not_found');
  return { admin_assignee_id: Number(admin), team_assignee_id: Number(team) };
}

/** Who a part says the ticket went to: what changed, an admin before a team. */
export function assignedTo(before: Assignees, after: Assignees): TicketPart['assigned_to'] {
  const { admin_assignee_id: admin, team_assignee_id: team } = after;
  if (admin !== 0 && admin !== before.admin_assignee_id) return { type: 'admin', id: String(admin) };
  if (team !== 0 && team !== before.team_assignee_id) return { type: 'team', id: String(team) };
  return { type: 'nobody_admin', id: null };
}

function pick({ admin_assignee_id, team_assignee_id }: Assignees): Assignees {
  return {
    admin_assignee_id,
    team_assignee_id,
  };
}
