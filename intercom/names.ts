import type { NamedKind, NamedThing, NamesProfile } from '../runtime/profile/named-kind.ts';
import { asText, isRecord, own } from '../runtime/value/value.ts';

const whole = { style: 'none', items: 'data' } as const;
const paged = { style: 'page', items: 'data' } as const;
const name = ['name'];

/** What a ticket may be asked for what it is of, where a call does not say. */
const ofTicket = {
  argument: 'ticket_type_id',
  read: {
    tool: 'get_single_intercom_ticket_by_id',
    argument: 'ticket_id',
    path: '/tickets/{}',
    place: 'ticket_type.id',
  },
} as const;

const kinds = {
  admin: {
    noun: 'admin',
    tool: 'list_all_intercom_admins',
    path: '/admins',
    pagination: { style: 'none', items: 'admins' },
    labels: ['name', 'email'],
  },
  team: {
    noun: 'team',
    tool: 'list_all_intercom_teams',
    path: '/teams',
    pagination: { style: 'none', items: 'teams' },
    labels: name,
  },
  tag: { noun: 'tag', tool: 'list_all_intercom_tags', path: '/tags', pagination: whole, labels: name },
  segment: {
    noun: 'segment',
    tool: 'list_all_intercom_segments',
    path: '/segments',
    pagination: { style: 'none', items: 'segments' },
    labels: name,
  },
  subscription_type: {
    noun: 'subscription type',
    tool: 'list_all_intercom_subscription_types',
    path: '/subscription_types',
    pagination: whole,
    labels: ['default_translation.name'],
    read: readSubscription,
  },
  ticket_type: {
    noun: 'ticket type',
    tool: 'list_all_intercom_ticket_types',
    path: '/ticket_types',
    pagination: whole,
    labels: name,
    read: (type) => (own(type, 'archived') === true ? [] : thing(type, [own(type, 'name')])),
  },
  ticket_state: {
    noun: 'ticket state',
    tool: 'list_all_intercom_ticket_states',
    path: '/ticket_states',
    pagination: whole,
    labels: ['internal_label', 'external_label'],
    read: readState,
    within: ofTicket,
  },
  ticket_option: {
    noun: 'option of this attribute',
    tool: 'list_all_intercom_ticket_types',
    path: '/ticket_types',
    pagination: whole,
    labels: ['label'],
    read: readOptions,
    within: ofTicket,
    freeKeys: new Set(['_default_title_', '_default_description_']),
  },
  ticket_attribute: {
    noun: 'ticket attribute',
    tool: 'list_all_intercom_ticket_types',
    path: '/ticket_types',
    pagination: whole,
    labels: name,
    read: readAttributes,
  },
  collection: {
    noun: 'collection',
    tool: 'list_all_intercom_help_center_collections',
    path: '/help_center/collections',
    pagination: paged,
    labels: name,
  },
  help_center: {
    noun: 'help center',
    tool: 'list_all_intercom_help_centers',
    path: '/help_center/help_centers',
    pagination: { ...paged, untilEmpty: true },
    labels: ['display_name', 'identifier'],
  },
  newsfeed: {
    noun: 'newsfeed',
    tool: 'list_all_intercom_news_newsfeeds',
    path: '/news/newsfeeds',
    pagination: paged,
    labels: name,
  },
  audience: {
    noun: 'audience',
    tool: 'list_all_intercom_audiences',
    path: '/audiences',
    pagination: { ...paged, max: 50 },
    labels: name,
  },
  away_status_reason: {
    noun: 'away reason',
    tool: 'list_all_intercom_away_status_reasons',
    path: '/away_status_reasons',
    pagination: whole,
    labels: ['label'],
    read: (reason) => (own(reason, 'deleted') === true ? [] : thing(reason, [own(reason, 'label')])),
  },
  brand: { noun: 'brand', tool: 'list_all_intercom_brands', path: '/brands', pagination: whole, labels: name },
  office_hours_schedule: {
    noun: 'office hours schedule',
    tool: 'list_all_intercom_office_hours_schedules',
    path: '/office_hours_schedules',
    pagination: whole,
    labels: name,
  },
} satisfies Record<string, NamedKind>;

