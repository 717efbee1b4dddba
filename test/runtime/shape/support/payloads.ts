import * as articles from '../../../../generated/intercom/tools/articles.ts';
import * as calls from '../../../../generated/intercom/tools/calls.ts';
import * as companies from '../../../../generated/intercom/tools/companies.ts';
import * as contacts from '../../../../generated/intercom/tools/contacts.ts';
import * as conversations from '../../../../generated/intercom/tools/conversations.ts';
import * as tickets from '../../../../generated/intercom/tools/tickets.ts';
import { readList } from '../../../../runtime/paging/read-list.ts';
import { decodePartsCursor, encodePartsCursor, readPartsRequest } from '../../../../runtime/shape/index.ts';
import type { Tool } from '../../../../runtime/tool/tool.ts';
import { createSealer } from '../../../../runtime/value/sealer.ts';
import { isRecord, own } from '../../../../runtime/value/value.ts';
import { shapeResult } from '../../../support/shape-answer.ts';
import { createSampler } from './sample.ts';

/** An answer of Intercom with every field filled, and the tool that asks for it. */
export interface Payload {
  readonly name: string;
  readonly tool: Tool;
  readonly raw: unknown;
  /** As the client hands it on: a page where the tool has pages. */
  readonly output: unknown;
}

const modules = [articles, calls, companies, contacts, conversations, tickets];
const tools = new Map(
  modules.flatMap((module) => Object.values(module)).map((tool): [string, Tool] => [tool.name, tool]),
);

const list: readonly [name: string, tool: string, schema: string, items?: number][] = [
  ['conversation', 'get_single_intercom_conversation_by_id', 'conversation'],
  ['conversation_hits', 'list_all_intercom_search_conversations', 'conversation_list'],
  ['contact', 'get_single_intercom_contact_by_id', 'contact'],
  ['contact_hits', 'list_all_intercom_search_contacts', 'contact_list', 20],
  ['ticket', 'get_single_intercom_ticket_by_id', 'ticket'],
  ['ticket_hits', 'list_all_intercom_search_tickets', 'ticket_list', 10],
  ['article', 'get_single_intercom_article_by_id', 'article'],
  ['article_hits', 'list_all_intercom_articles_search', 'article_search_response'],
  ['company', 'get_single_intercom_company_by_id', 'company'],
  ['company_hits', 'list_all_intercom_companies_list', 'company_list', 20],
  ['call_hits', 'list_all_intercom_calls', 'call_list', 10],
];

const sealer = createSealer('secret');

/** The payloads, the same every time. */
export const payloads: readonly Payload[] = list.map(([name, toolName, schema, items]) => {
  const tool = tools.get(toolName);
  if (tool === undefined) throw new Error(`${toolName} does not exist`);
  const raw = createSampler({ ...(items !== undefined && { items }) })(schema);
  return { name, tool, raw, output: tool.pagination ? toPage(raw, tool.pagination) : raw };
});

function toPage(raw: unknown, pagination: NonNullable<Tool['pagination']>): unknown {
  const listed = readList(raw, pagination);
  return { result: listed?.items, next_cursor: 'cursor-of-the-next-page', ...listed?.extras };
}

/** A payload by its name, what a model gets of it, window by window, and all that it gets put together. */
export async function shaped(
  name: string,
): Promise<Payload & { readonly shaped: Record<string, unknown>; readonly windows: readonly unknown[] }> {
  const payload = payloads.find((one) => one.name === name);
  if (payload === undefined) throw new Error(`no payload is called ${name}`);
  const { tool, output } = payload;
  const resume = async (count: number) => `cursor-after-${count}`;
  const key = tool.parts?.split('.')[0] ?? 'parts';
  const owner = { tool: tool.name, id: String(own(output, 'id')), chosen: '', sealer };
  const windows: Record<string, unknown>[] = [];
  for (let cursor: unknown; windows.length === 0 || cursor !== undefined; cursor = windows.at(-1)?.parts_cursor) {
    const after = cursor === undefined ? undefined : await decodePartsCursor(owner, cursor);
    const parts = { ...readPartsRequest({}), after };
    const window = await shapeResult(tool, output, {
      resume,
      parts,
      sealParts: (last) => encodePartsCursor(owner, last),
    });
    if (!isRecord(window) || windows.length > 20) throw new Error('no window');
    windows.push(window);
  }
  const parts = windows.flatMap((window) => own(window, key) ?? []);
  return { ...payload, windows, shaped: { ...windows[0], ...(tool.parts !== undefined && { [key]: parts }) } };
}
