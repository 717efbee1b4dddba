import { assign } from '../../generic/assign.ts';
import { Answer, type Call, type Routes } from '../../http/call.ts';
import { existing, invalid } from '../../http/fault.ts';
import { type CustomObjectInstance, customObjectInstances, customObjectTypes } from '../../model/data.ts';
import { page } from '../../paging/page.ts';

/** The identifier in the path; throws a Fault where the workspace has no such type. */
function typeOf({ workspace, params }: Call): string {
  const identifier = params.custom_object_type_identifier ?? '';
  return existing(customObjectTypes(workspace).get(identifier), `Custom object type \`${identifier}\``, 'not_found').id;
}

function byExternalId({ workspace }: Call, type: string, externalId: unknown): CustomObjectInstance | undefined {
  return customObjectInstances(workspace).find((row) => row.type === type && row.external_id === String(externalId));
}

function found(row: CustomObjectInstance | undefined): CustomObjectInstance {
  return existing(row, 'Custom object instance', 'not_found');
}

function named(call: Call): CustomObjectInstance {
  const type = typeOf(call);
  const row = customObjectInstances(call.workspace).get(call.params.custom_object_instance_id);
  return found(row?.type === type ? row : undefined);
}

function list(call: Call): unknown {
  const { workspace, query } = call;
  const type = typeOf(call);
  // The description says that this answers one thing and no list, which its schema does not have.
  if (query.external_id !== undefined)
    return new Answer(JSON.stringify(found(byExternalId(call, type, query.external_id))), {
      headers: { 'content-type': 'application/json' },
    });
  const rows = customObjectInstances(workspace).filter(
    (row) =>
      row.type === type &&
      belongsTo(row, 'contact_id', query.references_contact_id) &&
      belongsTo(row, 'conversation_id', query.references_conversation_id),
  );
  return page(call, rows.reverse());
}

function belongsTo({ custom_attributes: attributes }: CustomObjectInstance, name: string, id: unknown): boolean {
  if (id === undefined) return true;
  return [attributes[name]].flat().some((value) => String(value) === String(id));
}

function save(call: Call): unknown {
  const { workspace, body, now } = call;
  const type = typeOf(call);
  const external = body.external_id === undefined ? null : String(body.external_id);
  if (external === '') throw invalid('external_id is empty', 'external_id');
  const row =
    (external === null ? undefined : byExternalId(call, type, external)) ??
    customObjectInstances(workspace).put({
      id: workspace.nextId('custom_object_instance', 9001),
      type,
      custom_attributes: {},
      external_id: external,
      external_created_at: null,
      external_updated_at: null,
      created_at: now,
      updated_at: now,
    });
  assign(row, body, ['external_created_at', 'external_updated_at']);
  Object.assign(row.custom_attributes, body.custom_attributes);
  row.updated_at = now;
  return row;
}

function remove({ workspace }: Call, { id, type }: CustomObjectInstance): unknown {
  customObjectInstances(workspace).remove(id);
  return { object: type, id, deleted: true };
}

/** Things of the workspace's own kinds. */
export const customObjectRoutes: Routes = {
  'GET /custom_object_instances/{custom_object_type_identifier}': list,
  'POST /custom_object_instances/{custom_object_type_identifier}': save,
  'DELETE /custom_object_instances/{custom_object_type_identifier}': (call) =>
    remove(call, found(byExternalId(call, typeOf(call), call.query.external_id))),
  'GET /custom_object_instances/{custom_object_type_identifier}/{custom_object_instance_id}': named,
  'DELETE /custom_object_instances/{custom_object_type_identifier}/{custom_object_instance_id}': (call) =>
    remove(call, named(call)),
};
