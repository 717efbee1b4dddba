import { tokenAdmin } from '../../domain/people/admin-of.ts';
import { assign } from '../../generic/assign.ts';
import { listIn } from '../../generic/read-body.ts';
import type { Call, Routes } from '../../http/call.ts';
import { existing, Fault, invalid } from '../../http/fault.ts';
import { type DataAttribute, dataAttributes } from '../../model/data.ts';
import { page } from '../../paging/page.ts';
import { segmentsOf } from './segments-of.ts';
import { textOf } from './text-of.ts';

function render({ options, created_at, updated_at, admin_id, ...rest }: DataAttribute): unknown {
  const known = Object.entries({ options, created_at, updated_at, admin_id }).filter(([, value]) => value !== null);
  return { type: 'data_attribute', ...rest, ...Object.fromEntries(known) };
}

function list(call: Call): unknown {
  const { model, include_archived: withArchived = false } = call.query;
  const rows = dataAttributes(call.workspace).filter(
    (row) => (model === undefined || row.model === model) && (withArchived === true || !row.archived),
  );
  return page(call, rows, render);
}

/** What Intercom allows in a name, as its own error tells; spaces and underscores stand in its examples. */
const NAME = /^[\p{L}\p{N}\p{Sc} _-]+$/u;

function checkName({ workspace }: Call, name: string, model: string): void {
  if (!NAME.test(name))
    throw invalid('The name may only hold letters, digits, spaces, underscores, currency symbols and hyphens', 'name');
  const known = dataAttributes(workspace).find((row) => row.name.toLowerCase() === name.toLowerCase());
  if (known === undefined) return;
  const [there, here] = [known.model, model].map((of) => (of === 'contact' ? 'people' : 'company'));
  throw invalid(
    `You already have '${known.name}' in your ${there} data. To save this as new ${here} data, use a different name.`,
    'name',
  );
}

/** The values of the options that a body holds. */
function optionsOf({ body }: Call): string[] {
  const values = listIn(body, 'options').map((option) => textOf(option, 'value'));
  if (values.length < 2 || values.includes(''))
    throw invalid('A list needs at least two options with a value', 'options');
  if (new Set(values).size < values.length) throw invalid('An option stands there twice', 'options');
  return values;
}

function create(call: Call): unknown {
  const { body, workspace, now } = call;
  const [name, model] = [String(body.name).trim(), body.model === 'company' ? 'company' : 'contact'] as const;
  checkName(call, name, model);
  const isList = body.data_type === 'options';
  const row: DataAttribute = {
    id: workspace.nextId('data_attribute', 101),
    model,
    name,
    full_name: `custom_attributes.${name}`,
    label: name,
    description: typeof body.description === 'string' ? body.description : '',
    data_type: ANSWERED[String(body.data_type)] ?? (body.data_type as DataAttribute['data_type']),
    options: isList ? optionsOf(call) : null,
    api_writable: true,
    ui_writable: false,
    messenger_writable: body.messenger_writable === true,
    custom: true,
    archived: false,
    admin_id: tokenAdmin(workspace).id,
    created_at: now,
    updated_at: now,
  };
  return render(dataAttributes(workspace).put(row));
}

/** Types that a request names and an answer does not have. */
const ANSWERED: Readonly<Record<string, DataAttribute['data_type']>> = { options: 'string', datetime: 'date' };

function update(call: Call): unknown {
  const { body, workspace, now, params } = call;
  const row = existing(dataAttributes(workspace).get(params.data_attribute_id), 'Data attribute', 'field_not_found');
  if (!row.custom) throw invalid("Intercom's own attributes cannot be changed", 'data_attribute_id');
  if (body.options !== undefined && row.options === null) throw invalid('This attribute is no list', 'options');
  const options = body.options === undefined ? row.options : optionsOf(call);
  const dependent = body.archived === true ? segmentsOf(workspace, `attribute:${row.name}`) : [];
  if (dependent.length > 0)
    throw new Fault(422, `The attribute cannot be archived: segments depend on it: ${dependent.join(', ')}`, {
      code: 'data_invalid',
    });
  assign(row, body, ['description', 'archived', 'messenger_writable']);
  row.options = options;
  row.updated_at = now;
  return render(row);
}

/** What contacts and companies have. */
export const dataAttributeRoutes: Routes = {
  'GET /data_attributes': list,
  'POST /data_attributes': create,
  'PUT /data_attributes/{data_attribute_id}': update,
};
