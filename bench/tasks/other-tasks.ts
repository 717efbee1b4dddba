import { bold, ids, isPlainOf, problemsOf, type Task } from './task.ts';
import { listAt, textAt } from './workspace.ts';

/** Tasks about tickets, contacts and articles. */
export const otherTasks: readonly Task[] = [
  {
    name: 'bug',
    kind: 'ticket with attributes by label',
    question:
      'Open a bug report for amara.diallo@brightleaf.example: title "CSV export stops in the middle of a line", priority High, reproducible, steps to reproduce "Export the bookings of May". Answer with the id of the ticket.',
    writes: /^tickets new$/,
    problems: async ({ workspace, changes }) => {
      const made = changes.filter(({ table, at }) => table === 'tickets' && at === '');
      const ticket = made[0] && (await workspace.ask(`/tickets/${made[0].id}`));
      const attribute = (name: string) => textAt(ticket, `ticket_attributes.${name}`);
      return problemsOf({
        'one ticket was made': made.length === 1,
        'it is a bug report': textAt(ticket, 'ticket_type.id') === '2104',
        'it has the title': attribute('_default_title_') === 'CSV export stops in the middle of a line',
        'its priority is High': /^(?:High|5c1d7a40-3e52-4b8f-9a67-00000000000b)$/.test(attribute('Priority')),
        'it is reproducible': attribute('Reproducible') === 'true',
        'the steps are there': attribute('Steps to reproduce').includes('Export the bookings of May'),
      });
    },
  },
  {
    name: 'publish',
    kind: 'publish an edited draft',
    question:
      'The help center has a draft "Approve invoices before they go out". Replace its last two sentences (from "This text is not complete" on: drop them) by "Approvals are kept for two years." and publish it. Keep all else as it is, formatting too.',
    writes: /^articles 9019 /,
    problems: async ({ workspace }) => {
      const article = await workspace.ask('/articles/9019');
      const body = textAt(article, 'body');
      return problemsOf({
        'it is published': textAt(article, 'state') === 'published',
        'the sentence is in': body.includes('Approvals are kept for two years.'),
        'the old ones are out': !body.includes('limits per team'),
        'the beginning is there': body.includes('an invoice above your limit waits until a member'),
        'Approver is bold still': bold(body, 'Approver') && isPlainOf(body),
      });
    },
  },
  {
    name: 'escalated',
    kind: 'search by the name of a state',
    question: 'Which tickets are in the state Escalated now? Answer with all of their ids.',
    problems: async ({ answer, workspace }) => {
      const query = { field: 'state', operator: '=', value: 'in_progress' };
      const found = listAt(await workspace.ask('/tickets/search', { query, pagination: { per_page: 150 } }), 'tickets');
      const right = ids(found.filter((ticket) => textAt(ticket, 'ticket_state.internal_label') === 'Escalated'));
      const said = [...new Set(answer.match(/\b849\d\d\b/g))].sort();
      return problemsOf({ [`they are ${right}`]: said.join() === right.join() });
    },
  },
  {
    name: 'subscription',
    kind: 'subscribe by name, tell what was before',
    question:
      'Is amara.diallo@brightleaf.example subscribed to the outage alerts (they are opt-in)? If not, subscribe her. Answer what it was before, and who of our team owns this contact (name).',
    writes: /^contacts 66010a11c0ffee0000000001 (?:updated_at$|consents\b)/,
    problems: async ({ answer, workspace }) => {
      const subscribed = listAt(await workspace.ask('/contacts/66010a11c0ffee0000000001/subscriptions'), 'data');
      return problemsOf({
        'she is subscribed': ids(subscribed).includes('94'),
        'Ingrid Sørensen owns her': /Ingrid/.test(answer),
      });
    },
  },
  {
    name: 'internal',
    kind: 'write a formatted internal article',
    question:
      'Write an internal article "When a card was charged twice", owned and written by Hanna Weiss: a heading "Steps", below it a numbered list: 1. Find both charges. 2. Refund the later one. 3. Tell the customer when the money arrives.',
    writes: /^internal_articles new$/,
    problems: async ({ workspace, changes }) => {
      const made = changes.filter(({ table, at }) => table.startsWith('internal') && at === '');
      const article = made[0] && (await workspace.ask(`/internal_articles/${made[0].id}`));
      const body = textAt(article, 'body');
      return problemsOf({
        'one was made': made.length === 1,
        'Hanna owns it': textAt(article, 'owner_id') === '149308',
        'it has a heading': /<h[1-4][^>]*>\s*Steps/.test(body),
        'and a numbered list': /<ol[\s\S]*Refund the later one/.test(body),
      });
    },
  },
  {
    name: 'ticket-state',
    kind: 'change a ticket by names',
    question:
      'Jonas Keller (jonas.keller@alpineoutfitters.example) has one open ticket. Set its state to "Waiting on customer", and its priority to Low. Answer with its id and the state that it had before.',
    writes: /^tickets 84951 /,
    problems: async ({ answer, workspace }) => {
      const ticket = await workspace.ask('/tickets/84951');
      return problemsOf({
        'its state is right': textAt(ticket, 'ticket_state.internal_label') === 'Waiting on customer',
        'its priority is Low': /^(?:Low|5c1d7a40-3e52-4b8f-9a67-000000000001)$/.test(
          textAt(ticket, 'ticket_attributes.Priority'),
        ),
        'the answer names ticket and state': answer.includes('84951') && /In progress/i.test(answer),
      });
    },
  },
];
