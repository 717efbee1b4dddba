type Arguments = Readonly<Record<string, unknown>>;

/** Calls that Prism refuses although they are right, because the official description is wrong about them. */
export interface Refusal {
  readonly tool: string;
  /** Which calls of the tool; all unless said otherwise. */
  readonly when?: (args: Arguments) => boolean;
  /** Place and code of a violation that Prism reports for each of them. */
  readonly violation: string;
  readonly reason: string;
}

function byPhone({ to }: Arguments): boolean {
  return typeof to === 'object' && to !== null && 'phone' in to;
}
function contactQuickReply({ type, message_type }: Arguments): boolean {
  return type === 'user' && message_type === 'quick_reply';
}
function removesCompany({ company_id }: Arguments): boolean {
  return company_id === null;
}

/** Every refusal of Prism that is a fault of the description, with the reason. */
export const refusals: readonly Refusal[] = [
  {
    tool: 'create_a_intercom_contact_note',
    violation: 'path.contact_id type',
    reason:
      'Contact ids are 24 hexadecimal digits, and strings in eighteen operations; this one alone wants an integer.',
  },
  {
    tool: 'create_a_intercom_conversation',
    violation: 'body.from.id format',
    reason: 'The id is declared as a UUID of exactly 24 characters, which none is; contact ids are hexadecimal digits.',
  },
  {
    tool: 'create_a_intercom_message',
    when: byPhone,
    violation: 'body.to type',
    reason:
      "A WhatsApp message goes to a phone number, as the description's own example has it and its schema has not.",
  },
  {
    tool: 'create_or_update_a_intercom_tag',
    when: ({ companies, users }) => companies !== undefined || users !== undefined,
    violation: 'body oneOf',
    reason: 'Exactly one of four forms may fit, and what tags companies or users also fits the form of a mere name.',
  },
  {
    tool: 'get_single_intercom_download_reporting_data_by_id',
    violation: 'query required',
    reason: 'job_identifier stands in the path, and the description declares it as a query parameter.',
  },
  {
    tool: 'get_single_intercom_export_reporting_data_by_id',
    violation: 'query required',
    reason: 'job_identifier stands in the path, and the description declares it as a query parameter.',
  },
  {
    tool: 'intercom_conversations_reply',
    when: contactQuickReply,
    violation: 'body.message_type enum',
    reason: "The description's own example sends a quick reply in a contact's name; its schema allows a comment alone.",
  },
  {
    tool: 'intercom_tickets_reply',
    when: contactQuickReply,
    violation: 'body.message_type enum',
    reason: 'It shares the schema of a reply to a conversation in the name of a contact.',
  },
  {
    tool: 'list_all_intercom_events',
    violation: 'query.filter oneOf',
    reason:
      'The keys into which filter explodes are declared in a oneOf, where Prism does not look for them, and never beside it.',
  },
  {
    tool: 'update_a_intercom_conversation_by_id',
    when: removesCompany,
    violation: 'body.company_id type',
    reason: 'The text says that null removes the company; the schema is not nullable.',
  },
  {
    tool: 'update_a_intercom_data_attribute_by_id',
    when: ({ options }) => options !== undefined,
    violation: 'body oneOf',
    reason: 'Exactly one of two forms may fit, and the second has no condition, so that options always fit both.',
  },
  {
    tool: 'update_a_intercom_ticket_by_id',
    when: removesCompany,
    violation: 'body.company_id type',
    reason: 'The text says that null removes the company; the schema is not nullable.',
  },
];

/** The written reason for which Prism refuses a call of a tool; undefined for a call that it has to accept. */
export function refusalOf(tool: string, args: Arguments): Refusal | undefined {
  return refusals.find((refusal) => refusal.tool === tool && (refusal.when?.(args) ?? true));
}

/** What the contract refuses or does not know in calls that Prism accepts. */
export interface ContractFault {
  readonly tool: string;
  readonly when?: (args: Arguments) => boolean;
  /** How each message of the contract's judge about it begins. */
  readonly fault: string;
  readonly reason: string;
}

function listsBooleans({ query }: Arguments): boolean {
  return /\[(true|false)\]/.test(JSON.stringify(query));
}
const booleanLists =
  'The table of fields allows IN and NIN for booleans, and the schema of a list admits strings and integers alone.';

/** Every fault that lies with the description and that Prism does not see, with the reason. */
export const contractFaults: readonly ContractFault[] = [
  {
    tool: 'create_a_intercom_message',
    fault: 'body: components is not declared',
    reason: 'A WhatsApp message is required to have it, and the property is declared nowhere.',
  },
  {
    tool: 'create_a_intercom_message',
    fault: 'body: locale is not declared',
    reason: "It stands in the description's example of a WhatsApp message, and is declared nowhere.",
  },
  ...['contacts', 'conversations', 'tickets'].map((resource) => ({
    tool: `list_all_intercom_search_${resource}`,
    when: listsBooleans,
    fault: 'body: data/value/query',
    reason: booleanLists,
  })),
];

/**
 * Tools whose bodies Prism passes unread, with the reason: it takes a schema that it cannot compile for one that accepts
 * everything. The contract's judge reads them.
 */
export const unreadBodies: Readonly<Record<string, string>> = Object.fromEntries(
  [
    {
      tools: [
        'list_all_intercom_search_contacts',
        'list_all_intercom_search_conversations',
        'list_all_intercom_search_tickets',
      ],
      reason:
        'The search language is declared in terms of itself, and Prism breaks the schema where it cuts the circle.',
    },
    {
      tools: [
        'create_a_intercom_article',
        'create_a_intercom_help_center_collection',
        'update_a_intercom_article_by_id',
        'update_a_intercom_article_draft_by_id',
        'update_a_intercom_help_center_collection_by_id',
      ],
      reason: 'The type of a translation is nullable and has null among its values, which Prism then lists twice.',
    },
    {
      tools: ['create_a_intercom_ai_content_import_source', 'update_a_intercom_ai_content_import_source_by_id'],
      reason: 'audience_ids is nullable beside a oneOf and has no type of its own, which ajv does not take.',
    },
  ].flatMap(({ tools, reason }) => tools.map((tool) => [tool, reason])),
);
