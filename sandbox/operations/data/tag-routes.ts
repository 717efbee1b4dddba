import { renderPlainTag } from '../../domain/tags/render-tags.ts';
import { namedTag } from '../../domain/tags/tagging.ts';
import { Answer, type Call, type Routes } from '../../http/call.ts';
import { Fault } from '../../http/fault.ts';
import { conversations } from '../../model/conversations.ts';
import { articles, contentSnippets, internalArticles } from '../../model/knowledge.ts';
import { companies, contacts, tags } from '../../model/people.ts';
import { tickets } from '../../model/tickets.ts';
import { page } from '../../paging/page.ts';
import type { Workspace } from '../../store/workspace.ts';
import { saveTag } from './save-tag.ts';
import { segmentsOf } from './segments-of.ts';

/** Everything that can carry a tag. */
const carriers = [contacts, companies, conversations, tickets, articles, internalArticles, contentSnippets] as const;

function removeTaggings(workspace: Workspace, tagId: string): void {
  for (const table of carriers)
    for (const row of table(workspace).all())
      if (row.tags.some(({ id }) => id === tagId)) row.tags = row.tags.filter(({ id }) => id !== tagId);
}

function deleteTag(call: Call): Answer {
  const { workspace } = call;
  const tag = namedTag(call, call.params.tag_id);
  const dependent = segmentsOf(workspace, `tag:${tag.id}`);
  if (dependent.length > 0)
    throw new Fault(400, `Unable to delete Tag with dependent objects. Segments: ${dependent.join(', ')}.`);
  removeTaggings(workspace, tag.id);
  tags(workspace).remove(tag.id);
  return new Answer(undefined);
}

/** Tags themselves. */
export const tagRoutes: Routes = {
  'GET /tags': (call) => page(call, tags(call.workspace).all(), renderPlainTag),
  'POST /tags': saveTag,
  'GET /tags/{tag_id}': (call) => renderPlainTag(namedTag(call, call.params.tag_id)),
  'DELETE /tags/{tag_id}': deleteTag,
};
