import type { Guide } from '../runtime/profile/guidance.ts';

const text = `# Searching Intercom

\`list_all_intercom_search_conversations\`, \`…_contacts\` and \`…_tickets\` take a \`query\`: one filter, or a group of filters.

\`\`\`json
{"operator":"AND","value":[
  {"field":"state","operator":"=","value":"open"},
  {"field":"admin_assignee_id","operator":"=","value":0},
  {"operator":"OR","value":[
    {"field":"source.body","operator":"~","value":"refund"},
    {"field":"source.body","operator":"~","value":"invoice"}]}]}
\`\`\`

- A group holds at most 15 entries, and a group may stand in a group once: two levels.
- AND and OR join filters. They never stand beside a \`field\`.

| operator | means | for |
|---|---|---|
| \`=\` \`!=\` | is, is not | everything |
| \`IN\` \`NIN\` | is one of, is none of; the value is a list | text, numbers, true and false |
| \`>\` \`<\` | more or later, less or earlier | numbers, times |
| \`~\` \`!~\` | contains, does not contain | text |
| \`^\` \`$\` | starts with, ends with | text |

Times are unix seconds, such as 1767225600 for 2026-01-01 00:00 UTC.

## Conversations
- Unassigned: \`admin_assignee_id\` = 0 and \`team_assignee_id\` = 0; the first alone finds what only a team has as well. \`state\`: open, closed or snoozed. \`priority\`: none, low, medium, high or urgent.
- \`source.body\` is the first message. It is matched word by word: one \`~\` filter for each word, joined by AND.
- Of one contact: \`contact_ids\` = the id of the contact, which a search for contacts gives.

## Contacts
- By \`email\`, \`name\`, \`phone\`, \`external_id\`; \`role\` is user or lead. Own attributes: \`custom_attributes.<name>\`.
- Times take \`=\`, \`>\` and \`<\`, and count in whole days of the workspace's time zone: \`>\` begins the next day, \`<\` ends the day before.
- A new contact can take minutes until it is found.

## Tickets
- \`contact_ids\`, \`open\` (true or false), \`ticket_type_id\`, \`state\`, \`category\`: request, task or tracker.
- Unassigned: \`admin_assignee_id\` = "0" and \`team_assignee_id\` = "0".
- Own attributes: \`ticket_attribute.<id>\`, by the id of the attribute and not by its name.

## Order, and what has no value
- Contacts take \`sort\`. Conversations and tickets come in an order that Intercom does not document, and take none: narrow them by dates.
- Whether \`!=\`, \`NIN\` and \`!~\` find what has no value at all is not documented: do not count on it.

Each search's own schema lists all of its fields.
`;

/** How to write a search, longer than a tool's description can be. */
export const searchGuide: Guide = {
  uri: 'intercom://guides/search',
  name: 'search-guide',
  title: 'How to search Intercom',
  description: 'The query language of the three searches: groups, operators, times, and what is special to each.',
  text,
  tools: [
    'list_all_intercom_search_conversations',
    'list_all_intercom_search_contacts',
    'list_all_intercom_search_tickets',
  ],
};
