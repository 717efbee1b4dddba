import { tokenAdmin } from '../../domain/people/admin-of.ts';
import { assign } from '../../generic/assign.ts';
import { listIn, objectIn } from '../../generic/read-body.ts';
import { uuid } from '../../generic/uuid.ts';
import type { Call, Routes } from '../../http/call.ts';
import { Fault } from '../../http/fault.ts';
import {
  type AttributeOption,
  type ConversationAttribute,
  conversationAttributes,
  customObjectTypes,
} from '../../model/data.ts';
import { teams } from '../../model/people.ts';
import { page } from '../../paging/page.ts';
import { namedAttribute, renderAttribute } from './conversation-attribute.ts';
import { textOf } from './text-of.ts';

function invalid(message: string, field: string): Fault {
  return new Fault(422, message, { code: 'parameter_invalid', field });
}

function list(call: Call): unknown {
  const withArchived = call.query.include_archived === true;
  const rows = conversationAttributes(call.workspace).filter(({ archived }) => withArchived || !archived);
  return page(call, rows, renderAttribute);
}

/** The name in a body, which no other attribute may have. */
function nameOf({ workspace, body }: Call, self?: ConversationAttribute): string {
  const name = String(body.name).trim();
  if (name === '') throw invalid('name is required', 'name');
  const isTaken = (row: ConversationAttribute): boolean =>
    row !== self && row.name.toLowerCase() === name.toLowerCase();
  if (conversationAttributes(workspace).find(isTaken)) throw invalid(`There is an attribute ${name} already`, 'name');
  return name;
}

function teamIds({ workspace, body }: Call): string[] {
  const ids = listIn(body, 'visible_to_team_ids').map(String);
  const unknown = ids.filter((id) => !teams(workspace).has(id));
  if (unknown.length > 0) throw invalid(`No such team: ${unknown.join(', ')}`, 'visible_to_team_ids');
  return ids;
}

function optionsOf({ workspace, body }: Call): AttributeOption[] {
  const labels = listIn(body, 'options').map((option) => textOf(option, 'label'));
  if (new Set(labels).size < 2) throw invalid('Of a list, two options or more have to stay active', 'options');
  if (labels.includes('')) throw invalid('label is required', 'options');
  return [...new Set(labels)].map((label) => ({ id: uuid(workspace.random), label, archived: false }));
}

function referenceOf({ workspace, body }: Call): NonNullable<ConversationAttribute['reference']> {
  const { type, object_type_id: target } = objectIn(body, 'reference');
  if (type !== 'one' && type !== 'many') throw invalid('reference.type must be one or many', 'reference.type');
  if (target === undefined) return { type };
  if (!customObjectTypes(workspace).has(target))
    throw invalid(`No such custom object type: ${String(target)}`, 'reference.object_type_id');
  return { type, object_type_id: String(target) };
}

/** What attributes of this type have beside the rest. */
function ownKeys(call: Call, type: unknown): Pick<ConversationAttribute, 'multiline' | 'options' | 'reference'> {
  if (type === 'string') return { multiline: call.body.multiline === true };
  if (type === 'list') return { options: optionsOf(call) };
  return type === 'relationship' ? { reference: referenceOf(call) } : {};
}

function create(call: Call): unknown {
  const { workspace, body, now } = call;
  const attribute: ConversationAttribute = {
    name: nameOf(call),
    description: typeof body.description === 'string' ? body.description : '',
    data_type: body.data_type as ConversationAttribute['data_type'],
    required: body.required === true,
    visible_to_team_ids: teamIds(call),
    ...ownKeys(call, body.data_type),
    id: workspace.nextId('conversation_attribute', 11),
    archived: false,
    created_at: now,
    updated_at: now,
    admin_id: tokenAdmin(workspace).id,
  };
  return renderAttribute(conversationAttributes(workspace).put(attribute));
}

/** What does not go with the attribute's type is passed over. */
function update(call: Call): unknown {
  const { body, now } = call;
  const attribute = namedAttribute(call);
  const name = body.name === undefined ? attribute.name : nameOf(call, attribute);
  const teamsSeen = body.visible_to_team_ids === undefined ? attribute.visible_to_team_ids : teamIds(call);
  if (attribute.data_type === 'relationship' && body.reference !== undefined) attribute.reference = referenceOf(call);
  if (attribute.data_type === 'string') assign(attribute, body, ['multiline']);
  assign(attribute, body, ['description', 'required']);
  Object.assign(attribute, { name, visible_to_team_ids: teamsSeen, updated_at: now });
  return renderAttribute(attribute);
}

function archive(call: Call): unknown {
  const attribute = namedAttribute(call);
  attribute.archived = true;
  attribute.updated_at = call.now;
  return renderAttribute(attribute);
}

/** What conversations have. */
export const conversationAttributeRoutes: Routes = {
  'GET /conversations/attributes': list,
  'POST /conversations/attributes': create,
  'GET /conversations/attributes/{id}': (call) => renderAttribute(namedAttribute(call)),
  'PUT /conversations/attributes/{id}': update,
  'DELETE /conversations/attributes/{id}': archive,
};
