import type { unexpectedCatalog } from '../../runtime/mcp/expected-catalog.ts';
import { MOST_MEMBERS } from '../../runtime/value/json-text.ts';
import { own } from '../../runtime/value/value.ts';
import { problemBody } from '../problem/problem.ts';
import type { EndReason } from '../store/contract/servers.ts';
import type { StoreUnavailable } from '../store/contract/store-unavailable.ts';

/** Why a request to an MCP server is refused before MCP: for clients as JSON-RPC, for people as the API's errors are. */
export interface Refusal {
  readonly status: number;
  /** Stable, and a label of the metrics. */
  readonly code: string;
  readonly message: string;
  readonly help: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The answer; its `error` is both one of JSON-RPC and one of the API. */
export function refuse({ status, code, message, help, headers = {} }: Refusal): Response {
  const { error } = problemBody({ code, message, help, field: undefined });
  const body = { jsonrpc: '2.0', id: null, error: { code: RPC_CODE, message: `${message} ${help}`, data: error } };
  return Response.json(body, { status, headers });
}

/** The code that JSON-RPC leaves to servers. */
const RPC_CODE = -32000;

/** The answer to a request that was ended: clients would wait for another one. */
export function endedMessage(message: unknown): object {
  return { jsonrpc: '2.0', id: own(message, 'id') ?? null, error: { code: RPC_CODE, message: ENDED_STREAM } };
}

/** The event with which a stream ends whose request will not be answered. */
export function endedEvent(message: unknown): string {
  return `event: message\ndata: ${JSON.stringify(endedMessage(message))}`;
}

const ENDED_STREAM =
  'This request was ended by the gateway: its MCP server or token is no longer valid, or the gateway stops. What it was to change may have been changed.';

export const UNKNOWN_SERVER: Refusal = {
  status: 404,
  code: 'unknown_server',
  message: 'There is no MCP server at this address.',
  help: 'Check that the URL was copied whole, or ask its operator for a new one.',
};

export const WRONG_ADDRESS: Refusal = {
  status: 403,
  code: 'wrong_address',
  message: 'This MCP server does not answer the address that this request comes from.',
  help: 'Ask its operator to allow it, or send the request from an address that is.',
};

export const DISABLED_SERVER: Refusal = {
  status: 403,
  code: 'server_disabled',
  message: 'This MCP server is switched off.',
  help: 'Ask its operator to switch it on again; its URL stays as it is.',
};

export const CHANGED_CATALOG: Refusal = {
  status: 412,
  code: 'catalog_changed',
  message: 'The tools of this MCP server are not the ones that its operator expects.',
  help: 'Ask its operator to look at what changed, and to accept it or to leave it.',
};

/** The refusal of a request that expects other tools, or names no digest of any. */
export function unexpectedRefusal({ status, error }: NonNullable<ReturnType<typeof unexpectedCatalog>>): Refusal {
  return { status, code: status === 400 ? 'no_digest' : error.code, message: error.message, help: error.help };
}

/** The refusal of a server that ended. */
export const ENDED_SERVER = {
  expired: {
    status: 410,
    code: 'expired',
    message: 'This MCP server has expired.',
    help: 'Ask its operator for a new URL.',
  },
  revoked: {
    status: 410,
    code: 'revoked',
    message: 'This MCP server was revoked, or its URL was replaced.',
    help: 'Ask its operator for a new URL.',
  },
} satisfies Record<EndReason, Refusal>;

/** The refusal of a request that the store was needed for. */
export function storeRefusal({ code, message, help, retryAfter }: StoreUnavailable): Refusal {
  return { status: 503, code, message, help, headers: { 'Retry-After': String(retryAfter) } };
}

export const TOO_LARGE: Refusal = {
  status: 413,
  code: 'too_large',
  message: 'The body of this request is too large.',
  help: 'Send at most 4 MiB.',
};

export const TOO_MANY_MEMBERS: Refusal = {
  status: 413,
  code: 'too_many_members',
  message: `An object of this request has more than ${MOST_MEMBERS} members.`,
  help: 'Send the arguments of the tool alone.',
};

export const NO_JSON: Refusal = {
  status: 400,
  code: 'no_json',
  message: 'The body of this request is no JSON.',
  help: 'Send one JSON-RPC message.',
};

export const NO_BATCH: Refusal = {
  status: 400,
  code: 'no_batch',
  message: 'The body of this request is a batch.',
  help: 'Send one JSON-RPC message a request.',
};

export const WRONG_TYPES: Refusal = {
  status: 406,
  code: 'not_acceptable',
  message: 'This request takes none of the types that there are answers in.',
  help: 'Name application/json or text/event-stream in Accept, or leave it out.',
};

export const STREAM_ONLY: Refusal = {
  status: 406,
  code: 'not_acceptable',
  message: 'A subscription is answered as a stream of events alone.',
  help: 'Name text/event-stream in Accept.',
};

export const BROKEN_OFF: Refusal = {
  status: 400,
  code: 'incomplete_body',
  message: 'The body of this request broke off.',
  help: 'Send it again, to its end.',
};

export const TOO_MANY_AT_ONCE: Refusal = {
  status: 429,
  code: 'too_many_at_once',
  message: 'Too many requests to this MCP server or its account are going on.',
  help: 'Wait until some of them have ended.',
  headers: { 'Retry-After': '1' },
};

export const TOO_MANY_PROGRAMS: Refusal = {
  status: 429,
  code: 'too_many_programs',
  message: 'Too many programs of this account are running.',
  help: 'Run this one again when some of them have ended.',
  headers: { 'Retry-After': '5' },
};

export const TOO_MANY_LARGE: Refusal = {
  status: 429,
  code: 'too_many_large',
  message: 'Too many large requests to this MCP server are being sent.',
  help: 'Send one after the other.',
  headers: { 'Retry-After': '1' },
};
