import { Fault } from '../fault.ts';
import { Answer, type Call, type Routes } from '../http/call.ts';
import type { Contact } from '../model/people.ts';
import { contactOf } from './contact-of.ts';
import { eventPage } from './event-page.ts';
import { recordEvent, setSummary } from './record-event.ts';
import { type DataEvent, dataEvents, eventSummaries } from './rows.ts';

/** Older events are counted but not listed. */
const LISTED_SECONDS = 90 * 86_400;

const namesOf = ({ id, external_id, email }: Contact) => ({
  intercom_user_id: id,
  ...(external_id !== null && { user_id: external_id }),
  ...(email !== null && { email }),
});

const iso = (seconds: number): string => new Date(seconds * 1000).toISOString();

const invalid = (message: string, field: string): Fault =>
  new Fault(400, message, { code: 'parameter_invalid', field });

function create({ workspace, body }: Call): Answer {
  const contact = contactOf(workspace, { id: body.id, userId: body.user_id, email: body.email });
  const name = String(body.event_name).trim();
  if (name === '') throw invalid('event_name is empty', 'event_name');
  const metadata = typeof body.metadata === 'object' && body.metadata !== null ? { ...body.metadata } : {};
  recordEvent(workspace, { contact_id: contact.id, event_name: name, created_at: Number(body.created_at), metadata });
  return new Answer(undefined);
}

function list(call: Call): unknown {
  const { query, workspace, now } = call;
  const given = [query.intercom_user_id, query.user_id, query.email].filter((value) => value !== undefined);
  if (given.length > 1) throw invalid('Name the user in one way', 'filter');
  if (query.type !== 'user') throw invalid('type must be user', 'type');
  const contact = contactOf(workspace, { id: query.intercom_user_id, userId: query.user_id, email: query.email });
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

function summarize({ workspace, body, now }: Call): Answer {
  const contact = contactOf(workspace, { userId: body.user_id });
  const given: Record<string, unknown> = { ...(typeof body.event_summaries === 'object' ? body.event_summaries : {}) };
  const { event_name: name, count, first, last } = given;
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
