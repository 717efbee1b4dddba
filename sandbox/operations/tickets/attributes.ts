import type { Json } from '../../contract/contract.ts';
import { type ListOption, optionsOf } from '../../domain/tickets/list-options.ts';
import { renderAttribute } from '../../domain/tickets/render-type.ts';
import { assign } from '../../generic/assign.ts';
import { textIn } from '../../generic/read-body.ts';
import type { Call } from '../../http/call.ts';
import { existing, invalid } from '../../http/fault.ts';
import { nextListItemId } from '../../model/ids.ts';
import type { TicketAttribute, TicketType } from '../../model/tickets.ts';
import type { Workspace } from '../../store/workspace.ts';

const SETTINGS = [
  'name',
  'description',
  'required_to_create',
  'required_to_create_for_contacts',
  'visible_on_create',
  'visible_to_contacts',
] as const;

const START: Readonly<Record<string, Json>> = { string: { multiline: false }, files: { allow_multiple_values: false } };

/** Adds an attribute to a type; tickets that exist have no value for it. */
export function createAttribute({ workspace, body, now }: Call, type: TicketType): Json {
  checkName(type, textIn(body, 'name'));
  const data_type = textIn(body, 'data_type') ?? 'string';
  if (data_type === 'list' && labelsIn(body).length === 0) refuse('list_items is required for a list', 'list_items');
  const attribute: TicketAttribute = {
    id: workspace.nextId('ticket_type_attributes', 3301),
    name: '',
    description: '',
    data_type,
    input_options: { ...START[data_type], ...inputOptions(workspace, data_type, body, []) },
    order: Math.max(-1, ...type.attributes.map(({ order }) => order)) + 1,
    required_to_create: false,
    required_to_create_for_contacts: false,
    visible_on_create: true,
    visible_to_contacts: true,
    default: false,
    archived: false,
    created_at: now,
    updated_at: now,
  };
  assign(attribute, body, SETTINGS);
  type.attributes.push(attribute);
  type.updated_at = now;
  return renderAttribute(type, attribute);
}

/** Changes an attribute but not its kind; choices whose label stays keep their id. */
export function updateAttribute({ workspace, body, params, now }: Call, type: TicketType): Json {
  const found = type.attributes.find(({ id }) => id === params.attribute_id);
  const attribute = existing(found, 'Ticket type attribute', 'not_found');
  const name = textIn(body, 'name');
  if (name !== attribute.name) checkName(type, name);
  const options = inputOptions(workspace, attribute.data_type, body, optionsOf(attribute));
  assign(attribute, body, [...SETTINGS, 'archived']);
  attribute.input_options = { ...attribute.input_options, ...options };
  attribute.updated_at = now;
  type.updated_at = now;
  return renderAttribute(type, attribute);
}

function inputOptions(workspace: Workspace, kind: string, body: Json, known: readonly ListOption[]): Json {
  for (const [key, owner] of Object.entries({
    list_items: 'list',
    multiline: 'string',
    allow_multiple_values: 'files',
  }))
    if (body[key] !== undefined && kind !== owner) refuse(`${key} is for attributes of type ${owner} only`, key);
  const key = kind === 'string' ? 'multiline' : kind === 'files' ? 'allow_multiple_values' : undefined;
  if (key !== undefined) return body[key] === undefined ? {} : { [key]: body[key] };
  if (kind !== 'list' || body.list_items === undefined) return {};
  return {
    list_options: labelsIn(body).map(
      (label) => known.find((option) => option.label === label) ?? { id: nextListItemId(workspace), label },
    ),
  };
}

function labelsIn(body: Json): string[] {
  return (textIn(body, 'list_items') ?? '')
    .split(',')
    .map((label) => label.trim())
    .filter((label) => label !== '');
}

function checkName({ attributes }: TicketType, name: string | undefined): void {
  if (attributes.some((attribute) => attribute.name === name && !attribute.archived))
    refuse(`The ticket type already has an attribute named ${name}`, 'name');
}

function refuse(message: string, field: string): never {
  throw invalid(message, field);
}
