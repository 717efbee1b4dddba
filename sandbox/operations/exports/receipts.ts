import type { ExportJob } from '../../model/exports.ts';
import { type Contact, companies, contacts } from '../../model/people.ts';
import type { Workspace } from '../../store/workspace.ts';
import type { Cell } from './csv-file.ts';

/** The columns of a message export. */
export const RECEIPT_COLUMNS = [
  'receipt_id',
  'user_id',
  'user_external_id',
  'email',
  'name',
  'company_id',
  'content_type',
  'content_title',
  'received_at',
  'first_open',
  'first_click',
  'first_reply',
  'first_hard_bounce',
  'first_unsubscribe',
] as const;

/** Who got a message in a period and what came of it: the last message to each contact, since only that one is known. */
export function receipts(workspace: Workspace, { from, until }: ExportJob): Cell[][] {
  return contacts(workspace)
    .filter(
      ({ last_contacted_at: at, merged_into }) => at !== null && at >= from && at <= until && merged_into === null,
    )
    .map((contact) => receipt(workspace, contact));
}

function receipt(workspace: Workspace, contact: Contact): Cell[] {
  const received = contact.last_contacted_at ?? 0;
  const after = (at: number | null): number | null => (at !== null && at >= received ? at : null);
  return [
    `${contact.id}-${received}`,
    contact.id,
    contact.external_id,
    contact.email,
    contact.name,
    companies(workspace).get(contact.company_ids[0])?.company_id ?? null,
    'email',
    contact.role === 'lead' ? 'A first look at Fernhill' : 'What is new at Fernhill',
    received,
    after(contact.last_email_opened_at),
    after(contact.last_email_clicked_at),
    after(contact.last_replied_at),
    contact.has_hard_bounced ? received : null,
    contact.unsubscribed_from_emails ? received : null,
  ];
}
