import type { Call, Routes } from '../../http/call.ts';
import { existing } from '../../http/fault.ts';
import { type Execution, executions } from '../../model/connectors.ts';
import { page } from '../../paging/page.ts';
import { connectorOf } from './connector-routes.ts';

const HOUR = 3600;

/** Answers the operations of the executions of data connectors. */
export const executionRoutes: Routes = {
  'GET /data_connectors/{data_connector_id}/execution_results': list,
  'GET /data_connectors/{data_connector_id}/execution_results/{id}': (call) => {
    const { id } = connectorOf(call, call.params.data_connector_id);
    const row = executions(call.workspace).get(call.params.id);
    return render(
      existing(row?.data_connector_id === id ? row : undefined, 'Execution result', 'execution_result_not_found'),
      true,
    );
  },
};

function list(call: Call): unknown {
  const { query, now, workspace } = call;
  const { id } = connectorOf(call, call.params.data_connector_id);
  const from = Number(query.start_ts ?? now - HOUR);
  const to = Number(query.end_ts ?? now);
  const found = executions(workspace)
    .filter((row) => row.data_connector_id === id && row.created_at >= from && row.created_at <= to)
    .filter((row) => query.success === undefined || String(row.success) === query.success)
    .filter((row) => query.error_type === undefined || row.error_type === query.error_type)
    .toSorted((a, b) => b.created_at - a.created_at);
  return page(call, found, (row) => render(row, query.include_bodies === 'true'));
}

function render(row: Execution, hasBodies: boolean): unknown {
  return {
    ...row,
    type: 'data_connector.execution',
    created_at: new Date(row.created_at * 1000).toISOString(),
    ...(!hasBodies && { request_url: null, request_body: null, response_body: null, raw_response_body: null }),
  };
}
