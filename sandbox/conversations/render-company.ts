import type { Json } from '../contract/contract.ts';
import type { Conversation } from '../model/conversations.ts';
import { companies, tags } from '../model/people.ts';
import { cast } from '../seed/cast.ts';
import type { Workspace } from '../store/workspace.ts';

/** The company that a conversation is about, as the API answers it there; null without one. */
export function renderCompanyOf(workspace: Workspace, { company_id }: Conversation): Json | null {
  const company = company_id === null ? undefined : companies(workspace).get(company_id);
  if (company === undefined) return null;
  const tagged = company.tags.flatMap(({ id }) => tags(workspace).get(id) ?? []);
  return {
    ...company,
    type: 'company',
    app_id: cast.app.id,
    plan: company.plan && { type: 'plan', ...company.plan },
    tags: { type: 'tag.list', tags: tagged.map(({ id, name }) => ({ type: 'tag', id, name })) },
    segments: { type: 'segment.list', segments: [] },
    notes: { type: 'note.list', notes: [] },
  };
}
