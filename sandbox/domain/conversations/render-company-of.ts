import type { Json } from '../../contract/contract.ts';
import type { Conversation } from '../../model/conversations.ts';
import { companies } from '../../model/people.ts';
import type { Workspace } from '../../store/workspace.ts';
import { renderOwnCompany } from '../people/render-own-company.ts';

/** The company that a conversation is about, as the API answers it there, without its segments and notes; null without one. */
export function renderCompanyOf(workspace: Workspace, { company_id }: Conversation): Json | null {
  const company = company_id === null ? undefined : companies(workspace).get(company_id);
  if (company === undefined) return null;
  return {
    ...renderOwnCompany(workspace, company),
    segments: { type: 'segment.list', segments: [] },
    notes: { type: 'note.list', notes: [] },
  };
}
