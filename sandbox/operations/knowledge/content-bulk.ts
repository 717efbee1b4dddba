import { isRecord, type Json } from '../../contract/contract.ts';
import { tokenAdmin } from '../../domain/people/admin-of.ts';
import { putTag } from '../../domain/tags/tagging.ts';
import type { Call, Routes } from '../../http/call.ts';
import { Fault } from '../../http/fault.ts';
import { tags } from '../../model/people.ts';
import { type BulkTarget, bulkTarget } from './bulk-target.ts';

/** One action over many pieces of content. Intercom queues it; here it is done by the time it is answered. */
export const contentBulkRoutes: Routes = {
  'POST /content/bulk_actions': (call) => {
    const { action, content_ids: ids } = call.body;
    const act = prepare(call, String(action));
    for (const target of named(call, ids)) act(target);
    return { type: 'content_bulk_action', status: 'queued' };
  },
};

function named({ workspace }: Call, ids: unknown): BulkTarget[] {
  if (!Array.isArray(ids) || ids.length === 0) throw refused('content_ids', 'content_ids is empty');
  return ids.filter(isRecord).flatMap(({ type, id }) => bulkTarget(workspace, String(type), String(id)) ?? []);
}

/** What an action does to one item: an item of a kind that it does not take stays as it is. */
function prepare(call: Call, action: string): (target: BulkTarget) => void {
  const { body, now } = call;
  switch (action) {
    case 'publish':
    case 'unpublish':
      return ({ setState }) => setState?.(action === 'publish' ? 'published' : 'draft', now);
    case 'delete':
      return ({ remove }) => remove?.();
    case 'set_availability': {
      const availability = partOf(body, 'availability');
      return ({ setAvailability }) => setAvailability?.(availability, now);
    }
    case 'set_audience': {
      const { add_segment_ids: add, remove_segment_ids: drop, remove_all: all } = partOf(body, 'audience');
      return ({ audience }) => {
        if (audience === undefined) return;
        const kept = all === true ? [] : audience.audience_ids.filter((id) => !numbers(drop).includes(id));
        audience.audience_ids = [...new Set([...kept, ...numbers(add)])];
      };
    }
    default:
      return tagging(call);
  }
}

function tagging({ workspace, body, now }: Call): (target: BulkTarget) => void {
  const { add_tag_ids: add, remove_tag_ids: drop } = partOf(body, 'tags');
  if (add === undefined && drop === undefined) throw refused('tags', 'tags says nothing to add or remove');
  const unknown = [...numbers(add), ...numbers(drop)].filter((id) => !tags(workspace).has(id));
  if (unknown.length > 0) throw refused('tags', `tags holds unknown tags: ${unknown.join(', ')}`);
  return ({ tagged }) => {
    if (tagged === undefined) return;
    tagged.tags = tagged.tags.filter(({ id }) => !numbers(drop).includes(Number(id)));
    for (const id of numbers(add)) putTag(tagged, { id: String(id) }, { by: tokenAdmin(workspace).id, at: now });
  };
}

function partOf(body: Json, field: string): Json {
  const part = body[field];
  if (!isRecord(part)) throw refused(field, `${field} is required for this action`);
  return part;
}

function numbers(value: unknown): number[] {
  return Array.isArray(value) ? value.map(Number) : [];
}

function refused(field: string, message: string): Fault {
  return new Fault(422, message, { code: 'parameter_invalid', field });
}
