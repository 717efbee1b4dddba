import { type JSONRPCMessage, ProtocolErrorCode, parseJSONRPCMessage } from '@modelcontextprotocol/server';
import { hasWideObject, MOST_MEMBERS } from '../value/json-text.ts';
import { own } from '../value/value.ts';
import { tidyMessage } from './tidy-message.ts';

/** What a line that is no message is answered with; JSON-RPC wants the id `null` where none can be read. */
export interface LineRefusal {
  readonly jsonrpc: '2.0';
  readonly id: string | number | null;
  readonly error: { readonly code: number; readonly message: string };
}

/** The message on a line, or what to answer instead; undefined where neither is due. */
export function readLine(line: string): { message: JSONRPCMessage } | { refusal: LineRefusal } | undefined {
  if (line.trim() === '') return undefined;
  if (hasWideObject(line)) {
    const ends = { first: line.slice(0, 256), last: line.slice(-256) };
    const message = `Invalid request: an object of the message has more than ${MOST_MEMBERS} members.`;
    const refusal = refuseByEnds(ends, message);
    return refusal && { refusal };
  }
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { refusal: refuse(ProtocolErrorCode.ParseError, 'Parse error: the line is not JSON.') };
  }
  try {
    return { message: parseJSONRPCMessage(tidyMessage(value)) };
  } catch {
    // Two programs that answer each other's broken answers would never end.
    if (own(value, 'method') === undefined && (own(value, 'error') ?? own(value, 'result')) !== undefined) {
      return undefined;
    }
    const what = Array.isArray(value) ? 'batches are not served, send one message a line' : 'no JSON-RPC 2.0 message';
    return { refusal: refuse(ProtocolErrorCode.InvalidRequest, `Invalid request: ${what}.`, idOf(value)) };
  }
}

/** What a line over the limit is answered with, by its first and last characters; undefined for an answer. */
export function refuseLongLine(ends: { first: string; last: string }, limit: number): LineRefusal | undefined {
  return refuseByEnds(ends, `Invalid request: the line has more than ${limit} bytes, and was not read.`);
}

function refuseByEnds(ends: { first: string; last: string }, message: string): LineRefusal | undefined {
  return ANSWER.test(ends.first) ? undefined : refuse(ProtocolErrorCode.InvalidRequest, message, idAtAnEnd(ends));
}

/** Members of a message in the orders in which clients write them. */
const VERSION = '"jsonrpc"\\s*:\\s*"2\\.0"\\s*';
const ID = '"id"\\s*:\\s*(-?\\d{1,15}|"[^"\\\\]{0,100}")\\s*';
const ID_FIRST = new RegExp(`^\\s*\\{\\s*(?:${VERSION},\\s*)?${ID},\\s*(?:${VERSION},\\s*)?"method"`);
const METHOD_FIRST = new RegExp(`^\\s*\\{\\s*(?:${VERSION},\\s*)?"method"`);
const ID_LAST = new RegExp(`,\\s*${ID}(?:,\\s*${VERSION})?\\}\\s*$`);
const ANSWER = new RegExp(
  `^\\s*\\{\\s*(?:${VERSION},\\s*)?(?:"id"[^,]{0,120},\\s*)?(?:${VERSION},\\s*)?"(?:result|error)"`,
);

/** So that the one who waits for an answer gets it: what stands before the first or after the last value is the message's own. */
function idAtAnEnd({ first, last }: { first: string; last: string }): LineRefusal['id'] {
  const found = ID_FIRST.exec(first)?.[1] ?? (METHOD_FIRST.test(first) ? ID_LAST.exec(last)?.[1] : undefined);
  if (found === undefined) return null;
  return found.startsWith('"') ? found.slice(1, -1) : Number(found);
}

function idOf(value: unknown): LineRefusal['id'] {
  const id = own(value, 'id');
  return typeof id === 'string' || (typeof id === 'number' && Number.isSafeInteger(id)) ? id : null;
}

function refuse(code: number, message: string, id: LineRefusal['id'] = null): LineRefusal {
  return { jsonrpc: '2.0', id, error: { code, message } };
}
