import { conversations } from '../../../model/conversations.ts';
import { type Contact, contacts } from '../../../model/people.ts';
import type { Random } from '../../../store/random.ts';
import type { Workspace } from '../../../store/workspace.ts';
import { cast } from '../../cast.ts';
import { beginCast } from '../thread/cast-thread.ts';
import { createDetails } from '../thread/details.ts';
import { assignTo, routeToTeam } from '../thread/routing.ts';
import { adminSays, customerSays, noted, type Talk } from '../thread/talk.ts';
import { tag } from '../thread/thread.ts';
import { places, said, tasks } from './long-texts.ts';

const DAY = 86_400;
const PARTS = 520;
const { daniel, luca, priya, tomas } = cast.admins;
const helpers = [priya, luca, daniel, priya, tomas] as const;

/** Two months in which a chain moves to Fernhill, one place after the other, in a single conversation. */
export function seedLong(workspace: Workspace): void {
  const began = beginCast(workspace, {
    id: cast.conversations.long,
    contact: customerOf(workspace).id,
    ago: 61 * DAY,
    channel: 'conversation',
    title: 'Moving our locations to Fernhill',
    admin: priya,
    colleague: luca,
    url: 'https://app.fernhill.example/locations',
    text: 'Hi,\n\nwe run sixteen locations and want to move all of them to Fernhill within two months. I would like to keep everything in this one conversation, so that we both can look things up.\n\nWe start with Camden Street. Shall we?',
  });
  const { random, row } = began;
  let talk = began;
  pass(talk);
  routeToTeam(talk, 'success');
  for (let index = 0; row.parts.length < PARTS; index++) {
    const place = places[Math.floor(index / tasks.length)];
    const task = tasks[index % tasks.length];
    if (place === undefined || task === undefined) break;
    const admin = helpers[Math.floor(index / 4) % helpers.length] ?? priya;
    talk = {
      ...talk,
      admin,
      details: createDetails(random, { contact: talk.contact, company: '', admin: '' }),
    };
    if (row.admin_assignee_id !== Number(admin)) {
      pass(talk);
      assignTo(talk, admin);
    }
    item(talk, random, (texts) =>
      random
        .pick(texts)
        .replaceAll('{place}', place)
        .replaceAll('{task}', task)
        .replace(/(^|[.!?] )the /g, '$1The '),
    );
  }
  row.priority = 'medium';
  row.custom_attributes = { Topic: 'Onboarding' };
  tag(workspace, row, ['onboarding', 'vip'], priya, row.created_at + 3 * 3600);
  conversations(workspace).put(row);
}

function item(talk: Talk, random: Random, text: (texts: readonly string[]) => string): void {
  const customer = (texts: readonly string[]) => {
    pass(talk);
    customerSays(talk, text(texts));
  };
  const admin = (texts: readonly string[]) => {
    pass(talk);
    adminSays(talk, text(texts));
  };
  customer(said.asks);
  admin(said.answers);
  customer(said.replies);
  if (random.chance(0.6)) {
    pass(talk);
    noted(talk, text(said.notes));
  }
  admin(said.results);
  if (random.chance(0.6)) {
    customer(said.troubles);
    admin(said.fixes);
  }
  customer(said.thanks);
}

/** Time passes so that all of it fits into two months. */
function pass(talk: Talk): void {
  const left = talk.workspace.start - 2400 - talk.now;
  const usual = left / Math.max(PARTS + 12 - talk.row.parts.length, 6);
  talk.now += Math.max(1, Math.round(usual * (0.1 + 1.8 * talk.random.next())));
}

function customerOf(workspace: Workspace): Contact {
  const apart = new Set<string>(Object.values(cast.contacts).flat());
  const known = contacts(workspace).filter(
    ({ id, archived, blocked, role }) => !apart.has(id) && !archived && !blocked && role === 'user',
  );
  const old = known.filter(({ created_at }) => created_at < workspace.start - 62 * DAY);
  const found = old.find(({ company_ids }) => company_ids.length > 0) ?? old[0] ?? known[0];
  if (found === undefined) throw new Error('no contact for the long conversation');
  return found;
}
