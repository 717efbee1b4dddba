import { type DataEvent, dataEvents, type EventSummary, eventSummaries } from '../../model/data.ts';
import type { Workspace } from '../../store/workspace.ts';

/** Intercom keeps no more keys of an event. */
const METADATA_KEYS = 10;

/** Adds an event and counts it; the same one at the same second counts once. */
export function recordEvent(workspace: Workspace, event: Omit<DataEvent, 'id'>): void {
  const { contact_id, event_name, created_at } = event;
  const isKnown = dataEvents(workspace).find(
    (row) => row.contact_id === contact_id && row.event_name === event_name && row.created_at === created_at,
  );
  if (isKnown) return;
  const metadata = Object.fromEntries(Object.entries(event.metadata).slice(0, METADATA_KEYS));
  dataEvents(workspace).put({ ...event, id: workspace.nextHexId('data_event'), metadata });
  const summary = eventSummaries(workspace).get(summaryId(contact_id, event_name));
  setSummary(workspace, {
    contact_id,
    name: event_name,
    count: (summary?.count ?? 0) + 1,
    first: Math.min(summary?.first ?? created_at, created_at),
    last: Math.max(summary?.last ?? created_at, created_at),
  });
}

/** Sets how often a contact did something, whatever was counted before. */
export function setSummary(workspace: Workspace, summary: Omit<EventSummary, 'id'>): void {
  eventSummaries(workspace).put({ ...summary, id: summaryId(summary.contact_id, summary.name) });
}

function summaryId(contactId: string, name: string): string {
  return `${contactId}:${name}`;
}
