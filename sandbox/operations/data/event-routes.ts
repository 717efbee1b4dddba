import { recordEvent, setSummary } from '../../domain/data/record-event.ts';
import { type ContactNames, isNamed } from '../../domain/people/contact-named.ts';
import { isPresent, namedContact } from '../../domain/people/find-contact.ts';
import { objectIn } from '../../generic/read-body.ts';
import { Answer, type Call, type Routes } from '../../http/call.ts';
import { existing, invalid } from '../../http/fault.ts';
import { type DataEvent, dataEvents, eventSummaries } from '../../model/data.ts';
import { type Contact, contacts } from '../../model/people.ts';
import { eventPage } from './event-page.ts';

/** Older events are counted but not listed. */
const LISTED_SECONDS = 90 * 86_400;

function namesOf({ id, external_id, email }: Contact) {
  return {
    intercom_user_id: id,
    ...(external_id !== null && { user_id: external_id }),
    ...(email !== null && { email }),
  };
}

/** The user that a request names in the first of the ways that are names; Intercom's own id may be that of a lead, too. */
function contactOf(call: Call, { id, ...names }: ContactNames & { readonly id?: unknown }): Contact {
  if (id !== undefined) return namedContact(call, id);
  const found = contacts(call.workspace).find(
    (contact) => contact.role === 'user' && isPresent(contact) && isNamed(contact, names),
  );
  return existing(found, 'User', 'not_found');
}

function iso(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}

function create(call: Call): Answer {
  const { workspace, body } = call;
  const contact = contactOf(call, { id: body.id, external_id: body.user_id, email: body.email });
  const name = String(body.event_name).trim();
  if (name === '') throw invalid('event_name is empty', 'event_name');
  const metadata = objectIn(body, 'metadata');
  recordEvent(workspace, { contact_id: contact.id, event_name: name, created_at: Number(body.created_at), metadata });
  return new Answer(undefined);
}

function list(call: Call): unknown {
  const { query, workspace, now } = call;
  const names = [query.intercom_user_id, query.user_id, query.email].filter((value) => value !== undefined);
  if (names.length > 1) throw invalid('Name the user in one way', 'filter');
  if (query.type !== 'user') throw invalid('type must be user', 'type');
  const contact = contactOf(call, { id: query.intercom_user_id, external_id: query.user_id, email: query.email });
  const envelope = { type: 'event.summary', ...namesOf(contact) };
  if (query.summary === true) return { ...envelope, pages: {}, events: summaryOf(call, contact) };
  const rows = dataEvents(workspace)
    .filter(({ contact_id, created_at }) => contact_id === contact.id && created_at > now - LISTED_SECONDS)
    .reverse()
    .sort((a, b) => b.created_at - a.created_at);
  const { events, pages } = eventPage(call, rows);
  return { ...envelope, pages, events: events.map((event) => render(event, contact)) };
}

function render({ contact_id: _contact, ...event }: DataEvent, contact: Contact): unknown {
  return { type: 'event', ...event, ...namesOf(contact) };
}

function summaryOf({ workspace }: Call, contact: Contact): unknown[] {
  return eventSummaries(workspace)
    .filter(({ contact_id }) => contact_id === contact.id)
    .sort((a, b) => b.last - a.last)
    .map(({ name, count, first, last }) => ({ name, count, first: iso(first), last: iso(last), description: '' }));
}

function summarize(call: Call): Answer {
  const { workspace, body, now } = call;
  const contact = contactOf(call, { external_id: body.user_id });
  const { event_name: name, count, first, last } = objectIn(body, 'event_summaries');
  if (typeof name !== 'string' || name === '') throw invalid('event_name is required', 'event_summaries.event_name');
  const [from, to] = [Number(first ?? last ?? now), Number(last ?? first ?? now)];
  if (from > to) throw invalid('first is later than last', 'event_summaries.first');
  setSummary(workspace, { contact_id: contact.id, name, count: Number(count ?? 1), first: from, last: to });
  return new Answer(undefined);
}

/** What contacts did. */
export const eventRoutes: Routes = {
  'POST /events': create,
  'GET /events': list,
  'POST /events/summaries': summarize,
};
