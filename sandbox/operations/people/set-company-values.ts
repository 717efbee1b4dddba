import { planNamed } from '../../domain/people/plan-named.ts';
import { assign } from '../../generic/assign.ts';
import type { Call } from '../../http/call.ts';
import type { Company } from '../../model/people.ts';
import { mergedAttributes } from './merged-attributes.ts';

/** Sets what a valid body says of a company. */
export function setCompanyValues({ workspace, body, now }: Call, company: Company): void {
  assign(company, body, ['name', 'size', 'website', 'industry', 'monthly_spend', 'remote_created_at']);
  if (typeof body.plan === 'string') company.plan = planNamed(workspace, body.plan);
  if (body.update_last_request_at === true) company.last_request_at = now;
  company.custom_attributes = mergedAttributes(company.custom_attributes, body.custom_attributes);
  company.updated_at = now;
}
