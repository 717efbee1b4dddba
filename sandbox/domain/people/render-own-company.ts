import { app } from '../../model/app.ts';
import type { Company } from '../../model/people.ts';
import type { Workspace } from '../../store/workspace.ts';
import { renderTags } from '../tags/render-tags.ts';

/** What the API answers of a company itself, wherever it stands. */
export function renderOwnCompany(workspace: Workspace, company: Company) {
  return {
    ...company,
    type: 'company',
    app_id: app.id,
    plan: company.plan && { type: 'plan', ...company.plan },
    tags: renderTags(workspace, company.tags),
  };
}
