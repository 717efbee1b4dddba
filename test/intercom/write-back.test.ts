import { expect, test } from 'vitest';
import { loadTool } from '../../intercom/catalog.ts';
import { createClient } from '../../intercom/index.ts';
import { normalHtml } from '../../runtime/text/normal-html.ts';
import { objectSchema } from '../../runtime/tool/object-schema.ts';
import { isRecord, own } from '../../runtime/value/value.ts';
import { changesBetween } from '../../sandbox/store/changes.ts';
import { START, testSandbox } from '../sandbox/support/sandbox.ts';

/** How an object is read, and what of it is written back. */
interface Row {
  readonly update: string;
  /** Reads one by its id; the items of the list itself where there is none. */
  readonly get?: string;
  readonly list?: string;
  readonly query?: Readonly<Record<string, unknown>>;
  /** The items in what the list answers, where they are not the items themselves. */
  readonly items?: (item: Json) => readonly Json[];
  /** Arguments that lead to the object. */
  readonly by?: (item: Json) => Json;
  /** Arguments by other names than in the answer. */
  readonly also?: (read: Json) => Json;
  /** What is asked for of it. */
  readonly fields?: readonly string[];
  /** What an answer shows and no write takes back, and why. */
  readonly without?: readonly string[];
}

type Json = Readonly<Record<string, unknown>>;

const all = { query: { field: 'created_at', operator: '>', value: '0' } };

function named(update: string, list: string, more: Partial<Row> = {}): Row {
  return {
    update: `update_a_intercom_${update}_by_id`,
    get: `get_single_intercom_${update}_by_id`,
    list: `list_all_intercom_${list}`,
    ...more,
  };
}

const rows: readonly Row[] = [
  // The description has two words for one value: automatic in answers, automated in requests.
  named('ai_content_import_source', 'ai_content_import_sources', {
    also: ({ sync_behavior: now }) => ({ sync_behavior: now === 'automatic' ? 'automated' : now }),
  }),
  named('ai_external_page', 'ai_external_pages'),
  named('article', 'articles'),
  named('article', 'articles', { fields: ['*'] }),
  named('article_draft', 'articles', { items: (item) => (hasDraft(item) ? [item] : []), query: { limit: 60 } }),
  named('audience', 'audiences'),
  named('company', 'companies'),
  // Times that the generator does not mark yet, here and below.
  named('contact', 'contacts', { without: ['last_seen_at', 'signed_up_at'] }),
  named('content_snippet', 'content_snippets'),
  named('conversation', 'conversations'),
  named('conversations_attribute', 'conversations_attributes'),
  // The values of headers are masked.
  named('data_connector', 'data_connectors', { without: ['headers'] }),
  named('help_center_collection', 'help_center_collections'),
  named('help_center_collection', 'help_center_collections', { fields: ['*'] }),
  named('internal_article', 'internal_articles'),
  named('internal_article', 'internal_articles', { fields: ['*'] }),
  named('news_item', 'news_items', { without: ['newsfeed_assignments'] }),
  named('office_hours_schedule', 'office_hours_schedules'),
  named('ticket', 'search_tickets', {
    query: all,
    also: (read) => ({ ticket_state_id: own(read.ticket_state, 'id'), assignee_id: read.admin_assignee_id }),
  }),
  named('ticket_type', 'ticket_types'),
  { update: 'update_a_intercom_ip_allowlist', get: 'get_single_intercom_ip_allowlist' },
  {
    update: 'update_a_intercom_data_attribute_by_id',
    list: 'list_all_intercom_data_attributes',
    query: { model: 'contact', fields: ['*'] },
    // Intercom's own cannot be changed.
    items: (item) => (item.custom === true ? [item] : []),
    by: ({ id }) => ({ data_attribute_id: id }),
  },
  {
    update: 'update_a_intercom_ticket_type_attribute_by_id',
    list: 'list_all_intercom_ticket_types',
    query: { fields: ['id', 'ticket_type_attributes'] },
    items: ({ id, ticket_type_attributes: attributes }) =>
      (Array.isArray(attributes) ? attributes : []).map((one) => ({ ticket_type_id: id, ...one })),
    by: ({ id, ticket_type_id }) => ({ attribute_id: id, ticket_type_id }),
  },
  { update: 'create_or_update_a_intercom_tag', list: 'list_all_intercom_tags', by: ({ id }) => ({ id }) },
  {
    update: 'create_or_update_a_intercom_company',
    list: 'list_all_intercom_companies',
    by: ({ company_id }) => ({ company_id }),
    without: ['remote_created_at'],
  },
];

const sandbox = testSandbox();
const client = createClient({ token: 't', baseUrl: 'http://127.0.0.1:1', fetch: sandbox.fetch, now: () => START });

function hasDraft({ id }: Json): boolean {
  return own(own(sandbox.snapshot().articles, String(id)), 'draft') !== null;
}

/** What a write itself leaves: when and by whom, and a line in the log of the workspace. */
function isTrace(table: string, at: string): boolean {
  return (
    table === 'activities' || /(?:^|\.)(?:updated_at|updated_by_id|updated_by_admin_id|last_ingested_at)$/.test(at)
  );
}

async function call(name: string, input: Json): Promise<unknown> {
  const tool = await loadTool(name);
  if (!tool) throw new Error(`there is no ${name}`);
  return (await client.exchange(tool, input, { shape: 'model' })).output;
}

async function readItems({ list, query = {}, items = (item) => [item] }: Row): Promise<readonly Json[]> {
  if (list === undefined) return [{}];
  const answer = own(await call(list, query), 'result');
  return (Array.isArray(answer) ? answer : []).filter(isRecord).flatMap(items);
}

async function writeBack(row: Row, item: Json): Promise<void> {
  const id = item.id === undefined ? {} : { id: item.id };
  const read = row.get === undefined ? item : await call(row.get, { ...id, ...(row.fields && { fields: row.fields }) });
  if (!isRecord(read)) throw new Error('nothing was read');
  const tool = await loadTool(row.update);
  // What leads to the object is its id, whatever else is called so in its answer.
  const taken = new Set(
    Object.keys(tool ? objectSchema(tool).shape : {}).filter(
      (key) => key !== tool?.alias && !row.without?.includes(key),
    ),
  );
  const same = Object.fromEntries(Object.entries(read).filter(([key]) => taken.has(key)));
  await call(row.update, { ...same, ...row.also?.(read), ...(row.by?.(item) ?? id) });
}

test.each(rows.map((row) => [row.update, row.fields ?? [], row] as const))(
  '%s takes back what was read, %j',
  async (_name, _fields, row) => {
    const items = (await readItems(row)).slice(0, 8);
    expect(items).not.toEqual([]);
    const before = sandbox.snapshot();
    for (const item of items) await writeBack(row, item);
    const changes = changesBetween(before, sandbox.snapshot()).filter(
      ({ table, at, before: old, after }) =>
        !isTrace(table, at) && normalHtml(String(old)) !== normalHtml(String(after)),
    );
    expect(changes).toEqual([]);
  },
);
