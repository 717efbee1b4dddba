import type { Json } from '../../contract/contract.ts';
import type { Part } from '../../model/conversations.ts';
import { isContact } from '../people/author-of.ts';

/** How texts are shown: as they are, or without HTML. */
export type ShowText = (html: string) => string;

/** A part as the API answers it. */
export function renderPart(part: Part, show: ShowText = (html) => html, hasAiAgent = false): Json {
  const { author, body, created_at, quick_replies = [] } = part;
  const isByAi = hasAiAgent && author.type === 'bot' && part.part_type === 'comment';
  const picked = isContact(author) ? quick_replies[0]?.uuid : undefined;
  return {
    ...part,
    type: 'conversation_part',
    body: body === null ? null : show(body),
    notified_at: created_at,
    author: { ...author, from_ai_agent: isByAi, is_ai_answer: isByAi },
    tags: [],
    metadata:
      picked === undefined
        ? quick_replies.length > 0
          ? { quick_reply_options: quick_replies }
          : {}
        : { quick_reply_uuid: picked },
    email_message_metadata: null,
    event_details: part.event_details ?? null,
    app_package_code: null,
  };
}
