import { namedCompany } from '../../domain/people/find-company.ts';
import { namedContact } from '../../domain/people/find-contact.ts';
import { touchContact } from '../../domain/people/touch-contact.ts';
import type { Call, Routes } from '../../http/call.ts';
import { existing, Fault } from '../../http/fault.ts';
import { type Company, companies } from '../../model/people.ts';
import { page } from '../../paging/page.ts';
import { renderCompany } from './render-company.ts';

/** Companies that one contact may belong to. */
const LIMIT = 1000;

/** Which companies a contact belongs to. */
export const contactCompanyRoutes: Routes = {
  'GET /contacts/{contact_id}/companies': (call) => {
    const { company_ids } = namedContact(call, call.params.contact_id);
    const own = company_ids.flatMap((id) => companies(call.workspace).get(id) ?? []);
    return page(call, own, (company) => renderCompany(call, company));
  },
  'POST /contacts/{contact_id}/companies': (call) => renderCompany(call, attach(call)),
  'DELETE /contacts/{contact_id}/companies/{company_id}': (call) => renderCompany(call, detach(call)),
};

function attach(call: Call): Company {
  const contact = namedContact(call, call.params.contact_id);
  if (call.body.id === '') throw new Fault(400, 'company not specified', { code: 'parameter_not_found', field: 'id' });
  const company = namedCompany(call, call.body.id);
  if (contact.company_ids.includes(company.id)) return company;
  if (contact.company_ids.length >= LIMIT)
    throw new Fault(400, `Contact has reached the maximum of ${LIMIT} company associations`, {
      code: 'contact_company_limit_exceeded',
    });
  contact.company_ids.push(company.id);
  touchContact(contact, call.now);
  company.updated_at = call.now;
  return company;
}

function detach(call: Call): Company {
  const contact = namedContact(call, call.params.contact_id);
  const company = namedCompany(call, call.params.company_id);
  existing(
    contact.company_ids.find((id) => id === company.id),
    'Company',
    'company_not_found',
  );
  contact.company_ids = contact.company_ids.filter((id) => id !== company.id);
  touchContact(contact, call.now);
  company.updated_at = call.now;
  return company;
}
