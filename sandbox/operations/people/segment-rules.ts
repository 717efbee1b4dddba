import { type Company, type Contact, type Segment, segments } from '../../model/people.ts';
import type { Workspace } from '../../store/workspace.ts';

const DAY = 86_400;

type Rule<Member> = (member: Member, now: number) => boolean;

function within(time: number | null, now: number, days: number): boolean {
  return time !== null && time > now - days * DAY;
}

const contactRules: Readonly<Record<string, Rule<Contact>>> = {
  active: ({ role, last_seen_at }, now) => role === 'user' && within(last_seen_at, now, 30),
  new: ({ role, signed_up_at }, now) => role === 'user' && within(signed_up_at, now, 7),
  slipping_away: ({ role, last_seen_at }, now) =>
    role === 'user' && within(last_seen_at, now, 60) && !within(last_seen_at, now, 30),
  'attribute:subscription_tier': ({ role, custom_attributes }) =>
    role === 'user' && custom_attributes.subscription_tier === 'Enterprise',
  new_leads: ({ role, created_at }, now) => role === 'lead' && within(created_at, now, 7),
  engaged_leads: ({ role, last_replied_at }, now) => role === 'lead' && within(last_replied_at, now, 30),
};

const companyRules: Readonly<Record<string, Rule<Company>>> = {
  active_companies: ({ last_request_at }, now) => within(last_request_at, now, 30),
  high_spend: ({ monthly_spend }) => monthly_spend >= 200,
};

/** True where a segment's rule takes in a contact. */
export function hasContact({ person_type, rule }: Segment, contact: Contact, now: number): boolean {
  if (person_type === 'company') return false;
  const [, tag] = /^tag:(.+)$/.exec(rule) ?? [];
  if (tag !== undefined) return contact.tags.some(({ id }) => id === tag);
  return contactRules[rule]?.(contact, now) === true;
}

/** True where a segment's rule takes in a company. */
export function hasCompany({ person_type, rule }: Segment, company: Company, now: number): boolean {
  return person_type === 'company' && companyRules[rule]?.(company, now) === true;
}

/** The segments that a contact is in. */
export function segmentsOfContact(workspace: Workspace, contact: Contact, now: number): Segment[] {
  return segments(workspace).filter((segment) => hasContact(segment, contact, now));
}

/** The segments that a company is in. */
export function segmentsOfCompany(workspace: Workspace, company: Company, now: number): Segment[] {
  return segments(workspace).filter((segment) => hasCompany(segment, company, now));
}
