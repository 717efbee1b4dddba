import type { Json } from '../../contract/contract.ts';
import { namedContact } from '../../domain/people/find-contact.ts';
import { addContact } from '../../domain/people/new-contact.ts';
import { happened, touchContact } from '../../domain/people/touch-contact.ts';
import { objectIn } from '../../generic/read-body.ts';
import type { Call, Routes } from '../../http/call.ts';
import { existing, invalid } from '../../http/fault.ts';
import { type Contact, contacts, type Visitor, visitors } from '../../model/people.ts';
import { mergedAttributes } from './merged-attributes.ts';
import { renderContact } from './render-contact.ts';
import { renderVisitor } from './render-visitor.ts';

/** Visitors: people on the website who are no contacts yet. */
export const visitorRoutes: Routes = {
  'GET /visitors': (call) => renderVisitor(namedVisitor(call, { user_id: call.query.user_id })),
  'PUT /visitors': (call) => {
    const { body, now } = call;
    const visitor = namedVisitor(call, body);
    if (typeof body.name === 'string') visitor.name = body.name;
    visitor.custom_attributes = mergedAttributes(visitor.custom_attributes, body.custom_attributes);
    visitor.updated_at = now;
    return renderVisitor(visitor);
  },
  'POST /visitors/convert': (call) => renderContact(call, convert(call)),
};

function namedVisitor({ workspace }: Call, { id, user_id, email }: Json): Visitor {
  const found = visitors(workspace).find((visitor) =>
    id !== undefined
      ? visitor.id === id
      : user_id !== undefined
        ? visitor.user_id === user_id
        : email !== undefined && visitor.email !== '' && visitor.email === email,
  );
  return existing(found, 'Visitor', 'not_found');
}

/** The visitor goes into the contact that exists, or becomes a new one. */
function convert(call: Call): Contact {
  const { workspace, body, now } = call;
  const role = body.type;
  if (role !== 'lead' && role !== 'user') throw invalid('type must be lead or user', 'type');
  const user = objectIn(body, 'user');
  const visitor = namedVisitor(call, objectIn(body, 'visitor'));
  const contact = known(call, user) ?? create(call, role, user);
  contact.name ??= visitor.name;
  contact.email ??= visitor.email === '' ? null : visitor.email;
  if (contact.location.country === null) contact.location = { ...visitor.location };
  contact.custom_attributes = { ...visitor.custom_attributes, ...contact.custom_attributes };
  happened(contact, 'last_seen_at', visitor.last_request_at);
  touchContact(contact, now);
  visitors(workspace).remove(visitor.id);
  return contact;
}

function known(call: Call, { id, user_id, email }: Json): Contact | undefined {
  if (id !== undefined) return namedContact(call, id);
  return contacts(call.workspace).find(
    (contact) =>
      contact.merged_into === null &&
      (user_id !== undefined
        ? contact.external_id === user_id
        : email !== undefined && contact.role === 'user' && contact.email === email),
  );
}

function create({ workspace, now }: Call, role: 'lead' | 'user', { user_id, email }: Json): Contact {
  return addContact(workspace, now, {
    role,
    external_id: typeof user_id === 'string' ? user_id : null,
    email: typeof email === 'string' ? email : null,
    signed_up_at: role === 'user' ? now : null,
  });
}
