import { channelOf } from '../../domain/conversations/channel-of.ts';
import { type Statistics, statisticsOf } from '../../domain/conversations/statistics.ts';
import { teammatesOf } from '../../domain/conversations/teammates-of.ts';
import { scalar } from '../../generic/scalar.ts';
import type { Conversation } from '../../model/conversations.ts';
import type { FieldReader, FieldValue } from '../../search/index.ts';

type Read = (row: Conversation) => FieldValue;

const own: Readonly<Record<string, Read>> = {
  id: ({ id }) => id,
  created_at: ({ created_at }) => created_at,
  updated_at: ({ updated_at }) => updated_at,
  'source.type': ({ source }) => source.type,
  'source.id': ({ source }) => source.id,
  'source.delivered_as': ({ source }) => source.delivered_as,
  'source.subject': ({ source }) => source.subject,
  'source.body': ({ source }) => source.body,
  'source.author.id': ({ source }) => source.author.id,
  'source.author.type': ({ source }) => source.author.type,
  'source.author.name': ({ source }) => source.author.name,
  'source.author.email': ({ source }) => source.author.email,
  'source.url': ({ source }) => source.url,
  contact_ids: ({ contact_ids }) => contact_ids,
  teammate_ids: teammatesOf,
  admin_assignee_id: ({ admin_assignee_id }) => admin_assignee_id,
  team_assignee_id: ({ team_assignee_id }) => team_assignee_id,
  channel_initiated: channelOf,
  open: ({ state }) => state !== 'closed',
  read: ({ read }) => read,
  state: ({ state }) => state,
  waiting_since: ({ waiting_since }) => waiting_since,
  snoozed_until: ({ snoozed_until }) => snoozed_until,
  tag_ids: ({ tags }) => tags.map(({ id }) => id),
  priority: ({ priority }) => priority,
  'conversation_rating.requested_at': ({ rating }) => rating?.created_at,
  'conversation_rating.replied_at': ({ rating }) => rating?.updated_at ?? rating?.created_at,
  'conversation_rating.score': ({ rating }) => rating?.rating,
  'conversation_rating.remark': ({ rating }) => rating?.remark,
  'conversation_rating.contact_id': ({ rating }) => rating?.contact_id,
  // Spelled as in Intercom's own list of fields.
  'conversation_rating.admin_d': ({ rating }) => rating?.teammate_id,
  ai_agent_participated: ({ ai_agent }) => ai_agent !== null,
};

const STATISTICS = 'statistics.';
const AI_AGENT = 'ai_agent.';

/** Reads a conversation by the names of the search's fields. What has to be worked out is worked out when it is asked for, once. */
export function fieldReader(row: Conversation): FieldReader {
  let statistics: Statistics | undefined;
  return (field) => {
    const read = own[field];
    if (read !== undefined) return read(row);
    if (field.startsWith(STATISTICS)) {
      statistics ??= statisticsOf(row);
      return scalar(statistics[field.slice(STATISTICS.length) as keyof Statistics]);
    }
    if (field.startsWith(AI_AGENT)) return scalar(row.ai_agent?.[field.slice(AI_AGENT.length)]);
    return undefined;
  };
}
