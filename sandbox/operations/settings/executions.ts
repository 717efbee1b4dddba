import { existing } from '../../fault.ts';
import type { Call, Routes } from '../../http/call.ts';
import { page } from '../../paging/page.ts';
import { tableOf } from '../../store/workspace.ts';
import { connectorOf } from './connector-routes.ts';

/** One run of a data connector. */
export interface Execution {
  readonly id: string;
  readonly data_connector_id: string;
  readonly success: boolean;
  readonly http_status: number | null;
  readonly http_method: string;
  readonly execution_time_ms: number;
  readonly error_type: string | null;
  readonly error_message: string | null;
  readonly source_type: string;
  readonly source_id: string | null;
  readonly conversation_id: string | null;
  readonly request_url: string;
  readonly request_body: string | null;
  readonly response_body: string | null;
  readonly raw_response_body: string | null;
  /** Unix seconds. */
  readonly created_at: number;
}

/** All runs of all connectors. */
export const executions = tableOf<Execution>('data_connector_executions');

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
