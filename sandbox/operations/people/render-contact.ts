import type { Call } from '../../http/call.ts';
import { app } from '../../model/app.ts';
import { type Contact, companies, notes, tags } from '../../model/people.ts';
import { renderMerge } from './render-merge.ts';

/** What a list inside a contact shows at most. */
const SHOWN = 10;

/** A contact as the API answers it; its merge history where the request asks for it. */
export function renderContact({ workspace, query }: Call, contact: Contact): unknown {
  const { id, avatar, consents, location, ios, android, social_profiles } = contact;
  const consentsOf = (type: string) => consents.filter(({ consent_type }) => consent_type === type);
  return {
    ...contact,
    type: 'contact',
    workspace_id: app.id,
    email_domain: domainOf(contact),
    avatar: avatar === null ? null : { type: 'avatar', image_url: avatar },
    location: { type: 'location', ...location },
    social_profiles: { type: 'list', data: social_profiles },
    ...mobile('ios', ios),
    ...mobile('android', android),
    tags: shown(id, 'tags', 'tag', known(contact.tags, tags(workspace))),
    notes: shown(
      id,
      'notes',
      'note',
      notes(workspace).filter(({ contact_id }) => contact_id === id),
    ),
    companies: shown(
      id,
      'companies',
      'company',
      contact.company_ids.flatMap((company) => companies(workspace).get(company) ?? []),
    ),
    opted_out_subscription_types: shown(id, 'subscriptions', 'subscription', consentsOf('opt_out')),
    opted_in_subscription_types: shown(id, 'subscriptions', 'subscription', consentsOf('opt_in')),
    merge_history: query.include_merge_history === true ? [...contact.merge_history].reverse().map(renderMerge) : null,
  };
}

/** What stands behind the @ of a contact's email. */
export function domainOf({ email }: Contact): string | undefined {
  return email?.split('@')[1]?.toLowerCase();
}

function known<Item extends { readonly id: string }>(
  items: readonly Item[],
  table: { readonly has: (id: string) => boolean },
): Item[] {
  return items.filter(({ id }) => table.has(id));
}

function shown(contact: string, list: string, type: string, items: readonly { readonly id: string }[]): unknown {
  return {
    type: 'list',
    data: items.slice(0, SHOWN).map(({ id }) => ({ type, id, url: `/${PLACES[type]}/${id}` })),
    url: `/contacts/${contact}/${list}`,
    total_count: items.length,
    has_more: items.length > SHOWN,
  };
}

const PLACES: Readonly<Record<string, string>> = {
  tag: 'tags',
  note: 'notes',
  company: 'companies',
  subscription: 'subscription_types',
};

function mobile(system: 'ios' | 'android', app: Contact['ios']): Record<string, unknown> {
  return Object.fromEntries(Object.entries(app ?? {}).map(([name, value]) => [`${system}_${name}`, value]));
}
