import { namedCompany } from '../../domain/people/find-company.ts';
import { listedContacts } from '../../domain/people/find-contact.ts';
import { deleted } from '../../generic/crud.ts';
import type { Call, Routes } from '../../http/call.ts';
import { existing, Fault } from '../../http/fault.ts';
import { type Company, companies, contacts, notes, segments } from '../../model/people.ts';
import { page } from '../../paging/page.ts';
import { newCompany } from './new-company.ts';
import { renderCompany } from './render-company.ts';
import { renderContact } from './render-contact.ts';
import { renderSegment } from './render-segment.ts';
import { hasCompany, segmentsOfCompany } from './segment-rules.ts';
import { setCompanyValues } from './set-company-values.ts';

/** Companies: look-up, creation and change, deletion, and who and what belongs to them. */
export const companyRoutes: Routes = {
  'GET /companies': (call) => page(call, lookUp(call), (company) => renderCompany(call, company)),
  'POST /companies': (call) => {
    const company = createdOrFound(call);
    setCompanyValues(call, company);
    return renderCompany(call, company);
  },
  'GET /companies/{company_id}': (call) => renderCompany(call, namedCompany(call, call.params.company_id)),
  'PUT /companies/{company_id}': (call) => {
    const company = namedCompany(call, call.params.company_id);
    setCompanyValues(call, company);
    return renderCompany(call, company);
  },
  'DELETE /companies/{company_id}': (call) => {
    const company = namedCompany(call, call.params.company_id);
    remove(call, company);
    return deleted(call, company.id);
  },
  'GET /companies/{company_id}/contacts': (call) => {
    const { id } = namedCompany(call, call.params.company_id);
    const attached = listedContacts(call.workspace).filter(({ company_ids }) => company_ids.includes(id));
    return page(call, attached, (contact) => renderContact(call, contact));
  },
  'GET /companies/{company_id}/segments': (call) => {
    const company = namedCompany(call, call.params.company_id);
    return page(call, segmentsOfCompany(call.workspace, company, call.now), renderSegment);
  },
};

/** By name or company_id one company or a 404, by tag or segment any number, else all. */
function lookUp({ workspace, query, now }: Call): Company[] {
  const { name, company_id, tag_id, segment_id } = query;
  const table = companies(workspace);
  if (company_id !== undefined) return [found(table.find((company) => company.company_id === company_id))];
  if (name !== undefined) return [found(table.find((company) => company.name === name))];
  const segment = segments(workspace).get(segment_id);
  return table.filter(
    (company) =>
      (tag_id === undefined || company.tags.some(({ id }) => id === tag_id)) &&
      (segment_id === undefined || (segment !== undefined && hasCompany(segment, company, now))),
  );
}

function found(company: Company | undefined): Company {
  return existing(company, 'Company', 'company_not_found');
}

function createdOrFound({ workspace, body, now }: Call): Company {
  const { company_id } = body;
  if (typeof company_id !== 'string' || company_id === '')
    throw new Fault(400, 'company_id is missing: the id of the company in your own system', {
      code: 'bad_request',
      field: 'company_id',
    });
  const known = companies(workspace).find((company) => company.company_id === company_id);
  return known ?? companies(workspace).put(newCompany({ id: workspace.nextHexId('companies'), company_id }, now));
}

function remove({ workspace, now }: Call, { id }: Company): void {
  companies(workspace).remove(id);
  for (const contact of contacts(workspace).filter(({ company_ids }) => company_ids.includes(id))) {
    contact.company_ids = contact.company_ids.filter((company) => company !== id);
    contact.updated_at = now;
  }
  for (const note of notes(workspace).filter(({ company_id }) => company_id === id)) notes(workspace).remove(note.id);
}
