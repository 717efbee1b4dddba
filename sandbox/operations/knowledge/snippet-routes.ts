import { isRecord } from '../../contract/contract.ts';
import { audienceIds } from '../../domain/knowledge/refer.ts';
import { assign } from '../../generic/assign.ts';
import { crud } from '../../generic/crud.ts';
import { latestFirst } from '../../generic/order.ts';
import type { Call, Routes } from '../../http/call.ts';
import { Fault } from '../../http/fault.ts';
import { type ContentSnippet, contentSnippets } from '../../model/knowledge.ts';
import { AVAILABILITIES, newContent } from './availability.ts';
import { LOCALES } from './locales.ts';

/** List, get, create, change and delete of content snippets. */
export const snippetRoutes: Routes = crud<ContentSnippet>({
  collection: '/content_snippets',
  item: '/content_snippets/{id}',
  what: 'Content snippet',
  table: contentSnippets,
  rows: ({ workspace }) => latestFirst(contentSnippets(workspace).all()),
  render: (row) => ({
    type: 'content_snippet',
    ...row,
    json_blocks: row.body_markdown.split(/\n{2,}/).map((text) => ({ type: 'paragraph', text })),
    chatbot_availability: Number(row.ai_chatbot_availability),
    copilot_availability: Number(row.ai_copilot_availability),
  }),
  create: (call) => {
    if (markdownIn(call) === undefined) throw invalid('body_markdown or json_blocks is required', 'body_markdown');
    const row: ContentSnippet = {
      id: call.workspace.nextId('content_snippets', 4401),
      title: '',
      body_markdown: '',
      locale: 'en',
      ...newContent(call.now),
    };
    write(row, call);
    return row;
  },
  update: write,
});

function write(row: ContentSnippet, call: Call): void {
  const { body, now } = call;
  if (body.locale !== undefined && !LOCALES.has(String(body.locale)))
    throw invalid('The language is not one that Fin speaks', 'locale');
  const audiences = audienceIds(call, row.audience_ids);
  const markdown = markdownIn(call) ?? row.body_markdown;
  Object.assign(row, { audience_ids: audiences, body_markdown: markdown, updated_at: now });
  assign(row, body, ['title', 'locale', ...AVAILABILITIES]);
}

function invalid(message: string, field: string): Fault {
  return new Fault(422, message, { code: 'validation_error', field });
}

function markdownIn({ body }: Call): string | undefined {
  const { body_markdown: markdown, json_blocks: blocks } = body;
  if (markdown !== undefined && blocks !== undefined)
    throw invalid('Give body_markdown or json_blocks, not both', 'json_blocks');
  if (typeof markdown === 'string') return markdown;
  if (!Array.isArray(blocks)) return undefined;
  return blocks.map((block) => (isRecord(block) && typeof block.text === 'string' ? block.text : '')).join('\n\n');
}
