import type { Call } from '../../http/call.ts';
import { existing } from '../../http/fault.ts';
import { type Company, companies } from '../../model/people.ts';

/** The company with Intercom's id that a request names; throws a Fault for one that is not there. */
export function namedCompany({ workspace }: Call, id: unknown): Company {
  return existing(companies(workspace).get(id), 'Company', 'company_not_found');
}
