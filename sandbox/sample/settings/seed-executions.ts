import type { Connector } from '../../model/connectors.ts';
import { executions } from '../../model/connectors.ts';
import type { Random } from '../../store/random.ts';
import type { Workspace } from '../../store/workspace.ts';
import { cast } from '../cast.ts';

const COUNT = 12;
/** Those of the last hour, which a list shows unless it is asked for more. */
const RECENT = 4;
/** The runs that failed, by their place among the twelve. */
const FAILURES: Readonly<Record<number, readonly [type: string, message: string, status: number | null]>> = {
  1: ['3rd_party_error', 'The service answered 503 Service Unavailable', 503],
  6: ['faraday_error', 'The service did not answer within 10 seconds', null],
  9: ['response_mapping_error', 'The answer has no value at status', 200],
};

/** Puts twelve executions of a connector into a workspace, newest first. */
export function seedExecutions(workspace: Workspace, connector: Connector, sample: unknown, random: Random): void {
  for (let index = 0; index < COUNT; index += 1) {
    const failure = FAILURES[index];
    const [error_type = null, error_message = null, http_status = 200] = failure ?? [];
    const answer = JSON.stringify(error_type === '3rd_party_error' ? { error: 'maintenance' } : sample);
    const age = index < RECENT ? 120 + index * 840 : index * 43_200 + random.between(0, 3600);
    executions(workspace).put({
      id: workspace.nextId('data_connector_executions', 9_900_101),
      data_connector_id: connector.id,
      success: failure === undefined,
      http_status,
      http_method: connector.http_method,
      execution_time_ms: http_status === null ? 10_000 : random.between(90, 640),
      error_type,
      error_message,
      source_type: index % 3 === 0 ? 'workflow' : 'fin',
      source_id: index % 3 === 0 ? '30117' : null,
      conversation_id: index % 4 === 0 ? cast.conversations.refund : null,
      request_url: (connector.url ?? '').replace(/\{\{\w+\}\}/g, `sample-${index + 1}`),
      request_body: connector.body || null,
      response_body: failure === undefined ? answer : null,
      raw_response_body: http_status === null ? null : answer,
      created_at: workspace.start - age,
    });
  }
}
