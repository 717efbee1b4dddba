import { expect, test } from 'vitest';
import { catalog, loadTool } from '../../intercom/catalog.ts';
import { createClient } from '../../intercom/index.ts';
import type { Tool } from '../../runtime/tool/tool.ts';
import { testSandbox } from '../sandbox/support/sandbox.ts';

const sandbox = testSandbox();
const client = createClient({ token: 't', baseUrl: 'http://127.0.0.1:1', fetch: sandbox.fetch });

async function sent(name: string, input: object): Promise<unknown> {
  const tool = await loadTool(name);
  if (!tool) throw new Error(`there is no ${name}`);
  const { output, repairs } = await client.exchange(tool, input, { dryRun: true });
  return { body: output.body, ...(repairs && { repairs }) };
}

const given = 'Hi **Ana**';
const html = '<p>Hi <strong>Ana</strong></p>';
const told = { repairs: ['body: sent without its marks, for it is plain text'] };
const admin = { type: 'admin', admin_id: '1', message_type: 'comment' };
const user = { type: 'user', user_id: '1', message_type: 'comment' };

/** All tools that take what a person will read: the arguments beside it, and the body that is sent. */
const rows: readonly [tool: string, input: object, body: object, told?: object][] = [
  ['intercom_conversations_reply', { conversation_id: '1', ...admin, body: given }, { ...admin, body: html }],
  ['intercom_conversations_reply', { conversation_id: '1', ...user, body: given }, { ...user, body: 'Hi Ana' }, told],
  ['intercom_tickets_reply', { ticket_id: '1', ...admin, body: given }, { ...admin, body: html }],
  ['intercom_tickets_reply', { ticket_id: '1', ...user, body: given }, { ...user, body: 'Hi Ana' }, told],
  [
    'intercom_conversations_manage',
    { conversation_id: '1', message_type: 'close', type: 'admin', admin_id: '1', body: given },
    { message_type: 'close', type: 'admin', admin_id: '1', body: html },
  ],
  [
    'create_a_intercom_conversation',
    { from: { type: 'user', id: '1' }, body: given },
    { from: { type: 'user', id: '1' }, body: 'Hi Ana' },
    told,
  ],
  ['create_a_intercom_contact_note', { contact_id: '1', body: given }, { body: html }],
  ['create_a_intercom_company_note', { company_id: '1', body: given }, { body: html }],
  [
    'create_a_intercom_message',
    { message_type: 'in_app', from: { type: 'admin', id: 1 }, to: { type: 'user', id: '2' }, body: given },
    { message_type: 'in_app', from: { type: 'admin', id: 1 }, to: { type: 'user', id: '2' }, body: html },
  ],
  ['create_a_intercom_article', { title: 't', author_id: 1, body: given }, { title: 't', author_id: 1, body: html }],
  [
    'create_a_intercom_article',
    { title: 't', author_id: 1, body_markdown: given },
    { title: 't', author_id: 1, body: html },
  ],
  [
    'update_a_intercom_article_by_id',
    { article_id: '1', translated_content: { de: { body: given }, fr: { body_markdown: given } } },
    { translated_content: { de: { body: html }, fr: { body: html } } },
  ],
  ['update_a_intercom_article_draft_by_id', { id: '1', body: given }, { body: html }],
  [
    'create_a_intercom_internal_article',
    { title: 't', author_id: 1, owner_id: 1, body: given },
    { title: 't', author_id: 1, owner_id: 1, body: html },
  ],
  ['update_a_intercom_internal_article_by_id', { internal_article_id: '1', body_markdown: given }, { body: html }],
  ['create_a_intercom_news_item', { title: 't', sender_id: 1, body: given }, { title: 't', sender_id: 1, body: html }],
  [
    'update_a_intercom_news_item_by_id',
    { news_item_id: '1', title: 't', sender_id: 1, body: given },
    { title: 't', sender_id: 1, body: html },
  ],
  [
    'create_or_update_a_intercom_ai_external_page',
    { title: 't', html: given, source_id: 1, external_id: '2' },
    { title: 't', html, locale: 'en', source_id: 1, external_id: '2' },
  ],
  [
    'update_a_intercom_ai_external_page_by_id',
    { page_id: '1', title: 't', html: given, url: 'https://x.example', source_id: 1 },
    { title: 't', html, url: 'https://x.example', locale: 'en', source_id: 1 },
  ],
  ['create_a_intercom_content_snippet', { title: 't', body_markdown: html }, { title: 't', body_markdown: given }],
  [
    'update_a_intercom_content_snippet_by_id',
    { content_snippet_id: '1', body_markdown: html },
    { body_markdown: given },
  ],
  [
    'create_a_intercom_ticket',
    { ticket_type_id: '1', contacts: [{ id: '1' }], ticket_attributes: { _default_description_: given, Other: given } },
    {
      ticket_type_id: '1',
      contacts: [{ id: '1' }],
      ticket_attributes: { _default_description_: 'Hi Ana', Other: given },
    },
    { repairs: ['ticket_attributes._default_description_: sent without its marks, for it is plain text'] },
  ],
  [
    'intercom_tickets_enqueue',
    { ticket_type_id: '1', contacts: [{ id: '1' }], ticket_attributes: { _default_description_: 'plain' } },
    { ticket_type_id: '1', contacts: [{ id: '1' }], ticket_attributes: { _default_description_: 'plain' } },
  ],
  [
    'update_a_intercom_ticket_by_id',
    { ticket_id: '1', ticket_attributes: { _default_description_: 'plain' } },
    { ticket_attributes: { _default_description_: 'plain' } },
  ],
  [
    'intercom_fin_start',
    {
      conversation_id: '1',
      message: { author: 'user', body: given, timestamp: '2026-11-25T12:00:00Z' },
      user: { id: '1' },
      conversation_metadata: { history: [{ author: 'agent', body: given, timestamp: '2026-11-25T12:00:00Z' }] },
    },
    {
      conversation_id: '1',
      message: { author: 'user', body: html, timestamp: '2026-11-25T12:00:00Z' },
      user: { id: '1' },
      conversation_metadata: { history: [{ author: 'agent', body: html, timestamp: '2026-11-25T12:00:00Z' }] },
    },
  ],
  [
    'intercom_fin_reply',
    {
      conversation_id: '1',
      message: { author: 'user', body: given, timestamp: '2026-11-25T12:00:00Z' },
      user: { id: '1' },
    },
    {
      conversation_id: '1',
      message: { author: 'user', body: html, timestamp: '2026-11-25T12:00:00Z' },
      user: { id: '1' },
    },
  ],
];

