import { formatPhone } from '../../domain/people/phone.ts';
import { scalar } from '../../generic/scalar.ts';
import type { Contact, MobileApp } from '../../model/people.ts';
import type { FieldReader, FieldValue } from '../../search/index.ts';
import type { Workspace } from '../../store/workspace.ts';
import { domainOf } from './render-contact.ts';
import { segmentsOfContact } from './segment-rules.ts';

type Read = (contact: Contact, workspace: Workspace, now: number) => FieldValue;

const PREFIX = 'custom_attributes.';

/** Reads a contact by the names of the fields that a search may name. */
export function contactReader(workspace: Workspace, contact: Contact, now: number): FieldReader {
  return (field) =>
    field.startsWith(PREFIX)
      ? scalar(contact.custom_attributes[field.slice(PREFIX.length)])
      : fields[field]?.(contact, workspace, now);
}

/** Kept under the contact's own names. */
const OWN = [
  'id',
  'role',
  'name',
  'avatar',
  'owner_id',
  'email',
  'phone',
  'external_id',
  'created_at',
  'signed_up_at',
  'updated_at',
  'last_seen_at',
  'last_contacted_at',
  'last_replied_at',
  'last_email_opened_at',
  'last_email_clicked_at',
  'language_override',
  'browser',
  'browser_language',
  'os',
  'unsubscribed_from_emails',
  'marked_email_as_spam',
  'has_hard_bounced',
] as const satisfies readonly (keyof Contact)[];

const fields: Readonly<Record<string, Read>> = {
  ...Object.fromEntries(OWN.map((name): [string, Read] => [name, (contact) => contact[name]])),
  email_domain: domainOf,
  formatted_phone: ({ phone }) => phone && formatPhone(phone),
  'location.country': ({ location }) => location.country,
  'location.region': ({ location }) => location.region,
  'location.city': ({ location }) => location.city,
  segment_id: (contact, workspace, now) => segmentsOfContact(workspace, contact, now).map(({ id }) => id),
  tag_id: ({ tags }) => tags.map(({ id }) => id),
  ...mobile('ios'),
  ...mobile('android'),
  // Two names that only the search has.
  ios_app_device: ({ ios }) => ios?.device,
  andoid_sdk_version: ({ android }) => android?.sdk_version,
};

function mobile(system: 'ios' | 'android'): Record<string, Read> {
  const keys = [
    'app_name',
    'app_version',
    'device',
    'os_version',
    'sdk_version',
    'last_seen_at',
  ] as const satisfies readonly (keyof MobileApp)[];
  return Object.fromEntries(
    keys.map((key): [string, Read] => [`${system}_${key}`, (contact) => contact[system]?.[key]]),
  );
}
