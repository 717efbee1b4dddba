// Both workflows through a real MCP client over HTTP, with a transcript: what is called, what comes back, what changes.
import assert from 'node:assert/strict';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { createClient } from 'intercom-mcp-toolkit';
import { intercom } from 'intercom-mcp-toolkit/intercom/catalog';
import { serveHttp } from 'intercom-mcp-toolkit/mcp/node';
import { cast, createSandbox, listenSandbox } from 'intercom-mcp-toolkit/sandbox';
import { escalationOverMcp } from './escalation.ts';
import { type CallTool, say, show, showChanges } from './transcript.ts';
import { triageOverMcp } from './triage.ts';

const sandbox = createSandbox();
await using workspace = await listenSandbox(sandbox);
await using server = await serveHttp({
  ...intercom,
  client: createClient({ token: 'sandbox', baseUrl: workspace.url }),
});
const client = new Client({ name: 'demo', version: '1.0.0' }, { versionNegotiation: { mode: 'auto' } });
await client.connect(new StreamableHTTPClientTransport(new URL(server.url)));
const { tools } = await client.listTools();
say(`Connected to ${server.url} over MCP: ${tools.length} tools, on the sample workspace ${workspace.url}.`);

const callTool: CallTool = async (name, args) => {
  const { content, isError } = await client.callTool({ name, arguments: args });
  // The first text is the answer in JSON; others are notes for the model, such as what was repaired in a query.
  const [text = '', ...notes] = content.map((part) => (part.type === 'text' ? part.text : ''));
  const answer = isError ? undefined : JSON.parse(text);
  show(name, args, { text, answer, notes });
  if (isError) throw new Error(`${name} failed: ${text}`);
  return answer;
};

say('\nWorkflow 1. New, unassigned conversations about a password reset get the steps of the Help Center.', 'bold');
const answered = await triageOverMcp(callTool, { words: ['password', 'reset'], adminId: cast.admins.maya });
assert.deepEqual(answered.toSorted(), cast.conversations.resets);
const afterTriage = sandbox.changes();
report(afterTriage);

say(
  '\nWorkflow 2. The open ticket of a user gets a summary of the last three conversations, and is escalated.',
  'bold',
);
const ticketId = await escalationOverMcp(callTool, {
  email: 'jonas.keller@alpineoutfitters.example',
  state: 'Escalated',
});
assert.equal(ticketId, cast.tickets.jonas);
assert.equal(sandbox.changes().find(({ at }) => at === 'ticket_state_id')?.after, cast.ticketStates.escalated);
const afterBoth = sandbox.changes().filter(({ table }) => table === 'tickets');
report(afterBoth);

await client.close();
say('\nBoth workflows ended as they should, and nothing else in the workspace changed.', 'green');

/** Prints what changed; fails where more did than what the workflows are about. */
function report(changes: ReturnType<typeof sandbox.changes>): void {
  const rows = [...new Set(changes.map(({ table, id }) => `${table} ${id}`))];
  const meant = [
    ...cast.contacts.resets.map((id) => `contacts ${id}`),
    ...cast.conversations.resets.map((id) => `conversations ${id}`),
    `tickets ${cast.tickets.jonas}`,
  ];
  assert.deepEqual(
    rows.filter((row) => !meant.includes(row)),
    [],
  );
  showChanges(changes);
}
