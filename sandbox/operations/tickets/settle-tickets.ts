import { operator } from '../../domain/people/author-of.ts';
import { addPart } from '../../domain/tickets/add-part.ts';
import { tickets } from '../../model/tickets.ts';
import type { Workspace } from '../../store/workspace.ts';
import { settleJobs } from './jobs.ts';

/** Does what became due: queued tickets are created, and tickets whose time is over are no longer snoozed. */
export function settleTickets(workspace: Workspace, now: number): void {
  settleJobs(workspace, now);
  for (const ticket of tickets(workspace).all()) {
    const { snoozed_until: at } = ticket;
    if (at === null || at > now) continue;
    ticket.snoozed_until = null;
    ticket.updated_at = at;
    addPart(workspace, ticket, { at, author: operator }, { part_type: 'timer_unsnooze' });
  }
}
