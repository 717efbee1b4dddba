import { isJson, type Json } from '../contract/contract.ts';
import { existing } from '../fault.ts';
import { type Contact, contacts } from '../model/people.ts';
import type { Workspace } from '../store/workspace.ts';
import { textIn } from './read-body.ts';

/** How a request names a contact. */
export interface ContactKey {
  readonly id?: string | undefined;
  readonly external_id?: string | undefined;
  readonly email?: string | undefined;
}

/** The contact that a request names, if there is one. A merged one leads to the contact that it was merged into. */
export function findContact(workspace: Workspace, { id, external_id, email }: ContactKey): Contact | undefined {
  const table = contacts(workspace);
  const found =
    id !== undefined
      ? table.get(id)
      : table.find((contact) =>
          external_id !== undefined
            ? contact.external_id === external_id
            : email !== undefined && contact.email?.toLowerCase() === email.toLowerCase(),
        );
  return found?.merged_into == null ? found : table.get(found.merged_into);
}

/** The contact of a new ticket; a lead is made for an email that nobody has. */
export function contactFor(workspace: Workspace, given: unknown, now: number): Contact {
  const key = keyOf(isJson(given) ? given : {});
  const found = findContact(workspace, key);
  if (found !== undefined || key.email === undefined || key.id !== undefined || key.external_id !== undefined)
    return existing(found, 'User', 'not_found');
  return newLead(workspace, { email: key.email }, now);
}

/** Whether a new ticket's contact can be found or made. */
export function checkContact(workspace: Workspace, given: unknown): void {
  const key = keyOf(isJson(given) ? given : {});
  if (key.id !== undefined || key.external_id !== undefined || key.email === undefined)
    existing(findContact(workspace, key), 'User', 'not_found');
}

const keyOf = (given: Json): ContactKey => ({
  id: textIn(given, 'id'),
  external_id: textIn(given, 'external_id'),
  email: textIn(given, 'email'),
});

/** Adds a lead of whom no more is known than an address. */
export function newLead(
  workspace: Workspace,
  { email = null, phone = null }: { readonly email?: string | null; readonly phone?: string | null },
  now: number,
): Contact {
  return contacts(workspace).put({
    id: workspace.nextHexId('contacts'),
    role: 'lead',
    external_id: null,
    email,
    phone,
    name: null,
    avatar: null,
    owner_id: null,
    location: { country: null, region: null, city: null },
    language_override: null,
    browser: null,
    browser_version: null,
    browser_language: null,
    os: null,
    created_at: now,
    updated_at: now,
    signed_up_at: null,
    last_seen_at: null,
    last_replied_at: null,
    last_contacted_at: null,
    last_email_opened_at: null,
    last_email_clicked_at: null,
    has_hard_bounced: false,
    marked_email_as_spam: false,
    unsubscribed_from_emails: false,
    custom_attributes: {},
    social_profiles: [],
    tags: [],
    company_ids: [],
    consents: [],
    archived: false,
    blocked: false,
    merged_into: null,
    merge_history: [],
  });
}
