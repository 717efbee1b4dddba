import type { Tool, ToolRequest } from '../tool/tool.ts';
import { ToolkitError } from '../value/errors.ts';
import { NetworkError, TimeoutError } from './errors.ts';
import { giveUpAfter } from './give-up.ts';
import { processEnvironment, proxyHint } from './proxy-hint.ts';
import type { FailedCall } from './read-error.ts';
import { type Origin, requestInit, requestUrl } from './request.ts';
import { type Exchange, type Reading, readResponse } from './response.ts';
import { mayRepeat } from './retry.ts';
import type { Send } from './send.ts';

/** What a client sends with; `timeout` in milliseconds, `maxBytes` of a decoded answer. */
export interface TransferOptions {
  readonly origin: Origin;
  readonly profile: FailedCall['profile'];
  readonly redactor: FailedCall['redactor'];
  readonly send: Send;
  readonly timeout: number;
  readonly maxBytes: number;
}

/** One request: the tool that it is for, and how its page was asked for where it is not the first. */
export interface Shipment extends Pick<Reading, 'paging'> {
  readonly tool: Pick<
    Tool,
    'name' | 'method' | 'response' | 'headers' | 'accept' | 'access' | 'pagination' | 'server' | 'security'
  >;
  /** What the request was made of. */
  readonly input: Readonly<Record<string, unknown>>;
  readonly request: ToolRequest;
  readonly signal?: AbortSignal | undefined;
}

/** Sends one request and reads its answer; rejects with a {@link ToolkitError}, or with the signal's reason. */
export async function transfer(
  { origin, profile, redactor, send, timeout, maxBytes }: TransferOptions,
  { tool, input, request, paging, signal }: Shipment,
): Promise<Exchange<unknown>> {
  const url = requestUrl(origin, request);
  const { name, response: kind, headers: named, access } = tool;
  const init = requestInit(origin, tool, request);
  const write = access === 'write';
  const call = { tool: name, arguments: input };
  const giveUp = giveUpAfter(timeout, signal);
  try {
    signal?.throwIfAborted();
    const response = await send({ ...init, url, giveUp, mayRepeat: mayRepeat(tool) });
    return await readResponse(response, { kind, named, maxBytes, write, paging, call, redactor, profile });
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof ToolkitError) throw error;
    const retry = write ? 'Check whether the change was made before calling again.' : 'Call again in a little while.';
    if (giveUp.isLate()) throw new TimeoutError(url.host, timeout, retry);
    throw new NetworkError(
      url.host,
      `${url.host} cannot be reached (${reason(error)}).`,
      `Check the network and the base URL.${proxyHint(processEnvironment())} ${retry}`,
    );
  } finally {
    giveUp.done();
  }
}

/** The system's code of a failed `fetch`, such as ECONNREFUSED: its message could hold what was sent. */
function reason(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' ? code : 'the connection failed';
}
