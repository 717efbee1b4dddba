/** How an answer in the raw payload reads in the shaped one, where it is not the same value. */
type Reading =
  | 'same'
  /** Unix seconds as ISO 8601. */
  | 'time'
  /** HTML as Markdown: every visible word is there. */
  | 'text'
  /** The first lines of a text. */
  | 'beginning'
  /** The values of a list, in any order. */
  | 'each';

/** A question that a support agent's model asks, and where its answer stands in the raw and in the shaped payload. */
export interface Question {
  readonly payload: string;
  readonly question: string;
  readonly raw: string;
  readonly shaped: string;
  readonly reading: Reading;
}

type Row = readonly [question: string, raw: string, shaped?: string, reading?: Reading];

/** Places are dotted; `*` is every item of a list, a number is one of them. */
const rows: Readonly<Record<string, readonly Row[]>> = {
  conversation: [
    ['What did the customer write first?', 'source.body', 'source.body', 'text'],
    ['What is the subject of the mail?', 'source.subject'],
    ['Who started it: customer or teammate?', 'source.author.type'],
    ['What is the e-mail address of whoever started it?', 'source.author.email'],
    ['On which page did it start?', 'source.url'],
    ['How was it delivered?', 'source.delivered_as'],
    ['Is it open, closed or snoozed?', 'state'],
    ['How urgent is it?', 'priority'],
    ['Who is it assigned to?', 'admin_assignee_id'],
    ['Which team has it?', 'team_assignee_id'],
    ['Until when is it snoozed?', 'snoozed_until', 'snoozed_until', 'time'],
    ['Since when does the customer wait?', 'waiting_since', 'waiting_since', 'time'],
    ['Which contacts take part?', 'contacts.contacts.*.id', 'contacts.*.id', 'each'],
    ['Which teammates take part?', 'teammates.teammates.*.id', 'teammates.*.id', 'each'],
    ['Which tags does it have?', 'tags.tags.*.name', 'tags.*.name', 'each'],
    ['What is the order number among its attributes?', 'custom_attributes'],
    ['How did the customer rate it?', 'conversation_rating.rating'],
    ['What did the customer remark with the rating?', 'conversation_rating.remark'],
    ['Is the SLA hit or missed?', 'sla_applied.sla_status'],
    ['Which tickets are linked?', 'linked_objects.data.*.id', 'linked_objects.*.id', 'each'],
    ['Is a linked object a ticket or a conversation?', 'linked_objects.data.0.type', 'linked_objects.0.type'],
    ['Did Fin resolve it?', 'ai_agent.resolution_state'],
    [
      'What does every message say?',
      'conversation_parts.conversation_parts.*.body',
      'conversation_parts.*.body',
      'text',
    ],
    [
      'Who wrote each message?',
      'conversation_parts.conversation_parts.*.author.id',
      'conversation_parts.*.author.id',
      'each',
    ],
    [
      'Which of them are notes?',
      'conversation_parts.conversation_parts.*.part_type',
      'conversation_parts.*.part_type',
      'each',
    ],
    [
      'Which attachments came with a message?',
      'conversation_parts.conversation_parts.1.attachments.0.url',
      'conversation_parts.*.attachments.0.url',
    ],
    ['How often was it reopened?', 'statistics.count_reopens'],
    ['When did a teammate first reply?', 'statistics.first_admin_reply_at', 'statistics.first_admin_reply_at', 'time'],
  ],
  conversation_hits: [
    ['Which conversations match?', 'conversations.*.id', 'result.*.id', 'each'],
    ['In which state is each?', 'conversations.*.state', 'result.*.state', 'each'],
    ['Who is each assigned to?', 'conversations.*.admin_assignee_id', 'result.*.admin_assignee_id', 'each'],
    ['When was each last touched?', 'conversations.0.updated_at', 'result.0.updated_at', 'time'],
    ['What is each about?', 'conversations.0.title', 'result.0.title'],
    ['How does the first message begin?', 'conversations.0.source.body', 'result.0.source.body', 'beginning'],
    ['Whom is it from?', 'conversations.0.source.author.email', 'result.0.source.author.email'],
    ['Which contact is it with?', 'conversations.0.contacts.contacts.0.id', 'result.0.contacts.0.id'],
    ['Which of them have the tag?', 'conversations.0.tags.tags.*.name', 'result.0.tags.*.name', 'each'],
    ['What are its attributes?', 'conversations.0.custom_attributes', 'result.0.custom_attributes'],
    ['How many are there in all?', 'total_count', 'total_count'],
  ],
  contact: [
    ['Which subscription tier does the contact have?', 'custom_attributes'],
    ['What is the e-mail address?', 'email'],
    ['User or lead?', 'role'],
    ['What is our own id of this user?', 'external_id'],
    ['When was the contact last seen?', 'last_seen_at', 'last_seen_at', 'time'],
    ['In which city is the contact?', 'location.city'],
    ['Which companies?', 'companies.data.*.id', 'companies.*.id', 'each'],
    ['How many companies, if not all are shown?', 'companies.total_count', 'companies_total'],
    ['Who owns the contact?', 'owner_id'],
    ['Did the contact unsubscribe from e-mails?', 'unsubscribed_from_emails'],
    ['Which social profiles are known?', 'social_profiles.data.0.url', 'social_profiles.0.url'],
  ],
  contact_hits: [
    ['Which contact has this address?', 'data.0.email', 'result.0.email'],
    ['Under which id?', 'data.*.id', 'result.*.id', 'each'],
    ['Which tier do they have?', 'data.0.custom_attributes', 'result.0.custom_attributes'],
    ['What is the name?', 'data.0.name', 'result.0.name'],
    ['Where can they be called?', 'data.0.phone', 'result.0.phone'],
  ],
  ticket: [
    ['In which state is the ticket?', 'ticket_state.internal_label'],
    ['Under which id is this state set?', 'ticket_state.id'],
    ['What does the ticket say?', 'ticket_attributes'],
    ['Which number do people know it by?', 'ticket_id'],
    ['Of which type is it?', 'ticket_type.name'],
    ['Whose ticket is it?', 'contacts.contacts.0.id', 'contacts.0.id'],
    ['Who has it?', 'admin_assignee_id'],
    ['What was said?', 'ticket_parts.ticket_parts.*.body', 'ticket_parts.*.body', 'text'],
    ['Can the customer see it?', 'is_shared'],
  ],
  ticket_hits: [
    ['Which tickets are they?', 'tickets.*.id', 'result.*.id', 'each'],
    ['In which state is each?', 'tickets.*.ticket_state.category', 'result.*.ticket_state.category', 'each'],
    ['What is each about?', 'tickets.0.ticket_attributes', 'result.0.ticket_attributes'],
    ['Is it open?', 'tickets.0.open', 'result.0.open'],
  ],
  article: [
    ['Which steps does the article give?', 'body', 'body', 'text'],
    ['What is it called?', 'title'],
    ['Where can a customer read it?', 'url'],
    ['Is it published?', 'state'],
    ['Who wrote it?', 'author_id'],
    ['In which collections is it?', 'parent_ids'],
    ['How often was it viewed?', 'statistics.views'],
    ['What is its French title?', 'translated_content.fr.title'],
    ['May Fin use it?', 'ai_chatbot_availability'],
  ],
  article_hits: [
    ['Which articles match?', 'data.articles.*.title', 'result.*.title', 'each'],
    ['How does each begin?', 'data.articles.0.body', 'result.0.body', 'beginning'],
    ['Where are they?', 'data.articles.*.url', 'result.*.url', 'each'],
    ['Which passages match?', 'data.highlights.0.article_id', 'highlights.0.article_id'],
  ],
  company: [
    ['Which plan is the company on?', 'plan.name'],
    ['What does it pay a month?', 'monthly_spend'],
    ['When did it start with us?', 'remote_created_at', 'remote_created_at', 'time'],
    ['Which attributes does it have?', 'custom_attributes'],
    ['Which segments is it in?', 'segments.segments.*.name', 'segments.*.name', 'each'],
  ],
  call_hits: [
    ['Whom was the call with?', 'data.0.contact_id', 'result.0.contact_id'],
    ['How did it end?', 'data.0.ended_reason', 'result.0.ended_reason'],
    ['Where is the recording?', 'data.0.recording_url', 'result.0.recording_url'],
  ],
};

/** All questions, written before the shaping was. */
export const questions: readonly Question[] = Object.entries(rows).flatMap(([payload, list]) =>
  list.map(([question, raw, shaped = raw, reading = 'same']) => ({ payload, question, raw, shaped, reading })),
);
