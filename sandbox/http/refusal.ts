import { isJson, type Operation } from '../contract/contract.ts';
import type { Fault } from '../fault.ts';

/** The usual code of a status, where neither the fault nor the operation names one. */
const USUAL: Readonly<Record<number, string>> = {
  400: 'parameter_invalid',
  401: 'unauthorized',
  403: 'action_forbidden',
  404: 'not_found',
  409: 'resource_conflict',
  410: 'gone',
  413: 'client_error',
  422: 'unprocessable_entity',
  429: 'rate_limit_exceeded',
  500: 'server_error',
  503: 'service_unavailable',
};

/** A fault as Intercom words it: its error list with the request's id. */
export function refuse(fault: Fault, requestId: string, operation?: Operation): Response {
  const { status, message, field, headers, body } = fault;
  const declared = operation?.responses[String(status)]?.['x-error-codes'];
  const code = fault.code ?? (declared?.length === 1 ? declared[0] : undefined) ?? USUAL[status] ?? 'client_error';
  const errors = [{ code, message, ...(field !== undefined && { field }) }];
  // The one other envelope that carries the request's id.
  const own = isJson(body) && body.type === 'error' ? { type: 'error', request_id: requestId, ...body } : body;
  return Response.json(own ?? { type: 'error.list', request_id: requestId, errors }, { status, headers });
}
