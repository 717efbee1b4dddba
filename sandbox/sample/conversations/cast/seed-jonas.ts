import { namedAdmin } from '../../../domain/people/admin-of.ts';
import { adminAuthor } from '../../../domain/people/author-of.ts';
import { conversations } from '../../../model/conversations.ts';
import type { Workspace } from '../../../store/workspace.ts';
import { cast } from '../../cast.ts';
import { beginCast, type CastOpening } from '../thread/cast-thread.ts';
import { attach } from '../thread/files.ts';
import { assignTo, routeToTeam } from '../thread/routing.ts';
import { adminSays, customerSays, happen, noted, type Talk } from '../thread/talk.ts';
import { tag } from '../thread/thread.ts';

const DAY = 86_400;
const [first, second, third] = cast.conversations.jonas;
const { daniel, luca, priya } = cast.admins;
const name = '\n\nJonas Keller\nAlpine Outfitters';

/** Jonas, whose bookings get lost since the clocks were changed, and who was told twice that it is solved. */
export function seedJonas(workspace: Workspace): void {
  const table = conversations(workspace);
  for (const create of [firstTime, secondTime, thirdTime]) table.put(create(workspace).row);
}

function begin(workspace: Workspace, opening: Omit<CastOpening, 'contact' | 'colleague'>): Talk {
  return beginCast(workspace, { ...opening, contact: cast.contacts.jonas, colleague: priya });
}

function firstTime(workspace: Workspace): Talk {
  const talk = begin(workspace, {
    id: first,
    ago: 26 * DAY,
    channel: 'conversation',
    title: 'Bookings missing in Google Calendar',
    admin: luca,
    url: 'https://app.fernhill.example/settings/calendars',
    text: 'Hi there,\n\nsince the clocks were changed for daylight saving some of our bookings do not make it into Google Calendar. It looks like the ones between 2 and 3 in the afternoon. Maybe two or three a day.\n\nIs that something you know about? Thanks!\nJonas',
  });
  pass(talk, 0.1);
  routeToTeam(talk, 'technical');
  pass(talk, 1);
  assignTo(talk, luca);
  pass(talk, 0.5);
  adminSays(
    talk,
    'Hi Jonas, thanks for the clear description. Could you disconnect the calendar under **Settings, Calendars** and connect it again? That starts a full sync.',
  );
  pass(talk, 3);
  customerSays(
    talk,
    'Did that. The missing ones of today are there now, so that seems to have helped. Thank you, Luca.',
  );
  pass(talk, 0.4);
  adminSays(talk, 'Great to hear! I am closing this then. Have a nice day, Jonas.', 'close');
  talk.row.rating = {
    rating: 4,
    remark: 'Quick answer.',
    created_at: talk.now + 1800,
    contact_id: talk.contact.id,
    teammate_id: luca,
  };
  return finish(talk, 'medium', ['calendar-sync']);
}

function secondTime(workspace: Workspace): Talk {
  const talk = begin(workspace, {
    id: second,
    ago: 13 * DAY,
    channel: 'email',
    title: 'Bookings are dropped again',
    admin: daniel,
    file: 'screenshot',
    text: `Hello,\n\nI wrote to you two weeks ago about bookings that do not appear in Google Calendar since the daylight saving change. Connecting again helped for one day. Now it is the same again:\n\n- 4 bookings of Monday are missing\n- 6 of Tuesday\n- 3 are there, but an hour late\n\nTwo customers came to the shop for a fitting and nobody was there. A screenshot is attached.${name}`,
  });
  pass(talk, 0.1);
  routeToTeam(talk, 'technical');
  pass(talk, 5);
  assignTo(talk, daniel, luca);
  pass(talk, 2);
  adminSays(
    talk,
    'Hi Jonas,\n\nthis is Daniel from the technical team. I see that your calendar is set to Europe/Zurich while the business is set to a fixed UTC+2. I changed the business to Europe/Zurich and started a sync.',
  );
  pass(talk, 16);
  customerSays(talk, 'OK. I will watch it for a few days. Please do not close this until we know.');
  pass(talk, 4);
  noted(
    talk,
    'Offset is cached per calendar channel and is not computed again after the time change. The setting helps new bookings only. Needs a fix by engineering, no date yet.',
    luca,
  );
  pass(talk, 75);
  happen(talk, { type: 'close', author: adminAuthor(namedAdmin(workspace, daniel)) });
  talk.row.rating = {
    rating: 2,
    remark: 'It was closed although I asked you to leave it open.',
    created_at: talk.now + 5400,
    contact_id: talk.contact.id,
    teammate_id: daniel,
  };
  return finish(talk, 'high', ['calendar-sync', 'bug']);
}

function thirdTime(workspace: Workspace): Talk {
  const talk = begin(workspace, {
    id: third,
    ago: 2 * DAY + 7200,
    channel: 'email',
    title: 'THIRD time: calendar sync loses bookings',
    admin: daniel,
    file: 'log',
    text: `This is the third time that I write about the same problem, and I am losing my patience.\n\nSince the daylight saving change your calendar sync **drops our bookings**. On Saturday, our busiest day, 9 of 31 were missing. I had staff standing around and customers at a locked door. Both earlier conversations were closed without a solution.\n\nI want to know by when this is fixed. If I do not hear from somebody who can decide, we will move to another system before the season starts.${name}`,
  });
  pass(talk, 0.1);
  routeToTeam(talk, 'technical');
  pass(talk, 0.7);
  assignTo(talk, daniel, luca);
  pass(talk, 1);
  adminSays(
    talk,
    'Dear Jonas,\n\nyou are right, and I apologise: the conversation should not have been closed. I have handed your log to our developers with the highest priority and will come back to you today.\n\nDaniel',
  );
  pass(talk, 20);
  noted(
    talk,
    'Renewal of Alpine Outfitters is coming up, please keep them informed. Linked to the ticket with engineering.',
    priya,
  );
  pass(talk, 9);
  customerSays(
    talk,
    'Daniel, "today" was yesterday. Five more bookings are gone this morning, the file is attached. Is anybody working on this at all?\n\nJonas',
    [attach(talk.random, 'export', talk.details)],
  );
  talk.row.sla = { sla_name: 'First reply within 4 hours', sla_status: 'hit' };
  return finish(talk, 'urgent', ['calendar-sync', 'bug', 'churn-risk']);
}

function pass(talk: Talk, hours: number): void {
  talk.now += Math.round(hours * 3600);
}

function finish(talk: Talk, priority: Talk['row']['priority'], tags: readonly string[]): Talk {
  talk.row.priority = priority;
  talk.row.custom_attributes = { Topic: 'Calendar sync' };
  tag(talk.workspace, talk.row, tags, talk.admin, talk.row.created_at + 7200);
  return talk;
}
