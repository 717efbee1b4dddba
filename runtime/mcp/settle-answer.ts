import { isRecord } from '../value/value.ts';
import type { AcceptedTypes } from './accepted-types.ts';
import { type EventReader, readEvents } from './read-events.ts';

/** Milliseconds for which a first event is waited for before a stream begins: by then more is known of what its head says. */
export const PATIENCE = 2000;

/**
 * An answer of the SDK in a type that the client takes. A stream becomes plain JSON where nothing is streamed, that is
 * where the answer comes first and soon, or where the client takes nothing else: notes of progress are left out then.
 */
export async function settleAnswer(
  response: Response,
  { json, stream }: AcceptedTypes,
  patience = PATIENCE,
): Promise<Response> {
  const { body } = response;
  if (body === null || response.status !== 200) return response;
  if (!isStream(response)) return json ? response : toStream(response);
  const events = readEvents(body);
  if (!stream) return toJson(response, await lastAnswer(events));
  const first = await events.first(patience);
  if (!json || first === undefined || !isAnswer(first)) return new Response(events.whole(), response);
  await events.cancel();
  return toJson(response, first);
}

/** True for an answer of server-sent events. */
function isStream({ headers }: Response): boolean {
  return headers.get('content-type')?.startsWith('text/event-stream') === true;
}

function isAnswer(data: string): boolean {
  try {
    const message: unknown = JSON.parse(data);
    return isRecord(message) && !('method' in message);
  } catch {
    return false;
  }
}

/** The answers of a batch, which older revisions have, are a list. */
async function lastAnswer(events: EventReader): Promise<string> {
  const answers = (await events.all()).filter(isAnswer);
  return answers.length > 1 ? `[${answers.join(',')}]` : (answers[0] ?? UNANSWERED);
}

const UNANSWERED = JSON.stringify({
  jsonrpc: '2.0',
  id: null,
  error: { code: -32603, message: 'The request was given up before it was answered.' },
});

function toJson({ headers }: Response, text: string): Response {
  const kept = new Headers(headers);
  for (const name of ['connection', 'x-accel-buffering']) kept.delete(name);
  kept.set('content-type', 'application/json');
  kept.set('cache-control', 'no-store');
  return new Response(text, { headers: kept });
}

async function toStream(response: Response): Promise<Response> {
  const headers = new Headers(response.headers);
  headers.set('content-type', 'text/event-stream');
  headers.set('cache-control', 'no-store, no-transform');
  return new Response(`event: message\ndata: ${await response.text()}\n\n`, { headers });
}
