import { newContact } from '../../domain/people/new-contact.ts';
import { subscriptionTypes } from '../../model/data.ts';
import {
  type Company,
  type Consent,
  type Contact,
  companies,
  contacts,
  type Tagging,
  tags,
} from '../../model/people.ts';
import { createRandom, type Random } from '../../store/random.ts';
import type { Workspace } from '../../store/workspace.ts';
import { cast } from '../cast.ts';
import { devices } from './devices.ts';
import { FIRST_NAMES, LAST_NAMES, MAIL_DOMAINS, PLACES } from './names.ts';

const [HOUR, DAY] = [3600, 86_400];

/** People beside the cast in a workspace of the usual size. */
const USUAL = 54;

interface Making {
  readonly workspace: Workspace;
  readonly random: Random;
  readonly companies: readonly Company[];
  /** Addresses that are taken. */
  readonly emails: Set<string>;
}

/** Users and leads of two years, some of them of today and of this week. */
export function seedContacts(workspace: Workspace): void {
  const making: Making = {
    workspace,
    random: createRandom(workspace.seed + 302),
    companies: companies(workspace).all(),
    emails: new Set(
      contacts(workspace)
        .all()
        .map(({ email }) => email ?? ''),
    ),
  };
  const count = Math.round(USUAL * workspace.scale);
  for (let index = 0; index < count; index++) contacts(workspace).put(contactAt(making, index));
}

function contactAt(making: Making, index: number): Contact {
  const { workspace, random } = making;
  const { start } = workspace;
  const role = index % 10 < 7 ? 'user' : 'lead';
  const created_at = start - ageAt(random, index);
  const company = random.chance(role === 'user' ? 0.8 : 0.15) ? random.pick(making.companies) : undefined;
  const name = `${random.pick(FIRST_NAMES)} ${random.pick(LAST_NAMES)}`;
  const { language, phone, ...location } = random.pick(PLACES);
  const last_seen_at = lastSeen(random, start, created_at);
  const hasEmail = role === 'user' || !random.chance(0.4);
  const hasPhone = random.chance(0.35) || !hasEmail;
  return newContact(workspace.nextHexId('contacts'), created_at, {
    role,
    external_id: role === 'user' ? `fernhill-${101 + index}` : null,
    email: hasEmail ? address(making, name, company) : null,
    phone: hasPhone ? `${phone}${String(random.between(0, 9_999_999)).padStart(7, '0')}` : null,
    name: role === 'lead' && random.chance(0.2) ? null : name,
    owner_id: random.chance(0.4) ? random.pick(Object.values(cast.admins)) : null,
    location,
    language_override: random.chance(0.1) ? language : null,
    ...devices(random, last_seen_at, language),
    signed_up_at: role === 'user' ? created_at : null,
    last_seen_at,
    last_replied_at: random.chance(0.5) ? between(random, created_at, last_seen_at) : null,
    last_contacted_at: random.chance(0.6) ? between(random, created_at, start) : null,
    last_email_opened_at: hasEmail && random.chance(0.5) ? between(random, created_at, start) : null,
    last_email_clicked_at: hasEmail && random.chance(0.2) ? between(random, created_at, start) : null,
    updated_at: last_seen_at,
    has_hard_bounced: random.chance(0.03),
    marked_email_as_spam: random.chance(0.01),
    unsubscribed_from_emails: random.chance(0.08),
    custom_attributes: attributes(random, role, start, created_at, company),
    tags: taggings(workspace, random, created_at),
    company_ids: company === undefined ? [] : [company.id],
    consents: consents(workspace, random),
    social_profiles: [],
  });
}

/** Seconds: one of ten is of the last day, another of the last week, the others of two years. */
function ageAt(random: Random, index: number): number {
  if (index % 10 === 3) return random.between(600, 23 * HOUR);
  if (index % 10 === 8 || index % 20 === 11) return random.between(DAY + HOUR, 6 * DAY);
  return random.between(8 * DAY, 730 * DAY);
}

function lastSeen(random: Random, start: number, created_at: number): number {
  const quiet = random.chance(0.6)
    ? random.between(300, 10 * DAY)
    : random.chance(0.5)
      ? random.between(31 * DAY, 58 * DAY)
      : random.between(60 * DAY, 300 * DAY);
  return Math.max(created_at, start - quiet);
}

function between(random: Random, from: number, to: number): number {
  return random.between(from, Math.max(from, to));
}

function address({ random, emails }: Making, name: string, company: Company | undefined): string {
  const domain = company?.website?.replace('https://www.', '') ?? random.pick(MAIL_DOMAINS);
  const local = name.toLowerCase().replace(' ', '.');
  let email = `${local}@${domain}`;
  for (let number = 2; emails.has(email); number++) email = `${local}${number}@${domain}`;
  emails.add(email);
  return email;
}

function attributes(
  random: Random,
  role: Contact['role'],
  start: number,
  created_at: number,
  company: Company | undefined,
): Record<string, unknown> {
  if (role === 'lead') return random.chance(0.5) ? { industry: company?.industry ?? 'Services' } : {};
  const tier = company?.plan?.name ?? random.pick(['Free', 'Free', 'Pro']);
  const trial_ends_at = created_at + 14 * DAY;
  return {
    subscription_tier: tier,
    monthly_invoices: random.between(0, tier === 'Free' ? 8 : 160),
    industry: company?.industry ?? random.pick(['Beauty', 'Education', 'Fitness', 'Trades']),
    onboarding_complete: created_at < start - 7 * DAY && random.chance(0.8),
    ...(tier === 'Free' && { trial_ends_at }),
  };
}

function taggings(workspace: Workspace, random: Random, created_at: number): Tagging[] {
  const known = tags(workspace).all();
  if (known.length === 0 || !random.chance(0.35)) return [];
  const ids = new Set([random.pick(known).id, random.pick(known).id]);
  return [...ids].map((id) => ({
    id,
    applied_at: between(random, created_at, workspace.start),
    applied_by: random.pick(Object.values(cast.admins)),
  }));
}

function consents(workspace: Workspace, random: Random): Consent[] {
  const live = subscriptionTypes(workspace).filter(({ state }) => state === 'live');
  if (live.length === 0 || !random.chance(0.2)) return [];
  const { id, consent_type } = random.pick(live);
  return [{ id, consent_type }];
}
