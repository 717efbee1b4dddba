import { assign } from '../../generic/assign.ts';
import type { Call } from '../../http/call.ts';
import { type Company, companies } from '../../model/people.ts';
import type { Workspace } from '../../store/workspace.ts';
import { merged } from './custom-attributes.ts';

/** Sets what a valid body says of a company. */
export function setCompanyValues({ workspace, body, now }: Call, company: Company): void {
  assign(company, body, ['name', 'size', 'website', 'industry', 'monthly_spend', 'remote_created_at']);
  if (typeof body.plan === 'string') company.plan = planNamed(workspace, body.plan);
  if (body.update_last_request_at === true) company.last_request_at = now;
  company.custom_attributes = merged(company.custom_attributes, body.custom_attributes);
  company.updated_at = now;
}

/** The plan of this name, which comes to be when a company first has it. */
export function planNamed(workspace: Workspace, name: string): NonNullable<Company['plan']> {
  const known = companies(workspace).find(({ plan }) => plan?.name === name)?.plan;
  return known ? { ...known } : { id: workspace.nextId('plans', 3101), name };
}
