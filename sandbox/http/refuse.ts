import type { Json, Operation } from '../contract/contract.ts';
import type { Fault } from './fault.ts';

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

type Envelope = (fault: Fault, details: { readonly code: string; readonly requestId: string }) => Json;

const typed: Envelope = ({ message }, { requestId }) => ({ type: 'error', request_id: requestId, message });

/** Operations that refuse in an envelope of their own, with the statuses that they do so for. */
const ENVELOPES: Readonly<Record<string, { readonly statuses: readonly number[]; readonly envelope: Envelope }>> = {
  'GET /messages/status': { statuses: [400, 500], envelope: typed },
  'GET /messages/whatsapp/status': { statuses: [400, 500], envelope: typed },
  'POST /fin/csat': { statuses: [422], envelope: ({ field, message }) => ({ errors: { [field || 'body']: message } }) },
  'POST /phone_call_redirects': {
    statuses: [400, 422],
    envelope: ({ message }, { code }) => ({ error_key: code, message }),
  },
};

/** A fault as Intercom words it: its error list with the request's id. */
export function refuse(fault: Fault, requestId: string, operation?: Operation): Response {
  const { status, message, field, headers, body } = fault;
  const declared = operation?.responses[String(status)]?.['x-error-codes'];
  const code = fault.code ?? (declared?.length === 1 ? declared[0] : undefined) ?? USUAL[status] ?? 'client_error';
  const errors = [{ code, message, ...(field !== undefined && { field }) }];
  const own = ENVELOPES[operation?.key ?? ''];
  const usual = own?.statuses.includes(status)
    ? own.envelope(fault, { code, requestId })
    : { type: 'error.list', request_id: requestId, errors };
  return Response.json(body ?? usual, { status, headers });
}
