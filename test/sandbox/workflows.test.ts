import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { escalationOverMcp } from '../../examples/demo/escalation.ts';
import type { CallTool } from '../../examples/demo/transcript.ts';
import { triageOverMcp } from '../../examples/demo/triage.ts';
import { intercom } from '../../intercom/catalog.ts';
import { createClient } from '../../intercom/client.ts';
import { serveHttp } from '../../runtime/mcp/node.ts';
import { cast, createSandbox, listenSandbox } from '../../sandbox/index.ts';
import type { Change } from '../../sandbox/store/changes.ts';
import { Client, StdioClientTransport, StreamableHTTPClientTransport } from '../judges/legacy-sdk.ts';
import { emails } from '../support/people.ts';

const commandLine = fileURLToPath(new URL('../../cli/main.ts', import.meta.url));

/** Connects the official client to the tools over a workspace at this address. */
type Connect = (baseUrl: string) => Promise<{ client: Client } & AsyncDisposable>;

const overStdio: Connect = async (baseUrl) => {
  const client = new Client({ name: 'workflows', version: '1' });
  const env = { INTERCOM_ACCESS_TOKEN: 'sandbox', INTERCOM_BASE_URL: baseUrl };
  const args = [commandLine, 'serve'];
  await client.connect(new StdioClientTransport({ command: process.execPath, args, env, stderr: 'ignore' }));
  return { client, [Symbol.asyncDispose]: () => client.close() };
};

const overHttp: Connect = async (baseUrl) => {
  const server = await serveHttp({ ...intercom, client: createClient({ token: 'sandbox', baseUrl }) });
  const client = new Client({ name: 'workflows', version: '1' });
  // The SDK's own type of a transport differs from its client's under exactOptionalPropertyTypes.
  await client.connect(new StreamableHTTPClientTransport(new URL(server.url)) as Parameters<Client['connect']>[0]);
  const close = async (): Promise<void> => {
    await client.close();
    await server.close(0);
  };
  return { client, [Symbol.asyncDispose]: close };
};

function rows(changes: readonly Change[]): string[] {
  return [...new Set(changes.map(({ table, id }) => `${table} ${id}`))].toSorted();
}

test.for([
  ['stdio', overStdio],
  ['HTTP', overHttp],
] as const)('both workflows over %s change what they should and nothing else', async ([, connect]) => {
  const sandbox = createSandbox({ strict: true });
  await using listening = await listenSandbox(sandbox);
  await using connection = await connect(listening.url);
  const called: string[] = [];
  const callTool: CallTool = async (name, args) => {
    called.push(name);
    const { content, isError } = await connection.client.callTool({ name, arguments: args });
    const [first] = content as { text: string }[];
    expect(isError, first?.text).toBeFalsy();
    return JSON.parse(first?.text ?? '');
  };

  const answered = await triageOverMcp(callTool, { words: ['password', 'reset'], adminId: cast.admins.maya });
  expect(answered.toSorted()).toEqual(cast.conversations.resets);
  const triaged = sandbox.changes();
  expect(rows(triaged)).toEqual([
    ...cast.contacts.resets.map((id) => `contacts ${id}`),
    ...cast.conversations.resets.map((id) => `conversations ${id}`),
  ]);
  for (const id of cast.conversations.resets) {
    const parts = triaged.filter((change) => change.id === id && change.at.startsWith('parts.'));
    expect(parts).toMatchObject([{ after: { part_type: 'comment', author: { type: 'admin', id: cast.admins.maya } } }]);
    expect(JSON.stringify(parts)).toContain('reset');
  }
  expect(called).toEqual([
    'list_all_intercom_search_conversations',
    ...Array(3).fill('get_single_intercom_conversation_by_id'),
    'list_all_intercom_articles_search',
    ...Array(3).fill('intercom_conversations_reply'),
  ]);

  const email = emails.jonas;
  expect(await escalationOverMcp(callTool, { email, state: 'Escalated' })).toBe(cast.tickets.jonas);
  const escalated = sandbox.changes().filter((change) => !rows(triaged).includes(`${change.table} ${change.id}`));
  expect(rows(escalated)).toEqual([`tickets ${cast.tickets.jonas}`]);
  const places = escalated.filter(({ at }) => !at.startsWith('parts.')).map(({ at }) => at);
  expect(places.toSorted()).toEqual([
    'previous_ticket_state_id',
    'ticket_attributes._default_description_',
    'ticket_state_id',
    'updated_at',
  ]);
  const ticket = sandbox.snapshot().tickets?.[cast.tickets.jonas];
  expect(ticket).toMatchObject({ ticket_state_id: cast.ticketStates.escalated, open: true });
  for (const id of cast.conversations.jonas) expect(JSON.stringify(ticket)).toContain(id);
});
