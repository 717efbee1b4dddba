import { isPresent } from '../../domain/people/find-contact.ts';
import { renderOwnCompany } from '../../domain/people/render-own-company.ts';
import type { Call } from '../../http/call.ts';
import { type Company, contacts, notes } from '../../model/people.ts';
import type { Workspace } from '../../store/workspace.ts';
import { renderNote } from './render-note.ts';
import { renderSegment } from './render-segment.ts';
import { segmentsOfCompany } from './segment-rules.ts';

/** Users of a company that were not archived or merged away; leads do not count. */
function userCount(workspace: Workspace, { id }: Company): number {
  return contacts(workspace).filter(
    (contact) => contact.role === 'user' && isPresent(contact) && contact.company_ids.includes(id),
  ).length;
}

/** A company as the API answers it, with what there is of others about it. */
export function renderCompany({ workspace, now }: Call, company: Company): unknown {
  return {
    ...renderOwnCompany(workspace, company),
    user_count: userCount(workspace, company),
    segments: { type: 'segment.list', segments: segmentsOfCompany(workspace, company, now).map(renderSegment) },
    notes: {
      type: 'note.list',
      notes: notes(workspace)
        .filter(({ company_id }) => company_id === company.id)
        .map((note) => renderNote(workspace, note)),
    },
  };
}
