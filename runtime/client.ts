import type * as z from 'zod';
import { apiVersion } from '../generated/intercom/version.ts';
import { type Region, resolveBaseUrl, resolveToken } from './endpoint.ts';
import { NetworkError, TimeoutError, ToolkitError } from './errors.ts';
import { type Origin, requestInit, requestUrl } from './http-request.ts';
import { type Exchange, type Reading, readResponse } from './http-response.ts';
import { buildRequest, readInput } from './input.ts';
import { openPage } from './pagination.ts';
import type { Tool, ToolInput, ToolRequest } from './tool.ts';

/** Settings of {@link createClient}. */
export interface ClientOptions {
  /** Access token of the workspace; a missing one is a {@link ConfigError}. */
  readonly token: string | undefined;
  /** Where the workspace's data lives; `us` unless said otherwise. */
  readonly region?: Region;
  /** Replaces the region's address: https, or http on loopback. */
  readonly baseUrl?: string | undefined;
  /** Value of `Intercom-Version`: that of the generated tools unless said otherwise; null sends none (other APIs). */
  readonly version?: string | null;
  /** Replaces the global `fetch`. */
  readonly fetch?: typeof fetch;
  /** Milliseconds until a call is given up; 30,000 unless said otherwise. */
  readonly timeout?: number;
  /** Bytes that an answer may have once decoded; 10 MiB unless said otherwise. */
  readonly maxBytes?: number;
}

/** Settings of one call. */
export interface CallOptions {
  /** Gives the call up; the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** Calls tools of one workspace. */
export interface Client {
  /** Validates the input, sends the request, and resolves to the tool's answer; rejects with a {@link ToolkitError}. */
  call<Input extends z.ZodObject, Output>(
    tool: Tool<Input, Output>,
    input: ToolInput<Input>,
    options?: CallOptions,
  ): Promise<Output>;
  /** As `call`, for an input of unknown shape, with the status, request id and rate limit beside the answer. */
  exchange<Input extends z.ZodObject, Output>(
    tool: Tool<Input, Output>,
    input: unknown,
    options?: CallOptions,
  ): Promise<Exchange<Output>>;
}

/** Creates a client for one workspace; throws {@link ConfigError} for a missing token or an unsafe address. Never retries. */
export function createClient({
  token,
  region = 'us',
  baseUrl,
  version = apiVersion,
  fetch: send = fetch,
  timeout = 30_000,
  maxBytes = 10 * 1024 * 1024,
}: ClientOptions): Client {
  const origin: Origin = { baseUrl: resolveBaseUrl({ region, baseUrl }), token: resolveToken(token), version };

  async function exchange<Input extends z.ZodObject, Output>(
    tool: Tool<Input, Output>,
    input: unknown,
    { signal }: CallOptions = {},
  ): Promise<Exchange<Output>> {
    const { pagination } = tool;
    const valid = readInput(tool, input);
    const { limit, next_cursor, ...rest }: Record<string, unknown> = valid;
    const page = pagination && openPage(tool.name, pagination, { limit, next_cursor });
    const request = buildRequest(tool, page ? (rest as z.output<Input>) : valid);
    const answered = await transfer(tool, page ? page.request(request) : request, {
      signal,
      paging: next_cursor === undefined ? undefined : pagination?.style,
    });
    const output = page ? page.read(answered.output) : answered.output;
    return { ...answered, output: output as Output };
  }

  async function transfer(
    { method, response: kind, access }: Pick<Tool, 'method' | 'response' | 'access'>,
    request: ToolRequest,
    { signal, paging }: CallOptions & Pick<Reading, 'paging'>,
  ): Promise<Exchange<unknown>> {
    const url = requestUrl(origin, request);
    const init = requestInit(origin, { method, response: kind, body: request.body });
    const write = access === 'write';
    const late = AbortSignal.timeout(timeout);
    try {
      const response = await send(url, { ...init, signal: signal ? AbortSignal.any([signal, late]) : late });
      return await readResponse(response, { kind, maxBytes, write, paging, secret: origin.token });
    } catch (error) {
      signal?.throwIfAborted();
      if (error instanceof ToolkitError) throw error;
      const retry = write ? 'Check whether the change was made before calling again.' : 'Call again in a little while.';
      if (late.aborted) throw new TimeoutError(url.host, timeout, retry);
      throw new NetworkError(
        url.host,
        `${url.host} cannot be reached (${reason(error)}).`,
        `Check the network and the base URL. ${retry}`,
      );
    }
  }

  return {
    exchange,
    call: async (tool, input, options) => (await exchange(tool, input, options)).output,
  };
}

/** The system's code of a failed `fetch`, such as ECONNREFUSED: its message could hold what was sent. */
function reason(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' ? code : 'the connection failed';
}