/** A kind of things that Intercom's workspaces have names for. */
type Kind = keyof typeof kinds;

/** Names that do for ids in Intercom's arguments and searches, and that stand beside ids in its answers. */
export const names: NamesProfile = {
  kinds,
  nobody: { assignee_id: '0', admin_assignee_id: '0', team_assignee_id: '0' },
  shown: {
    admin_assignee_id: 'admin',
    owner_id: 'admin',
    author_id: 'admin',
    sender_id: 'admin',
    last_closed_by_id: 'admin',
    team_assignee_id: 'team',
    ticket_type_id: 'ticket_type',
    ticket_state_id: 'ticket_state',
    previous_ticket_state_id: 'ticket_state',
    parent_id: 'collection',
    parent_ids: 'collection',
    help_center_id: 'help_center',
    away_status_reason_id: 'away_status_reason',
  } satisfies Record<string, Kind>,
  references: { tags: ['tag'], assigned_to: ['admin', 'team'] } satisfies Record<string, readonly Kind[]>,
  shownByKey: { ticket_attributes: 'ticket_option' } satisfies Record<string, Kind>,
};

/** Kinds of the fields of searches that hold ids; a field that ends with a dot stands for all that begin so. */
export const searchNames: Readonly<Record<string, Kind>> = {
  admin_assignee_id: 'admin',
  team_assignee_id: 'team',
  teammate_ids: 'admin',
  owner_id: 'admin',
  'statistics.last_closed_by_id': 'admin',
  'conversation_rating.admin_d': 'admin',
  tag_id: 'tag',
  tag_ids: 'tag',
  segment_id: 'segment',
  ticket_type_id: 'ticket_type',
  'ticket_attribute.': 'ticket_option',
};

function thing(item: unknown, labels: readonly unknown[], more?: Partial<NamedThing>): NamedThing[] {
  const id = asText(own(item, 'id'));
  const texts = labels.filter((label) => typeof label === 'string' && label !== '');
  return id === undefined ? [] : [{ id, labels: texts.map(String), ...more }];
}

function list(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const found = path.reduce(own, value);
  return Array.isArray(found) ? found : [];
}

/** A subscription type by its name in any language. */
function readSubscription(type: unknown): NamedThing[] {
  const translated = list(type, 'translations').map((one) => own(one, 'name'));
  return thing(type, [...new Set([own(own(type, 'default_translation'), 'name'), ...translated])]);
}

function readState(state: unknown): NamedThing[] {
  if (own(state, 'archived') === true) return [];
  const types = list(state, 'ticket_types', 'data');
  const about = types.flatMap((type) => asText(own(type, 'name')) ?? []).join(', ');
  return thing(state, [own(state, 'internal_label'), own(state, 'external_label')], {
    within: types.flatMap((type) => asText(own(type, 'id')) ?? []),
    ...(about !== '' && { about }),
  });
}

/** The attributes of a ticket type. */
function readAttributes(type: unknown): NamedThing[] {
  const about = asText(own(type, 'name'));
  return list(type, 'ticket_type_attributes', 'ticket_type_attributes').flatMap((attribute) =>
    thing(attribute, [own(attribute, 'name')], about === undefined ? {} : { about }),
  );
}

/** The choices of a ticket type's lists, by the name and the id of the attribute. */
function readOptions(type: unknown): NamedThing[] {
  const within = [asText(own(type, 'id')) ?? ''];
  const about = asText(own(type, 'name'));
  return list(type, 'ticket_type_attributes', 'ticket_type_attributes')
    .filter(isRecord)
    .flatMap((attribute) => {
      const keys = [asText(attribute.name) ?? '', asText(attribute.id) ?? ''];
      const known = { keys, within, ...(about !== undefined && { about }) };
      if (attribute.data_type !== 'list') return [{ id: keys[1] ?? '', labels: [], ...known, isFree: true as const }];
      return list(attribute.input_options, 'list_options').flatMap((option) =>
        thing(option, [own(option, 'label')], known),
      );
    });
}
