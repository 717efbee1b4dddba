import type { JSONRPCMessage, RequestId, Transport } from '@modelcontextprotocol/server';
import { isRecord, own } from '../value/value.ts';
import { progressReport } from './call-context.ts';
import type { DirectServer } from './direct-answer.ts';
import { type DirectCall, readDirectCall } from './direct-call.ts';
import { directError, directResult } from './direct-message.ts';

/** A transport whose messages can be sent as the text that they are. */
interface TextTransport extends Transport {
  readonly sendText: (text: string) => Promise<void>;
}

/**
 * A connection on which the calls of tools that clients of the revisions before 2026-07-28 send go to `direct` without the SDK in
 * between, once the SDK has let the client in. Every other message goes to the SDK, and so does a call for which there is none.
 */
export function directConnection(
  transport: TextTransport,
  direct: (call: Pick<DirectCall, 'capabilities'>) => DirectServer | undefined,
): Transport {
  const open = new Map<RequestId, AbortController>();
  /** The request by which the client opens, and what it says that it can. */
  let opening: { readonly id: unknown; readonly capabilities: unknown; readonly isLetIn?: boolean } | undefined;

  function take(message: JSONRPCMessage): boolean {
    const method = own(message, 'method');
    if (method === 'initialize') {
      const capabilities = own(own(message, 'params'), 'capabilities');
      opening = { id: own(message, 'id'), capabilities };
    }
    if (method === 'notifications/cancelled') return cancel(own(message, 'params'));
    if (opening?.isLetIn !== true || method !== 'tools/call') return false;
    const call = readDirectCall(message, NO_HEADERS);
    const { capabilities } = opening;
    const server = call && direct({ capabilities });
    if (call === undefined || server === undefined) return false;
    void answer(server, { ...call, capabilities });
    return true;
  }

  async function answer(server: DirectServer, call: DirectCall): Promise<void> {
    const giveUp = new AbortController();
    const { signal } = giveUp;
    open.set(call.id, giveUp);
    const progress = progressReport(call.progressToken, (note) => transport.send({ jsonrpc: '2.0', ...note }));
    const message = await server.call(call, { signal, progress }).then(
      (result) => directResult(call, result, server.info),
      (error: unknown) => directError(call, error),
    );
    if (open.get(call.id) === giveUp) open.delete(call.id);
    // Nobody waits for the answer of a call that was given up.
    if (!signal.aborted) await transport.sendText(message).catch(report);
  }

  function cancel(params: unknown): boolean {
    const id = own(params, 'requestId');
    const call = typeof id === 'string' || typeof id === 'number' ? open.get(id) : undefined;
    call?.abort(own(params, 'reason'));
    return call !== undefined;
  }

  const report = (error: Error): void => connection.onerror?.(error);
  const connection: Transport = {
    start: () => {
      transport.onmessage = (message) => {
        if (!take(message)) connection.onmessage?.(message);
      };
      transport.onerror = report;
      transport.onclose = () => {
        for (const call of open.values()) call.abort(new Error('The connection was closed.'));
        connection.onclose?.();
      };
      return transport.start();
    },
    send: (message) => {
      if (opening !== undefined && isRecord(message) && 'result' in message && message.id === opening.id)
        opening = { ...opening, isLetIn: true };
      return transport.send(message);
    },
    close: () => transport.close(),
  };
  return connection;
}

const NO_HEADERS = { get: () => null };
