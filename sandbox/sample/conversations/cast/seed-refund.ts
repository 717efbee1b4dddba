import { newPart } from '../../../domain/conversations/new-part.ts';
import { namedAdmin } from '../../../domain/people/admin-of.ts';
import { adminAuthor } from '../../../domain/people/author-of.ts';
import { conversations, type Part } from '../../../model/conversations.ts';
import type { Workspace } from '../../../store/workspace.ts';
import { cast } from '../../cast.ts';
import { beginCast } from '../thread/cast-thread.ts';
import { attach } from '../thread/files.ts';
import { assignTo, routeToTeam } from '../thread/routing.ts';
import { adminSays, customerSays, noted, type Talk } from '../thread/talk.ts';
import { tag } from '../thread/thread.ts';

const HOUR = 3600;

/** Sofia was charged twice, and asks where her money is. */
export function seedRefund(workspace: Workspace): void {
  const { maya, ingrid } = cast.admins;
  const talk = beginCast(workspace, {
    id: cast.conversations.refund,
    contact: cast.contacts.sofia,
    ago: 51 * HOUR,
    channel: 'email',
    title: 'Charged twice for the same invoice',
    admin: maya,
    colleague: ingrid,
    text: 'Hello,\n\nour card was charged **twice** for this month’s Fernhill invoice: {amount} on {date}, and {amount} again three minutes later. We only have one subscription, so I would like to have the second payment refunded.\n\nCould you look into it, please?\n\nBest regards,\nSofia Lindqvist\nHarbor Bikes',
  });
  at(talk, 50.9);
  routeToTeam(talk, 'billing');
  at(talk, 49.5);
  assignTo(talk, maya);
  at(talk, 49.2);
  adminSays(
    talk,
    'Hi Sofia,\n\nI am sorry about that. Two charges for one invoice should never happen. Could you send me the number of the invoice? It is at the top right and begins with FH.\n\nThen I can find both payments.\n\nBest,\nMaya',
  );
  at(talk, 30);
  const copy = attach(talk.random, 'invoice', talk.details);
  customerSays(talk, 'Hi Maya,\n\nthank you. It is **{invoice}**, I attach it. The card ends in {digits}.\n\nSofia', [
    copy,
  ]);
  at(talk, 27);
  noted(
    talk,
    'Billing here. Found both captures for {invoice}. The duplicate of {amount} was refunded on the side of the payment processor this morning; it takes 3 to 5 working days to reach her bank. She has not been told yet.',
    ingrid,
  );
  at(talk, 3.4);
  customerSays(
    talk,
    'Hi Maya,\n\nis there any news about the refund? Our bookkeeper closes the month on {later} and there is nothing on the account yet.\n\nThanks,\nSofia',
  );
  const { row } = talk;
  row.priority = 'high';
  row.custom_attributes = { Topic: 'Refund' };
  row.sla = { sla_name: 'First reply within 4 hours', sla_status: 'hit' };
  row.handling_events = [
    { type: 'paused', at: hoursAgo(workspace, 29.8), admin_id: maya, reason: 'Waits for billing' },
    { type: 'resumed', at: hoursAgo(workspace, 26.5), admin_id: maya, reason: null },
  ];
  const parts = [
    beside(workspace, 29.7, maya, 'Two captures for one invoice of Harbor Bikes. Can one of them go back?'),
    beside(workspace, 28, ingrid, 'Yes, the second one is a duplicate. I refund it now and leave a note.'),
  ];
  row.side_conversations = [{ id: workspace.nextId('side_conversations', 88_001), parts }];
  tag(workspace, row, ['billing', 'refund'], maya, row.created_at + 2 * HOUR);
  conversations(workspace).put(row);
}

function at(talk: Talk, hours: number): void {
  talk.now = hoursAgo(talk.workspace, hours);
}

function hoursAgo({ start }: Workspace, hours: number): number {
  return start - Math.round(hours * HOUR);
}

/** What an admin writes in an internal thread. */
function beside(workspace: Workspace, hours: number, admin: string, text: string): Part {
  const author = adminAuthor(namedAdmin(workspace, admin));
  const when = { at: hoursAgo(workspace, hours), state: 'open' } as const;
  return newPart(workspace, when, { part_type: 'comment', author, body: `<p>${text}</p>` });
}
