import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What Prometheus reads; labels never hold a token, an id of a customer or a path. */
export interface Metrics {
  readonly registry: Registry;
  /** Requests by route pattern, method and status. */
  readonly requests: Counter<'route' | 'method' | 'status'>;
  /** Calls by tool and status. */
  readonly calls: Counter<'tool' | 'status'>;
  /** Seconds of calls, the API's part included. */
  readonly callSeconds: Histogram<'tool'>;
  /** Programs by status. */
  readonly programs: Counter<'status'>;
  /** Seconds of programs, from their beginning to their end. */
  readonly programSeconds: Histogram;
  /** Requests to MCP servers, and calls of programs, that were refused, by reason. */
  readonly refusals: Counter<'reason'>;
  /** What the store did not do, by kind of failure. */
  readonly storeErrors: Counter<'kind'>;
  /** Jumps of the clock, for which clearing away waits. */
  readonly sweepHesitations: Counter;
  /** Entries of the audit log that the store did not take; they are in the process's log. */
  readonly auditFailures: Counter;
  /** Attempts to send the audit log to its webhook that failed. */
  readonly auditDeliveryFailures: Counter;
  /** Requests that are being answered. */
  readonly inFlight: Gauge;
}

/** Metrics of one gateway; the names begin with `intercom_gateway_`. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    requests: new Counter({
      name: 'intercom_gateway_http_requests_total',
      help: 'HTTP requests',
      labelNames: ['route', 'method', 'status'],
      registers,
    }),
    calls: new Counter({
      name: 'intercom_gateway_tool_calls_total',
      help: 'Tool calls',
      labelNames: ['tool', 'status'],
      registers,
    }),
    callSeconds: new Histogram({
      name: 'intercom_gateway_tool_call_seconds',
      help: 'Duration of tool calls in seconds',
      labelNames: ['tool'],
      buckets: [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
      registers,
    }),
    programs: new Counter({
      name: 'intercom_gateway_programs_total',
      help: 'Programs that models wrote and that were run',
      labelNames: ['status'],
      registers,
    }),
    programSeconds: new Histogram({
      name: 'intercom_gateway_program_seconds',
      help: 'Duration of programs in seconds',
      buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60],
      registers,
    }),
    refusals: new Counter({
      name: 'intercom_gateway_refusals_total',
      help: 'Requests to MCP servers, and calls of programs, that were refused',
      labelNames: ['reason'],
      registers,
    }),
    storeErrors: new Counter({
      name: 'intercom_gateway_store_errors_total',
      help: 'Failures of the store: statements and connections that came to nothing',
      labelNames: ['kind'],
      registers,
    }),
    sweepHesitations: new Counter({
      name: 'intercom_gateway_sweep_hesitations_total',
      help: 'Jumps of the clock, for which clearing away waits',
      registers,
    }),
    auditFailures: new Counter({
      name: 'intercom_gateway_audit_failures_total',
      help: "Entries of the audit log that the store did not take, and that are in the process's log",
      registers,
    }),
    auditDeliveryFailures: new Counter({
      name: 'intercom_gateway_audit_delivery_failures_total',
      help: 'Attempts to send the audit log to its webhook that failed',
      registers,
    }),
    inFlight: new Gauge({ name: 'intercom_gateway_requests_in_flight', help: 'Requests being answered', registers }),
  };
}
