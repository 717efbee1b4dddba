// From a description to a server that Claude can be connected to: `intercom-mcp init`, then the official client calls the tools.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { KEY, startHelpdesk } from './server.ts';

const program = fileURLToPath(new URL('../../cli/main.ts', import.meta.url));
const description = fileURLToPath(new URL('helpdesk.yaml', import.meta.url));

// Inside the package, so that the project finds it; elsewhere `npm install` does that.
const root = fileURLToPath(new URL('../../.tmp/', import.meta.url));
await mkdir(root, { recursive: true });
const folder = join(await mkdtemp(join(root, 'init-')), 'helpdesk');
await promisify(execFile)(process.execPath, [program, 'init', folder, '--spec', description]);

await using helpdesk = await startHelpdesk();
const client = new Client({ name: 'example', version: '1.0.0' });
await client.connect(
  new StdioClientTransport({
    command: process.execPath,
    args: ['--conditions=intercom-mcp-toolkit:source', program, 'serve', '--api', folder],
    env: { HELPDESK_API_KEY: KEY, HELPDESK_BASE_URL: helpdesk.baseUrl },
    stderr: 'ignore',
  }),
);

/** What a tool answers a model, as a value. */
async function call(name: string, args: Record<string, unknown> = {}): Promise<Record<string, unknown>> {
  const { content, isError } = await client.callTool({ name, arguments: args });
  const [block] = content as { type: string; text: string }[];
  const text = block?.text ?? '';
  return isError ? { error: text } : JSON.parse(text);
}

const { tools } = await client.listTools();
assert.equal(tools.length, 13);
assert.equal(client.getServerVersion()?.name, 'helpdesk-mcp');

// Each list of the helpdesk pages in another way; a model sees one.
for (const [name, count, args] of [
  ['list_all_helpdesk_tickets', 23, {}],
  ['list_all_helpdesk_ticket_replies', 22, { ticket_id: 't1' }],
  ['list_all_helpdesk_customers', 7, {}],
] as const) {
  const seen = new Set<string>();
  let next_cursor: unknown;
  do {
    const page = await call(name, { ...args, limit: 5, ...(typeof next_cursor === 'string' && { next_cursor }) });
    for (const { id } of page.result as { id: string }[]) seen.add(id);
    next_cursor = page.next_cursor;
  } while (typeof next_cursor === 'string');
  assert.equal(seen.size, count, name);
}

const { agents } = await call('list_all_helpdesk_agents');
assert.equal((agents as unknown[]).length, 2);

// Numbers beyond what JavaScript counts exactly come whole.
const ticket = await call('get_single_helpdesk_ticket_by_id', { ticket_id: 't1' });
assert.equal(String(ticket.number), '9007199254740001');

const opened = await call('create_a_helpdesk_ticket', {
  customer_id: 'c2',
  subject: 'No sound',
  channel: { kind: 'phone', number: '+15550100' },
});
assert.equal(opened.subject, 'No sound');
const file = await call('create_a_helpdesk_ticket_attachment', {
  ticket_id: opened.id,
  file: 'data:text/plain;name=hello.txt;base64,aGVsbG8=',
});
assert.deepEqual(file, { name: 'hello.txt', bytes: 5 });

const refused = await call('create_a_helpdesk_ticket', {
  customer_id: 'nobody',
  subject: 'Hello',
  channel: { kind: 'email', address: 'a@example.com' },
});
assert.match(String(refused.error), /customer_id is of no customer/);

await client.close();
await rm(join(folder, '..'), { recursive: true });
console.log(`${tools.length} tools of a helpdesk: listed, walked and called.`);
