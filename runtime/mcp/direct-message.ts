import {
  type CallToolResult,
  type Implementation,
  type InputRequiredResult,
  isCallToolResult,
  ProtocolErrorCode,
  SERVER_INFO_META_KEY,
} from '@modelcontextprotocol/server';
import { isRecord, own } from '../value/value.ts';
import type { DirectCall } from './direct-call.ts';

/** The message that answers a call with its result, as the SDK writes it in the revision of the call. */
export function directResult(
  call: Pick<DirectCall, 'id' | 'isModern'>,
  result: CallToolResult | InputRequiredResult,
  info: () => Implementation,
): string {
  if (!isResult(result)) return directError(call, new TypeError('Invalid tools/call result'));
  const { id, isModern } = call;
  if (!isModern) return JSON.stringify({ result, jsonrpc: '2.0', id });
  const { _meta: meta, ...rest } = result;
  const stamped = { ...rest, resultType: 'complete', _meta: { ...meta, [SERVER_INFO_META_KEY]: info() } };
  return JSON.stringify({ result: stamped, jsonrpc: '2.0', id });
}

/** The message that answers a call which failed outside of a tool, as the SDK writes it. */
export function directError({ id }: Pick<DirectCall, 'id'>, error: unknown): string {
  const code = own(error, 'code');
  const data = own(error, 'data');
  return JSON.stringify({
    jsonrpc: '2.0',
    id,
    error: {
      code: typeof code === 'number' && Number.isSafeInteger(code) ? code : ProtocolErrorCode.InternalError,
      message: error instanceof Error ? error.message : 'Internal error',
      ...(data !== undefined && { data }),
    },
  });
}

/** True for the result of a call. One of texts alone is known by itself, every other by the SDK's own check. */
function isResult(result: CallToolResult | InputRequiredResult): result is CallToolResult {
  const { content, ...rest } = result;
  const isText =
    Array.isArray(content) && content.every(isTextAlone) && Object.keys(rest).every((key) => TEXT_KEYS.has(key));
  return isText || isCallToolResult(result);
}

const TEXT_KEYS: ReadonlySet<string> = new Set(['_meta', 'isError']);

function isTextAlone(part: unknown): boolean {
  return isRecord(part) && part.type === 'text' && typeof part.text === 'string' && Object.keys(part).length === 2;
}
