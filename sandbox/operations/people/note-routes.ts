import { namedAdmin, tokenAdmin } from '../../domain/people/admin-of.ts';
import { namedCompany } from '../../domain/people/find-company.ts';
import { namedContact } from '../../domain/people/find-contact.ts';
import { touchContact } from '../../domain/people/touch-contact.ts';
import { newestFirst } from '../../generic/order.ts';
import { paragraphs } from '../../html/paragraphs.ts';
import type { Call, Routes } from '../../http/call.ts';
import { existing } from '../../http/fault.ts';
import { nextNoteId } from '../../model/ids.ts';
import { type Note, notes } from '../../model/people.ts';
import { page } from '../../paging/page.ts';
import { renderNote } from './render-note.ts';

/** Notes of teammates on contacts and companies. */
export const noteRoutes: Routes = {
  'GET /contacts/{contact_id}/notes': (call) => {
    const { id } = namedContact(call, call.params.contact_id);
    return list(call, ({ contact_id }) => contact_id === id);
  },
  'GET /companies/{company_id}/notes': (call) => {
    const { id } = namedCompany(call, call.params.company_id);
    return list(call, ({ company_id }) => company_id === id);
  },
  'POST /contacts/{contact_id}/notes': (call) => {
    const contact = namedContact(call, call.params.contact_id);
    const answer = create(call, { contact_id: contact.id, company_id: null });
    touchContact(contact, call.now);
    return answer;
  },
  'POST /companies/{company_id}/notes': (call) => {
    const company = namedCompany(call, call.params.company_id);
    const answer = create(call, { contact_id: null, company_id: company.id });
    company.updated_at = call.now;
    return answer;
  },
  'GET /notes/{note_id}': ({ workspace, params }) =>
    renderNote(workspace, existing(notes(workspace).get(params.note_id), 'Note')),
};

function list(call: Call, isListed: (note: Note) => boolean): unknown {
  const { workspace } = call;
  return page(call, newestFirst(notes(workspace).filter(isListed)), (note) => renderNote(workspace, note));
}

function create({ workspace, body, now }: Call, about: Pick<Note, 'contact_id' | 'company_id'>): unknown {
  const author = body.admin_id === undefined ? tokenAdmin(workspace) : namedAdmin(workspace, body.admin_id);
  const text = String(body.body);
  return renderNote(
    workspace,
    notes(workspace).put({
      id: nextNoteId(workspace),
      created_at: now,
      ...about,
      author_id: author.id,
      body: paragraphs(text),
    }),
  );
}
