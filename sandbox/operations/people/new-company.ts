import type { Company } from '../../model/people.ts';

/** A company of which only the ids, the time and some fields are known, to be put into the table. */
export function newCompany(
  { id, company_id }: Pick<Company, 'id' | 'company_id'>,
  now: number,
  known: Partial<Omit<Company, 'id' | 'company_id'>> = {},
): Company {
  return {
    id,
    company_id,
    name: '',
    plan: null,
    size: null,
    website: null,
    industry: null,
    monthly_spend: 0,
    session_count: 0,
    created_at: now,
    updated_at: now,
    last_request_at: null,
    remote_created_at: null,
    custom_attributes: {},
    tags: [],
    ...known,
  };
}
