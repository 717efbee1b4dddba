import {
  CLIENT_CAPABILITIES_META_KEY,
  classifyInboundRequest,
  PROTOCOL_VERSION_META_KEY,
  SUPPORTED_PROTOCOL_VERSIONS,
} from '@modelcontextprotocol/server';
import { isRecord, own } from '../value/value.ts';

/** The call of a tool in the form that all clients send, whose answer is a result and nothing else. */
export interface DirectCall {
  readonly id: string | number;
  readonly name: string;
  readonly arguments?: Readonly<Record<string, unknown>> | undefined;
  /** Whether it is of the revision 2026-07-28; of an earlier one otherwise. */
  readonly isModern: boolean;
  /** What the client says in each call that it can; `undefined` in the earlier revisions. */
  readonly capabilities: unknown;
  /** By which the client wants to be told of its progress. */
  readonly progressToken: string | number | undefined;
}

const MODERN = '2026-07-28';

const MESSAGE_KEYS: ReadonlySet<string> = new Set(['jsonrpc', 'id', 'method', 'params']);
const PARAMETER_KEYS: ReadonlySet<string> = new Set(['name', 'arguments', '_meta']);

/**
 * A message as a {@link DirectCall}: exactly what the SDK would take as one. `undefined` for every other message, which is for
 * the SDK to answer: what is wrong in it, or that it is a question's answer, a task, or another method.
 */
export function readDirectCall(message: unknown, headers: Pick<Headers, 'get'>): DirectCall | undefined {
  if (!isRecord(message) || message.jsonrpc !== '2.0' || message.method !== 'tools/call') return undefined;
  const { id, params } = message;
  if (!isId(id) || !isRecord(params) || !hasOnly(message, MESSAGE_KEYS) || !hasOnly(params, PARAMETER_KEYS))
    return undefined;
  const { name, arguments: args, _meta: meta } = params;
  if (typeof name !== 'string' || (args !== undefined && !isRecord(args))) return undefined;
  // The SDK leaves it out.
  if (args !== undefined && Object.hasOwn(args, '__proto__')) return undefined;
  if (meta !== undefined && !isRecord(meta)) return undefined;
  const progressToken = own(meta, 'progressToken');
  if (progressToken !== undefined && !isId(progressToken)) return undefined;
  const version = headers.get('mcp-protocol-version') ?? undefined;
  const call = { id, name, arguments: args, progressToken };
  if (meta === undefined || !(PROTOCOL_VERSION_META_KEY in meta)) {
    const isKnown = version === undefined || SUPPORTED_PROTOCOL_VERSIONS.includes(version);
    const isPlain = meta === undefined || !Object.keys(meta).some((key) => key.startsWith(PROTOCOL));
    return isKnown && isPlain && version !== MODERN ? { ...call, isModern: false, capabilities: undefined } : undefined;
  }
  if (version !== MODERN || headers.get('mcp-method') !== 'tools/call' || headers.get('mcp-name') !== name)
    return undefined;
  // A name in another coding is read by the SDK.
  if (name.startsWith('=?') || !isEnvelope(meta)) return undefined;
  return { ...call, isModern: true, capabilities: meta[CLIENT_CAPABILITIES_META_KEY] };
}

/** How members begin that the protocol itself has. */
const PROTOCOL = 'io.modelcontextprotocol/';

/** Envelopes that the SDK found right: clients send the same one with every call. */
const rightEnvelopes = new Set<string>();

/** Envelopes that are remembered, and characters of the longest of them. */
const MOST = 200;
const LONGEST = 2000;

/** What the SDK's own check says of an envelope. */
function isEnvelope(meta: Readonly<Record<string, unknown>>): boolean {
  const envelope = Object.fromEntries(Object.entries(meta).filter(([key]) => key.startsWith(PROTOCOL)));
  const text = JSON.stringify(envelope);
  if (text.length > LONGEST) return false;
  if (rightEnvelopes.has(text)) return true;
  const { kind, ...outcome } = classifyInboundRequest({
    ...{ httpMethod: 'POST', protocolVersionHeader: MODERN },
    body: { jsonrpc: '2.0', id: 0, method: 'tools/call', params: { name: '', _meta: envelope } },
  });
  if (kind !== 'modern' || !('classification' in outcome) || outcome.classification.revision !== MODERN) return false;
  if (rightEnvelopes.size >= MOST) rightEnvelopes.clear();
  rightEnvelopes.add(text);
  return true;
}

function isId(value: unknown): value is string | number {
  return typeof value === 'string' || Number.isSafeInteger(value);
}

function hasOnly(record: object, keys: ReadonlySet<string>): boolean {
  return Object.keys(record).every((key) => keys.has(key));
}
