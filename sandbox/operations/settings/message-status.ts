import type { Routes } from '../../http/call.ts';
import { existing, Fault } from '../../http/fault.ts';
import { type WhatsAppMessage, whatsAppMessages } from '../../model/outreach.ts';
import { page } from '../../paging/page.ts';

/** Answers what became of WhatsApp messages. */
export const messageStatusRoutes: Routes = {
  'GET /messages/status': (call) => {
    const ruleset = String(call.query.ruleset_id);
    if (!/^\d+$/.test(ruleset)) throw refusal('ruleset_id must be a number');
    const rows = whatsAppMessages(call.workspace).filter(({ ruleset_id }) => ruleset_id === ruleset);
    return page(
      call,
      rows.toSorted((a, b) => b.created_at - a.created_at),
      (row) => ({
        ...progress(row, call.now),
        type: 'broadcast_outbound',
        id: `${row.ruleset_id}-${row.id.slice(-6)}`,
        whatsapp_message_id: row.id,
      }),
      { ruleset_id: ruleset },
    );
  },
  'GET /messages/whatsapp/status': ({ workspace, query, now }) => {
    const id = String(query.message_id);
    if (id.trim() === '') throw refusal('message_id is required');
    const row = existing(whatsAppMessages(workspace).get(id), 'WhatsApp message', 'whatsapp_message_not_found');
    return { ...progress(row, now), type: 'whatsapp_message_status', message_id: row.id };
  },
};

/** Seconds until a message is delivered, and until it is read. */
const STEPS = [
  { after: 60, status: 'read' },
  { after: 5, status: 'delivered' },
] as const;

/** How far a message has come by now. */
function progress({ id: _, ruleset_id: __, ...row }: WhatsAppMessage, now: number): object {
  const reached = row.error === null ? STEPS.find(({ after }) => now - row.created_at >= after) : STEPS[1];
  const status = row.error === null ? (reached?.status ?? 'sent') : 'failed';
  return { ...row, status, updated_at: row.created_at + (reached?.after ?? 0) };
}

function refusal(message: string): Fault {
  return new Fault(400, message);
}
