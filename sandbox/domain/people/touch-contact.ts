import type { Contact } from '../../model/people.ts';

/** Times of a contact that something that happens sets anew. */
type ContactMoment =
  | 'last_seen_at'
  | 'last_replied_at'
  | 'last_contacted_at'
  | 'last_email_opened_at'
  | 'last_email_clicked_at';

/** Says that a contact changed now, and what else happened now, such as `last_replied_at`. */
export function touchContact(contact: Contact, now: number, ...moments: readonly ContactMoment[]): void {
  contact.updated_at = now;
  for (const moment of moments) contact[moment] = now;
}

/** Says that something happened to a contact at a time, which may lie before the last time that it did. */
export function happened(contact: Contact, moment: ContactMoment, at: number): void {
  contact[moment] = Math.max(contact[moment] ?? 0, at);
}
