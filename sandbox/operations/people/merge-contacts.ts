import { moveEvents } from '../../domain/data/move-events.ts';
import { conversations } from '../../model/conversations.ts';
import { type Contact, notes } from '../../model/people.ts';
import { tickets } from '../../model/tickets.ts';
import type { Workspace } from '../../store/workspace.ts';

/** What a user takes from a lead where it has nothing of its own. */
const FILLED = [
  'email',
  'phone',
  'name',
  'avatar',
  'owner_id',
  'language_override',
  'browser',
  'browser_version',
  'browser_language',
  'os',
] as const satisfies readonly (keyof Contact)[];

const LATEST = [
  'last_seen_at',
  'last_replied_at',
  'last_contacted_at',
  'last_email_opened_at',
  'last_email_clicked_at',
] as const satisfies readonly (keyof Contact)[];

/** Merges a lead into a user, with everything that belongs to it; only the user remains. */
export function mergeContacts(workspace: Workspace, from: Contact, into: Contact, now: number): void {
  for (const key of FILLED) fill(from, into, key);
  into.ios ??= from.ios ?? null;
  into.android ??= from.android ?? null;
  if (into.location.country === null) into.location = { ...from.location };
  for (const key of LATEST) into[key] = Math.max(from[key] ?? 0, into[key] ?? 0) || null;
  into.custom_attributes = { ...from.custom_attributes, ...into.custom_attributes };
  into.tags = united(into.tags, from.tags);
  into.consents = united(into.consents, from.consents);
  into.company_ids = [...new Set([...into.company_ids, ...from.company_ids])];
  const { id, email, external_id, role } = from;
  into.merge_history.push({ id, merged_at: now, email, external_id, role });
  into.updated_at = now;
  from.merged_into = into.id;
  from.updated_at = now;
  move(workspace, from, into);
}

function fill<Key extends keyof Contact>(from: Contact, into: Contact, key: Key): void {
  if (into[key] === null) into[key] = from[key];
}

function united<Item extends { readonly id: string }>(own: readonly Item[], others: readonly Item[]): Item[] {
  return [...own, ...others.filter((other) => own.every(({ id }) => id !== other.id))];
}

function move(workspace: Workspace, from: Contact, into: Contact): void {
  for (const note of notes(workspace).filter(({ contact_id }) => contact_id === from.id))
    notes(workspace).put({ ...note, contact_id: into.id });
  moveEvents(workspace, from.id, into.id);
  for (const held of [...conversations(workspace).all(), ...tickets(workspace).all()])
    if (held.contact_ids.includes(from.id))
      held.contact_ids = [...new Set(held.contact_ids.map((id) => (id === from.id ? into.id : id)))];
}
