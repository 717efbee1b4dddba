import { newContact } from '../../domain/people/new-contact.ts';
import { type Contact, companies, contacts, tags } from '../../model/people.ts';
import type { Workspace } from '../../store/workspace.ts';
import { cast } from '../cast.ts';
import { domainOf } from './businesses.ts';
import { PLACES } from './names.ts';

const [HOUR, DAY] = [3600, 86_400];

interface Role {
  readonly id: string;
  readonly name: string;
  readonly company: string;
  /** Index in the list of places. */
  readonly location: number;
  readonly tier: string;
  readonly age: number;
  readonly owner: string | null;
  readonly tag?: string;
  readonly invoices: number;
}

const { contacts: ids, admins } = cast;
const [first, second, third] = ids.resets;

const ROLES: readonly Role[] = [
  role(ids.amara, 'Amara Diallo', 'Brightleaf Studio', 5, 'Enterprise', 540, admins.ingrid, 84, 'vip'),
  role(ids.sofia, 'Sofia Lindqvist', 'Harbor Bikes', 10, 'Pro', 210, admins.maya, 31),
  role(ids.jonas, 'Jonas Keller', 'Alpine Outfitters', 4, 'Team', 390, admins.tomas, 57),
  role(first, 'Noor Haddad', 'Lantern Yoga', 2, 'Pro', 122, null, 18),
  role(second, 'Mateo Ibarra', 'Juniper Hair', 6, 'Free', 64, null, 4),
  role(third, 'Grace Mwangi', 'Stonebridge Tutors', 12, 'Team', 301, null, 40),
];

function role(
  ...[id, name, company, location, tier, age, owner, invoices, tag]: [
    string,
    string,
    string,
    number,
    string,
    number,
    string | null,
    number,
    string?,
  ]
): Role {
  return { id, name, company, location, tier, age, owner, invoices, ...(tag !== undefined && { tag }) };
}

/** The people that examples and tests speak of by id. */
export function seedCast(workspace: Workspace): void {
  ROLES.forEach((one, index) => {
    contacts(workspace).put(contactOf(workspace, one, index));
  });
}

function contactOf(workspace: Workspace, part: Role, index: number): Contact {
  const { start } = workspace;
  const created_at = start - part.age * DAY - (index + 1) * HOUR;
  const company = companies(workspace).find(({ name }) => name === part.company);
  const tag = tags(workspace).find(({ name }) => name === part.tag);
  const { country, region, city, language, phone } = PLACES[part.location] ?? PLACES[0];
  const last_seen_at = start - (index + 1) * HOUR - 740;
  return newContact(part.id, created_at, {
    external_id: `fernhill-${index + 1}`,
    email: `${part.name.toLowerCase().replace(' ', '.')}@${domainOf({ name: part.company })}`,
    phone: index < 3 ? `${phone}55501${20 + index}` : null,
    name: part.name,
    owner_id: part.owner,
    location: { country, region, city },
    browser: 'chrome',
    browser_version: '142.0',
    browser_language: language,
    os: 'macOS',
    signed_up_at: created_at,
    last_seen_at,
    last_replied_at: start - (index + 2) * DAY,
    last_contacted_at: start - (index + 1) * DAY,
    updated_at: last_seen_at,
    custom_attributes: {
      subscription_tier: part.tier,
      monthly_invoices: part.invoices,
      industry: company?.industry ?? 'Services',
      onboarding_complete: true,
    },
    tags: tag === undefined ? [] : [{ id: tag.id, applied_at: created_at + DAY, applied_by: admins.maya }],
    company_ids: company === undefined ? [] : [company.id],
  });
}
