import { ProtocolErrorCode, readRequestBody } from '@modelcontextprotocol/server';
import { hasWideObject, MOST_MEMBERS } from '../value/json-text.ts';
import { own } from '../value/value.ts';
import { headerList } from './header-list.ts';
import { tidyMessage } from './tidy-message.ts';

/** Bytes that a request may have unless said otherwise. */
export const MAX_BODY_BYTES = 4 * 1024 * 1024;

/** The message of a POST, or the answer to what is none. */
export type PostedMessage = { readonly message: unknown } | { readonly refusal: Response };

/** Reads the message of a POST; whether it is one of MCP is for the SDK to say. */
export async function readPost(request: Request, maxBytes: number): Promise<PostedMessage> {
  const read = await readRequestBody(request, maxBytes);
  if (read.tooLarge) return refuse(413, ProtocolErrorCode.InvalidRequest, `the body has more than ${maxBytes} bytes.`);
  // Before it is parsed: the SDK takes a second for what no tool takes.
  if (hasWideObject(read.text)) {
    const message = `an object of it has more than ${MOST_MEMBERS} members.`;
    return refuse(413, ProtocolErrorCode.InvalidRequest, message);
  }
  try {
    const message: unknown = JSON.parse(read.text);
    return { message: Array.isArray(message) ? message.map(tidyMessage) : tidyMessage(message) };
  } catch {
    return refuse(400, ProtocolErrorCode.ParseError, 'the body is not JSON.');
  }
}

function refuse(status: number, code: number, problem: string): { refusal: Response } {
  const message = code === ProtocolErrorCode.ParseError ? `Parse error: ${problem}` : `Invalid request: ${problem}`;
  return { refusal: Response.json({ jsonrpc: '2.0', error: { code, message }, id: null }, { status }) };
}

/** The head of a request whose body was read, for the SDK: it wants both types accepted, and the answer is settled later. */
export function headOf(request: Request): Request {
  const { url, method, headers, signal } = request;
  const accepted = headerList(headers.get('accept'));
  // As most clients write it: the SDK does not look at the body again.
  if (accepted.has('application/json') && accepted.has('text/event-stream')) return request;
  const accepting = new Headers(headers);
  accepting.set('accept', 'application/json, text/event-stream');
  return new Request(url, { method, headers: accepting, signal });
}

/** Whether a message opens a stream that does not end. */
export function isSubscription(message: unknown): boolean {
  return own(message, 'method') === 'subscriptions/listen';
}
