import { customObjectInstances, dataEvents, eventSummaries } from '../../model/data.ts';
import type { Workspace } from '../../store/workspace.ts';
import { setSummary } from './record-event.ts';

/** Gives what a contact did, and the custom objects that belong to it, to the contact that it was merged into. */
export function moveEvents(workspace: Workspace, from: string, into: string): void {
  for (const event of dataEvents(workspace).filter(({ contact_id }) => contact_id === from))
    dataEvents(workspace).put({ ...event, contact_id: into });
  const [moved, own] = [from, into].map((id) =>
    eventSummaries(workspace).filter(({ contact_id }) => contact_id === id),
  );
  for (const { id, name, count, first, last } of moved ?? []) {
    const known = own?.find((summary) => summary.name === name);
    eventSummaries(workspace).remove(id);
    setSummary(workspace, {
      contact_id: into,
      name,
      count: count + (known?.count ?? 0),
      first: Math.min(first, known?.first ?? first),
      last: Math.max(last, known?.last ?? last),
    });
  }
  for (const { custom_attributes } of customObjectInstances(workspace).all())
    if (custom_attributes.contact_id === from) custom_attributes.contact_id = into;
}
