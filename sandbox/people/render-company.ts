import { renderTag } from '../data/render-tags.ts';
import type { Call } from '../http/call.ts';
import { type Company, contacts, notes } from '../model/people.ts';
import { cast } from '../seed/cast.ts';
import type { Workspace } from '../store/workspace.ts';
import { renderNote } from './render-note.ts';
import { renderSegment } from './render-segment.ts';
import { segmentsOfCompany } from './segment-rules.ts';

/** Users of a company that were not archived or merged away; leads do not count. */
function userCount(workspace: Workspace, { id }: Company): number {
  return contacts(workspace).filter(
    ({ role, archived, merged_into, company_ids }) =>
      role === 'user' && !archived && merged_into === null && company_ids.includes(id),
  ).length;
}

/** A company as the API answers it. */
export function renderCompany({ workspace, now }: Call, company: Company): unknown {
  const { id, plan } = company;
  return {
    ...company,
    type: 'company',
    app_id: cast.app.id,
    user_count: userCount(workspace, company),
    plan: plan === null ? null : { type: 'plan', ...plan },
    tags: {
      type: 'tag.list',
      tags: company.tags.flatMap((tagging) => renderTag(workspace, tagging) ?? []),
    },
    segments: { type: 'segment.list', segments: segmentsOfCompany(workspace, company, now).map(renderSegment) },
    notes: {
      type: 'note.list',
      notes: notes(workspace)
        .filter(({ company_id }) => company_id === id)
        .map((note) => renderNote(workspace, note)),
    },
  };
}
