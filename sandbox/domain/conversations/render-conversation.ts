import type { Json } from '../../contract/contract.ts';
import { plaintext } from '../../html/plaintext.ts';
import type { Call } from '../../http/call.ts';
import type { Conversation, Rating } from '../../model/conversations.ts';
import type { Workspace } from '../../store/workspace.ts';
import { contactList, referenceTo } from '../people/contact-reference.ts';
import { renderTags } from '../tags/render-tags.ts';
import { channelOf } from './channel-of.ts';
import { firstContactReply } from './first-contact-reply.ts';
import { linkedObjects } from './linked-objects.ts';
import { renderAttributes } from './render-attributes.ts';
import { renderCompanyOf } from './render-company-of.ts';
import { renderPart, type ShowText } from './render-part.ts';
import { renderStatistics } from './render-statistics.ts';
import { teammatesOf } from './teammates-of.ts';

/** The most parts that Intercom answers. */
const MOST_PARTS = 500;

/** A conversation with its newest parts, oldest first; without HTML where the call asks for `display_as=plaintext`. */
export function renderConversation(call: Call, conversation: Conversation): Json {
  const { parts, ai_agent } = conversation;
  const show: ShowText = call.query.display_as === 'plaintext' ? plaintext : (html) => html;
  return {
    ...renderListed(call, conversation, show),
    conversation_parts: {
      type: 'conversation_part.list',
      conversation_parts: parts.slice(-MOST_PARTS).map((part) => renderPart(part, show, ai_agent !== null)),
      total_count: parts.length,
    },
  };
}

/** A conversation as lists and searches answer it: without its parts. */
export function renderListed(call: Call, conversation: Conversation, show: ShowText = (html) => html): Json {
  const { workspace } = call;
  const { state, source, sla, rating, ai_agent, tags: taggings, contact_ids } = conversation;
  const channel = channelOf(conversation);
  return {
    ...conversation,
    type: 'conversation',
    open: state !== 'closed',
    source: { ...source, subject: show(source.subject), body: show(source.body) },
    contacts: contactList(workspace, contact_ids),
    teammates: { type: 'admin.list', teammates: teammatesOf(conversation).map((id) => ({ type: 'admin', id })) },
    tags: renderTags(workspace, taggings),
    first_contact_reply: firstContactReply(conversation),
    sla_applied: sla && { type: 'conversation_sla_summary', ...sla },
    conversation_rating: rating && renderRating(workspace, rating),
    statistics: renderStatistics(workspace, conversation),
    custom_attributes: renderAttributes(conversation.custom_attributes),
    company: renderCompanyOf(workspace, conversation),
    linked_objects: linkedObjects(call, conversation),
    ai_agent_participated: ai_agent !== null,
    ai_agent: ai_agent && {
      content_sources: { type: 'content_source.list', content_sources: [], total_count: 0 },
      ...ai_agent,
    },
    sales_agent_participated: false,
    sales_agent: null,
    channel: { initial: channel, current: channel },
    external_references: [],
    ...(call.query.include_monitors === true && { monitor_evaluations: [] }),
    ...(call.query.include_scorecards === true && { scorecards: [] }),
  };
}

function renderRating(workspace: Workspace, { contact_id, teammate_id, ...rating }: Rating): Json {
  return {
    updated_at: rating.created_at,
    ...rating,
    contact: referenceTo(workspace, contact_id),
    teammate: { type: 'admin', id: teammate_id },
  };
}
