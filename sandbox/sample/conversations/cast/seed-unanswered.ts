import { conversations } from '../../../model/conversations.ts';
import { contacts } from '../../../model/people.ts';
import type { Workspace } from '../../../store/workspace.ts';
import { cast } from '../../cast.ts';
import { beginCast } from '../thread/cast-thread.ts';
import type { Channel } from '../thread/scenario.ts';

interface Unanswered {
  readonly hoursAgo: number;
  readonly channel: Channel;
  readonly title: string;
  readonly text: string;
  readonly url?: string;
}

const [first, second, third] = cast.conversations.resets;
const resets: Readonly<Record<string, Unanswered>> = {
  [first]: {
    hoursAgo: 14.2,
    channel: 'conversation',
    title: 'Locked out',
    url: 'https://app.fernhill.example/sign-in',
    text: 'Hi! I am locked out of Fernhill. I clicked on "Forgot it?" twice, but the mail for the **password reset** never arrives. I looked into spam, too. Could you help? My first client comes tomorrow at {time}.',
  },
  [second]: {
    hoursAgo: 8.6,
    channel: 'email',
    title: 'Link has expired',
    text: 'Hello Fernhill team,\n\nI tried to reset my password this morning. The link says "This link has expired", although I opened it right away on {device}. I tried it three times.\n\nCan you please reset my password or send a link that works?\n\nThank you,\n{name}',
  },
  [third]: {
    hoursAgo: 2.4,
    channel: 'conversation',
    title: 'No code on the new phone',
    url: 'https://app.fernhill.example/sign-in',
    text: 'hey, got a new phone and cannot sign in any more 😬 the password reset page asks for a code from the old one, which I do not have. what now?\n\n- account: {email}\n- {browser}',
  },
};

const [trial, import_, sms] = cast.conversations.unassigned;
const others: Readonly<Record<string, Unanswered>> = {
  [trial]: {
    hoursAgo: 19.5,
    channel: 'conversation',
    title: 'Can the trial be longer?',
    url: 'https://app.fernhill.example/settings/plan',
    text: 'Hi, our trial ends on {later} and half of the team was on holiday. Is it possible to get another week before we decide on the {plan} plan?',
  },
  [import_]: {
    hoursAgo: 11.3,
    channel: 'email',
    title: 'Invoices in two currencies',
    text: 'Good morning,\n\nwe started to sell {service} in {city} and need invoices in a second currency. Is there a way to choose it per client, or do we need another account?\n\nKind regards,\n{name}\n{company}',
  },
  [sms]: {
    hoursAgo: 4.1,
    channel: 'whatsapp',
    title: 'Reminder went out at night',
    text: 'Hello, {client} got a reminder at 3:12 in the night. They were not amused. Where can I set quiet hours?',
  },
};

/** What came in during the last day and nobody looked at: three lost passwords, and three other questions. */
export function seedUnanswered(workspace: Workspace): void {
  Object.entries(resets).forEach(([id, each], index) => {
    put(workspace, id, each, cast.contacts.resets[index] ?? cast.contacts.amara);
  });
  const apart = new Set<string>([cast.contacts.jonas, cast.contacts.sofia, ...cast.contacts.resets]);
  const people = contacts(workspace).filter(
    ({ id, archived, blocked, role }) => !apart.has(id) && !archived && !blocked && role === 'user',
  );
  const step = Math.max(1, Math.floor(people.length / 4));
  Object.entries(others).forEach(([id, each], index) => {
    put(workspace, id, each, people[(index + 1) * step]?.id ?? cast.contacts.amara);
  });
}

function put(workspace: Workspace, id: string, { hoursAgo, ...rest }: Unanswered, contact: string): void {
  const { maya, tomas } = cast.admins;
  const ago = Math.round(hoursAgo * 3600);
  const { row } = beginCast(workspace, { ...rest, id, contact, ago, admin: maya, colleague: tomas });
  conversations(workspace).put(row);
}
