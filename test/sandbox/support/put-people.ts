import { newContact } from '../../../sandbox/domain/people/new-contact.ts';
import { admins, companies, contacts, teams } from '../../../sandbox/model/people.ts';
import { newCompany } from '../../../sandbox/operations/people/new-company.ts';
import type { Workspace } from '../../../sandbox/store/workspace.ts';
import { elmGarage, nightShift, nora, omar, otis, rosa } from '../../support/people.ts';

/** Puts the people of the tests into a workspace, made at this time in unix seconds. */
export function putPeople(workspace: Workspace, at: number): void {
  for (const admin of [nora, otis])
    admins(workspace).put({
      ...admin,
      job_title: 'Support',
      away_mode_enabled: false,
      away_mode_reassign: false,
      away_status_reason_id: null,
      has_inbox_seat: true,
      team_ids: [],
      avatar: null,
      role: { id: '1', name: 'Support' },
    });
  const admin_ids = [Number(nora.id)];
  teams(workspace).put({ ...nightShift, admin_ids, distribution_method: 'manual', assignment_limit: null });
  const { id, company_id, name } = elmGarage;
  companies(workspace).put(newCompany({ id, company_id }, at, { name }));
  for (const contact of [rosa, omar]) contacts(workspace).put(newContact(contact.id, at, contact));
}
