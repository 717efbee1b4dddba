import { tokenAdmin } from '../../domain/people/admin-of.ts';
import { responseFields } from '../../domain/settings/response-fields.ts';
import { assign } from '../../generic/assign.ts';
import type { Call, Routes } from '../../http/call.ts';
import { existing, Fault } from '../../http/fault.ts';
import { type Connector, connectors } from '../../model/connectors.ts';
import { page } from '../../paging/page.ts';

const KEYS = [
  'name',
  'description',
  'http_method',
  'url',
  'body',
  'headers',
  'audiences',
  'token_ids',
  'direct_fin_usage',
  'customer_authentication',
  'bypass_authentication',
  'validate_missing_attributes',
] as const;

/** Answers the operations of data connectors, except those of their executions. */
export const connectorRoutes: Routes = {
  'GET /data_connectors': (call) => {
    const rows = connectors(call.workspace).all();
    return page(
      call,
      rows.toSorted((a, b) => b.updated_at - a.updated_at || Number(b.id) - Number(a.id)),
      render,
    );
  },
  'POST /data_connectors': create,
  'GET /data_connectors/{id}': (call) => render(connectorOf(call, call.params.id)),
  'PATCH /data_connectors/{id}': update,
  'DELETE /data_connectors/{id}': (call) => {
    const row = connectorOf(call, call.params.id);
    refuseUsed(row, 'deleted');
    if (row.state === 'live')
      throw new Fault(409, 'A data connector must be a draft to be deleted', { code: 'conflict' });
    connectors(call.workspace).remove(row.id);
    return { id: row.id, object: 'data_connector', deleted: true };
  },
};

/** The connector that a path names. */
export function connectorOf({ workspace }: Call, id: unknown): Connector {
  return existing(connectors(workspace).get(id), 'Data connector', 'data_connector_not_found');
}

function render(row: Connector): unknown {
  return {
    ...row,
    type: 'data_connector',
    headers: row.headers.map(({ name }) => ({ name, value: '****' })),
    object_mappings: [],
    execution_type: 'server_side',
    data_transformation_type: row.response_fields.length > 0 ? 'full_access' : null,
    execution_results_url: `/data_connectors/${row.id}/execution_results`,
    created_at: iso(row.created_at),
    updated_at: iso(row.updated_at),
  };
}

function iso(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}

function create(call: Call): unknown {
  const { workspace, now } = call;
  const admin = tokenAdmin(workspace).id;
  const row: Connector = {
    id: workspace.nextId('data_connectors', 41_201),
    name: '',
    description: null,
    state: 'draft',
    http_method: 'get',
    url: null,
    body: '',
    headers: [],
    audiences: ['users', 'leads', 'visitors'],
    data_inputs: [],
    response_fields: [],
    configuration_response_type: null,
    token_ids: [],
    direct_fin_usage: false,
    customer_authentication: false,
    bypass_authentication: false,
    validate_missing_attributes: true,
    used_by: [],
    created_by_admin_id: admin,
    updated_by_admin_id: admin,
    created_at: now,
    updated_at: now,
  };
  configure(row, call, 'parameter_not_found');
  return render(connectors(workspace).put(row));
}

function update(call: Call): unknown {
  const row = connectorOf(call, call.params.id);
  const next = structuredClone(row);
  configure(next, call, 'parameter_invalid');
  assign(next, call.body, ['state']);
  if (row.state === 'live' && next.state === 'draft') refuseUsed(row, 'set to draft');
  if (next.state === 'live' && (next.url ?? '') === '')
    throw new Fault(422, 'A live data connector needs a url', { code: 'parameter_invalid', field: 'url' });
  return render(Object.assign(row, next, { updated_by_admin_id: tokenAdmin(call.workspace).id, updated_at: call.now }));
}

function configure(row: Connector, { body }: Call, noName: string): void {
  assign(row, body, KEYS);
  if (row.name.trim() === '') throw new Fault(422, 'Name is required', { code: noName, field: 'name' });
  if (Array.isArray(body.data_inputs))
    row.data_inputs = body.data_inputs.map((input: Partial<Connector['data_inputs'][number]>) => ({
      name: input.name ?? '',
      type: input.type ?? 'string',
      description: input.description ?? null,
      required: input.required ?? false,
      default_value: input.default_value ?? '',
    }));
  if (body.mock_response === undefined) return;
  row.configuration_response_type = 'mock_response_type';
  row.response_fields = responseFields(body.mock_response);
}

function refuseUsed({ used_by }: Connector, done: string): void {
  if (used_by.length > 0)
    throw new Fault(409, `Data connector is in use by ${used_by.join(', ')} and cannot be ${done}`, {
      code: 'data_connector_in_use',
    });
}
