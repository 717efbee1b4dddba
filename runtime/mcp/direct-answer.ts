import type { CallToolResult, Implementation, InputRequiredResult } from '@modelcontextprotocol/server';
import type { AcceptedTypes } from './accepted-types.ts';
import { type CallContext, progressReport } from './call-context.ts';
import type { DirectCall } from './direct-call.ts';
import { directError, directResult } from './direct-message.ts';
import { PATIENCE } from './settle-answer.ts';

/** A server that is called without the SDK in between. */
export interface DirectServer {
  /** How it introduces itself, where an answer says so. */
  readonly info: () => Implementation;
  readonly call: (
    params: Pick<DirectCall, 'name' | 'arguments'>,
    context: CallContext,
  ) => Promise<CallToolResult | InputRequiredResult>;
}

/** How a {@link DirectCall} is answered. */
export interface DirectOptions {
  readonly accepted: AcceptedTypes;
  /** Aborts when the client gives the call up, or must not have its answer. */
  readonly signal: AbortSignal;
  /** Milliseconds for which an answer is waited for before a stream begins, in revisions whose clients expect one. */
  readonly patience?: number;
}

/** Milliseconds between two signs of life on a stream, as the SDK sends them. */
const ALIVE = 15_000;

const EVENT_HEADERS = {
  'content-type': 'text/event-stream',
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
};

/**
 * Answers a call with the message that the SDK would: as JSON where nothing was sent before its answer and that comes soon, else as
 * a stream of events. Rejects with the signal's reason where that aborts before an answer began.
 */
export function answerDirectly(
  server: DirectServer,
  call: DirectCall,
  { accepted, signal, patience = PATIENCE }: DirectOptions,
): Promise<Response> {
  const giveUp = new AbortController();
  let stream: ReadableStreamDefaultController<Uint8Array> | undefined;
  let alive: NodeJS.Timeout | undefined;
  let late: NodeJS.Timeout | undefined;
  const { promise, resolve, reject } = Promise.withResolvers<Response>();

  const send = (text: string): void => stream?.enqueue(new TextEncoder().encode(text));
  const event = (message: string): string => `event: message\ndata: ${message}\n\n`;

  function end(): void {
    clearTimeout(late);
    clearInterval(alive);
    signal.removeEventListener('abort', abort);
  }

  function abort(): void {
    end();
    giveUp.abort(signal.reason);
    reject(signal.reason);
  }

  function begin(): void {
    clearTimeout(late);
    if (stream !== undefined) return;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        stream = controller;
      },
      cancel: (reason) => {
        end();
        giveUp.abort(reason);
      },
    });
    alive = setInterval(() => send(': keepalive\n\n'), ALIVE);
    alive.unref();
    resolve(new Response(body, { headers: EVENT_HEADERS }));
  }

  function finish(message: string): void {
    // Nobody waits for the answer of a call that was given up.
    if (giveUp.signal.aborted) return;
    end();
    if (stream !== undefined) {
      send(event(message));
      stream.close();
    } else if (accepted.json) {
      resolve(new Response(message, { headers: { 'content-type': 'application/json' } }));
    } else {
      resolve(new Response(event(message), { headers: EVENT_HEADERS }));
    }
  }

  const notify = async (note: object): Promise<void> => {
    begin();
    send(event(JSON.stringify({ jsonrpc: '2.0', ...note })));
  };
  // Without a stream notes are left out.
  const progress = accepted.stream ? progressReport(call.progressToken, notify) : undefined;
  if (accepted.stream && !call.isModern) late = setTimeout(begin, patience);
  if (signal.aborted) abort();
  else {
    signal.addEventListener('abort', abort, { once: true });
    server.call(call, { signal: giveUp.signal, progress }).then(
      (result) => finish(directResult(call, result, server.info)),
      (error: unknown) => finish(directError(call, error)),
    );
  }
  return promise;
}
