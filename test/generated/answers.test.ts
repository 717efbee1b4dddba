import { expect, test } from 'vitest';
import { catalog, loadTool } from '../../intercom/catalog.ts';
import { createClient } from '../../intercom/index.ts';
import { importLine } from '../../runtime/catalog/import-line.ts';
import { isRecord } from '../../runtime/value/value.ts';
import { createSandbox } from '../../sandbox/index.ts';
import { openEditor } from './support/language-service.ts';

const sandbox = createSandbox({ strict: true, rateLimit: 1_000_000 });
const client = createClient({ token: 'sandbox', baseUrl: 'http://localhost', fetch: sandbox.fetch, names: false });
const lines: string[] = [];

/** What the sample workspace answers in every shape, each held to its type. */
async function answer(name: string, args: Readonly<Record<string, unknown>>): Promise<unknown> {
  const tool = await loadTool(name);
  const { function: exported = '' } = catalog.find((entry) => entry.name === name) ?? {};
  if (tool === undefined) throw new Error(`${name} is no tool`);
  let whole: unknown;
  for (const shape of tool.access === 'write' ? (['model'] as const) : (['raw', 'complete', 'model'] as const)) {
    whole = await client.call(tool, args, { shape });
    lines.push(`${shape}(${exported}, ${JSON.stringify(whole)});`);
  }
  return whole;
}

function idIn(answered: unknown): unknown {
  const [item]: readonly unknown[] = isRecord(answered) && Array.isArray(answered.result) ? answered.result : [];
  return isRecord(item) ? item.id : undefined;
}

/** The calls as a program of a consumer's, whose arguments are literals: what a type does not name is refused. */
function programOf(calls: readonly string[]): string {
  return `
import type { ForModel } from './runtime/shape/for-model.ts';
import type { Tool } from './runtime/tool/tool.ts';
${catalog.map((entry) => importLine(entry, (module) => `./generated/intercom/tools/${module}.ts`)).join('\n')}
declare function raw<Output>(tool: Tool<unknown, Output>, answer: NoInfer<Output>): void;
declare function complete<Complete>(tool: Tool<unknown, unknown, Complete>, answer: NoInfer<Complete> & { untrusted?: string }): void;
declare function model<Complete>(tool: Tool<unknown, unknown, Complete>, answer: NoInfer<ForModel<Complete>>): void;
${calls.join('\n')}`;
}

test('what the sample workspace answers is what the types of raw, complete and model answers say, and they say it', async () => {
  const recent = { query: { field: 'created_at', operator: '>', value: '2020-01-01' }, limit: 5 };
  const conversation_id = idIn(await answer('list_all_intercom_search_conversations', recent));
  await answer('get_single_intercom_conversation_by_id', { conversation_id });
  const contact_id = idIn(await answer('list_all_intercom_search_contacts', recent));
  await answer('get_single_intercom_contact_by_id', { contact_id });
  const ticket_id = idIn(await answer('list_all_intercom_search_tickets', recent));
  await answer('get_single_intercom_ticket_by_id', { ticket_id });
  await answer('update_a_intercom_ticket_by_id', { ticket_id, open: true });
  await answer('list_all_intercom_articles_search', { phrase: 'password' });
  const admin_id = idIn(await answer('list_all_intercom_admins', {}));
  const note = { admin_id, type: 'admin', message_type: 'note', body: 'Seen' };
  await answer('intercom_conversations_reply', { conversation_id, ...note });
  const plain = [
    'companies_list',
    'teams',
    'tags',
    'segments',
    'ticket_types',
    'ticket_states',
    'help_center_collections',
  ];
  const more = ['articles', 'news_items', 'internal_articles', 'data_attributes', 'subscription_types', 'brands'];
  for (const name of [...plain, ...more]) await answer(`list_all_intercom_${name}`, {});
  const wrong = ['complete(getTeam, { id: 1 })', 'model(getTeam, { name: null })', "model(getTeam, { nme: 'x' })"];
  for (const call of wrong) lines.push('// @ts-expect-error it would be found', call);
  const problems = openEditor(programOf(lines)).problems();
  const first = programOf([]).split('\n').length;
  expect(problems.map((text) => `${lines[Number.parseInt(text, 10) - first]?.slice(0, 60)} ${text}`)).toEqual([]);
});