test.each(rows)('%s sends %j', async (tool, input, body, said = {}) => {
  expect(await sent(tool, input)).toEqual({ body, ...said });
});

test('every tool that takes a text is in the table', async () => {
  const tools = await Promise.all(catalog.map(({ name }) => loadTool(name)));
  const withTexts = tools.filter((tool): tool is Tool => tool?.texts !== undefined).map(({ name }) => name);
  expect([...new Set(rows.map(([name]) => name))].sort()).toEqual(withTexts.sort());
});

test('a reply in Markdown is stored as its reader will see it, and comes back as it was written', async () => {
  const [reply, get] = await Promise.all([
    loadTool('intercom_conversations_reply'),
    loadTool('get_single_intercom_conversation_by_id'),
  ]);
  if (!reply || !get) throw new Error('a tool is missing');
  const conversation_id = '104857392';
  const body = 'Done:\n1. **Open** [it](https://x.example)\n2. Save\nBye {{first_name|fallback:"you"}}';
  await client.exchange(reply, { conversation_id, message_type: 'comment', type: 'admin', admin_id: '149302', body });
  const stored = sandbox.changes().flatMap(({ after }) => JSON.stringify(after) ?? '');
  expect(stored.join('\n')).toContain('<ol><li><strong>Open</strong> <a href=');
  const { output } = await client.exchange(get, { conversation_id }, { shape: 'model' });
  expect(JSON.stringify(output)).toContain(
    JSON.stringify('Done:\n\n1. **Open** [it](https://x.example)\n2. Save\n\nBye {{first_name|fallback:"you"}}').slice(
      1,
      -1,
    ),
  );
});
