import { listedContacts } from '../../domain/people/find-contact.ts';
import type { Call, Routes } from '../../http/call.ts';
import { Fault } from '../../http/fault.ts';
import { type Company, companies } from '../../model/people.ts';
import { page } from '../../paging/page.ts';
import { renderCompany } from './render-company.ts';
import { scrollCompanies } from './scroll-companies.ts';

/** Pages do not reach beyond this many companies. */
const REACHABLE = 10_000;

/** The two ways through all companies. */
export const companyListRoutes: Routes = {
  'POST /companies/list': (call) => {
    const answer = page(call, sorted(call), (company) => renderCompany(call, company));
    if (Number(answer.page) * Number(answer.per_page) > REACHABLE)
      throw new Fault(400, 'Page limit reached: go through all companies by the scroll API', { code: 'bad_request' });
    return answer;
  },
  'GET /companies/scroll': (call) => {
    const { companies: some, param } = scrollCompanies(call);
    return {
      type: 'list',
      data: some.map((company) => renderCompany(call, company)),
      pages: null,
      total_count: companies(call.workspace).size,
      scroll_param: param,
    };
  },
};

/** By last activity, the latest first; those without contacts are left out. */
function sorted({ workspace, query }: Call): Company[] {
  const inhabited = new Set(listedContacts(workspace).flatMap(({ company_ids }) => company_ids));
  const direction = query.order === 'asc' ? 1 : -1;
  return companies(workspace)
    .filter(({ id }) => inhabited.has(id))
    .sort((a, b) => direction * ((a.last_request_at ?? 0) - (b.last_request_at ?? 0)));
}
