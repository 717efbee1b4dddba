import { type Contact, contacts } from '../../model/people.ts';
import type { Workspace } from '../../store/workspace.ts';

/** Adds a contact of which no more than some fields is known. */
export function addContact(workspace: Workspace, now: number, known: Partial<Omit<Contact, 'id'>>): Contact {
  return contacts(workspace).put(newContact(workspace.nextHexId('contacts'), now, known));
}

/** A contact of which only the id, the time and some fields are known, to be put into the table. */
export function newContact(id: string, now: number, known: Partial<Contact>): Contact {
  return {
    id,
    role: 'user',
    external_id: null,
    email: null,
    phone: null,
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
    ...known,
  };
}
