// Workflow 2 without a protocol: a user's open ticket gets a summary of that user's conversations, and is escalated.
import assert from 'node:assert/strict';
import { createClient } from 'intercom-mcp-toolkit';
import { cast, createSandbox } from 'intercom-mcp-toolkit/sandbox';
import { escalate } from './escalation.ts';

// A sample workspace in this process. With a real one: createClient({ token: process.env.INTERCOM_ACCESS_TOKEN }).
const sandbox = createSandbox();
const client = createClient({
  token: 'sandbox',
  baseUrl: 'http://localhost',
  fetch: sandbox.fetch,
});

const report = await escalate(client, {
  email: 'jonas.keller@alpineoutfitters.example',
  state: 'Escalated',
  summarize: (conversations) =>
    `Summary of ${conversations.length} conversations: ${conversations.map(firstSentence).join(' ')}`,
});

assert.equal(report.ticketId, cast.tickets.jonas);
assert.deepEqual(report.conversationIds, cast.conversations.jonas.toReversed());

// The ticket's state and description, and what Intercom notes about both; of others, nothing changed.
const changes = sandbox.changes();
assert.deepEqual([...new Set(changes.map(({ table, id }) => `${table} ${id}`))], [`tickets ${cast.tickets.jonas}`]);
const after = new Map(changes.map((change) => [change.at, change]));
assert.equal(after.get('ticket_state_id')?.after, cast.ticketStates.escalated);
const description = after.get('ticket_attributes._default_description_');
assert(String(description?.after).startsWith(String(description?.before)));
assert.match(String(description?.after), /Summary of 3 conversations: .+/);
const kinds = [...after.keys()].map((at) => at.replace(/^parts\.\d+$/, 'parts'));
assert.deepEqual([...new Set(kinds)].toSorted(), [
  'parts',
  'previous_ticket_state_id',
  'ticket_attributes._default_description_',
  'ticket_state_id',
  'updated_at',
]);
console.log(
  `Ticket ${report.ticketId} is escalated, with a summary of ${report.conversationIds.length} conversations; nothing else changed.`,
);

function firstSentence(text: string): string {
  return /^[\s\S]*?[.!?](?=\s|$)/.exec(text)?.[0] ?? text;
}
