import { tableOf } from '../store/workspace.ts';

/** A value that a connector takes when it is called. */
interface ConnectorInput {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'decimal' | 'boolean';
  readonly description: string | null;
  readonly required: boolean;
  readonly default_value: string;
}

/** A value in what the called service answers. */
export interface ResponseField {
  readonly path: string;
  readonly type: 'unknown' | 'string' | 'integer' | 'decimal' | 'datetime' | 'boolean';
  readonly example_value: unknown;
  readonly redacted: boolean;
}

/** An HTTP call to another service, for Fin and workflows. Times are unix seconds. */
export interface Connector {
  readonly id: string;
  name: string;
  description: string | null;
  state: 'draft' | 'live';
  http_method: 'get' | 'post' | 'put' | 'delete' | 'patch';
  url: string | null;
  body: string;
  /** As they were given; the API masks the values. */
  headers: { readonly name: string; readonly value: string }[];
  audiences: ('users' | 'leads' | 'visitors')[];
  data_inputs: ConnectorInput[];
  response_fields: ResponseField[];
  configuration_response_type: 'test_response_type' | 'mock_response_type' | null;
  token_ids: string[];
  direct_fin_usage: boolean;
  customer_authentication: boolean;
  bypass_authentication: boolean;
  validate_missing_attributes: boolean;
  /** Names of the workflows that call it. */
  used_by: string[];
  readonly created_by_admin_id: string;
  updated_by_admin_id: string;
  readonly created_at: number;
  updated_at: number;
}

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

export const connectors = tableOf<Connector>('data_connectors');
export const executions = tableOf<Execution>('data_connector_executions');
