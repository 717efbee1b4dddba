import { keepingBudget } from './http/budget.ts';
import { type DryRun, describeRequest } from './http/dry-run.ts';
import { resolveBaseUrl, resolveToken } from './http/endpoint.ts';
import { emptyList } from './http/nothing-found.ts';
import { createRedactor } from './http/redact.ts';
import { type Origin, requestInit, requestUrl, type Sending } from './http/request.ts';
import type { Exchange } from './http/response.ts';
import { type RetryOptions, withRetry } from './http/retry.ts';
import { type Shipment, transfer } from './http/transfer.ts';
import { buildRequest } from './input/build-request.ts';
import { checkArguments } from './input/check-arguments.ts';
import { repairArguments } from './input/repair-arguments.ts';
import { openCallNames } from './names/call-names.ts';
import { openPage, ownerOf } from './paging/open-page.ts';
import { paginate, type WalkOptions } from './paging/paginate.ts';
import { threadsIn } from './paging/thread-memory.ts';
import type { CallingProfile } from './profile/calling-profile.ts';
import type { Answered, ItemOf } from './shape/answered.ts';
import { type AnswerShape, openShape } from './shape/open-shape.ts';
import { writeTexts } from './text/write-texts.ts';
import type { Page, Tool, ToolRequest } from './tool/tool.ts';
import { createMemory, type Memory } from './value/memory.ts';
import { createSealer } from './value/sealer.ts';
import { isRecord } from './value/value.ts';

/** Settings of {@link createClient}. */
export interface ClientOptions {
  /** What is particular about the API: its addresses, its credential, its words. */
  readonly profile: CallingProfile;
  /** Access token; a missing one is a {@link ConfigError} where the API asks for one. */
  readonly token?: string | undefined;
  /** One of the profile's regions; its default unless said otherwise. */
  readonly region?: string | undefined;
  /** Replaces the region's address: https, or http on loopback. */
  readonly baseUrl?: string | undefined;
  /** The version of the API, where a header names it: that of the profile unless said otherwise; null sends none. */
  readonly version?: string | null;
  /** Replaces the global `fetch`. */
  readonly fetch?: typeof fetch;
  /** Milliseconds until a call is given up; 30,000 unless said otherwise. */
  readonly timeout?: number;
  /** Bytes that an answer may have once decoded; 10 MiB unless said otherwise. */
  readonly maxBytes?: number;
  /** Tries idempotent calls again; none unless said otherwise. */
  readonly retry?: RetryOptions;
  /** The time in milliseconds that relative dates of searches count from; the system's clock unless said otherwise. */
  readonly now?: () => number;
  /** What is known of the account for a minute; one of the client's own unless given. */
  readonly memory?: Memory;
  /** False where arguments take ids alone, and answers show no names beside them; true unless said otherwise. */
  readonly names?: boolean;
}

/** Settings of one call. */
export interface CallOptions<Shape extends AnswerShape = AnswerShape, Dry extends boolean = boolean> {
  /** Gives the call up; the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Answers the request that would be sent, and sends nothing. */
  readonly dryRun?: Dry;
  /** Replaces the client's setting for this call; false tries once. */
  readonly retry?: RetryOptions | false;
  /** `model` answers what a language model needs, in few tokens, `complete` all of it for a program; `raw`, unless said otherwise, what the API answered. */
  readonly shape?: Shape;
  /** What to answer, by dotted names, of a tool that has no argument `fields`. */
  readonly fields?: readonly string[] | undefined;
  /** Whether the caller may see what a list tool answers, and so the names that stand there; all unless said otherwise. */
  readonly candidates?: (tool: string) => boolean;
  /** Is waited for when the arguments are found right, before the request goes out; what it throws ends the call, and nothing is sent. */
  readonly beforeSend?: () => Promise<void>;
  /** Is told what the API answered, before anything is done to it; not in a dry run. */
  readonly onAnswer?: (answer: unknown) => void;
}

/** Settings of {@link Client.paginate}. */
export interface PaginateOptions<Shape extends AnswerShape = AnswerShape>
  extends Omit<CallOptions<Shape>, 'dryRun'>,
    WalkOptions {}

/** Calls tools of one account of an API. */
export interface Client {
  /**
   * Validates the input, sends the request, and resolves to the tool's answer in the shape that the options say, or in a dry run
   * to the request that would be sent; rejects with a {@link ToolkitError}.
   */
  call<Input, Output, Complete, Shape extends AnswerShape = 'raw', Dry extends boolean = false>(
    tool: Tool<Input, Output, Complete>,
    input: NoInfer<Input>,
    options?: CallOptions<Shape, Dry>,
  ): Promise<Answered<Output, Complete, Shape, Dry>>;
  /** As `call`, for an input of unknown shape, with the status, request id and rate limit beside the answer; a dry run has status 0. */
  exchange<Output, Complete, Shape extends AnswerShape = 'raw', Dry extends boolean = false>(
    tool: Tool<unknown, Output, Complete>,
    input: unknown,
    options?: CallOptions<Shape, Dry>,
  ): Promise<Exchange<Answered<Output, Complete, Shape, Dry>>>;
  /** Walks through all pages of a list, item by item; a page is asked for when its first item is. */
  paginate<Input, Item, Complete, Shape extends AnswerShape = 'raw'>(
    tool: Tool<Input, Page<Item>, Complete>,
    input: NoInfer<Input>,
    options?: PaginateOptions<Shape>,
  ): AsyncGenerator<Answered<Item, ItemOf<Complete>, Shape>, void, undefined>;
}

/** Creates a client for one account of an API; throws {@link ConfigError} for a missing token or an unsafe address. */
export function createClient({
  profile,
  token,
  region,
  baseUrl,
  version = profile.connection.version?.value ?? null,
  fetch: send = fetch,
  timeout = 30_000,
  maxBytes = 10 * 1024 * 1024,
  retry: always,
  now = Date.now,
  memory = createMemory(),
  names: hasNames = true,
}: ClientOptions): Client {
  const { header } = profile.connection.version ?? {};
  const origin: Origin = {
    baseUrl: resolveBaseUrl({ region, baseUrl }, profile),
    token: resolveToken(token, profile),
    version: header === undefined || version === null ? null : { header, value: version },
  };

  const redactor = createRedactor(origin.token);
  const threads = threadsIn(memory);
  const naming = { profile: hasNames ? profile : {}, memory, now, read: readFor };

  /** Sends one request, and keeps what its answer says of the account's budget. */
  function ship(shipment: Shipment): Promise<Exchange<unknown>> {
    const options = { origin, profile, redactor, send, timeout, maxBytes };
    return keepingBudget(memory, now, () => transfer(options, shipment));
  }

  async function readFor(request: ToolRequest, name: string): Promise<unknown> {
    return (await ship({ tool: { name, method: 'GET', response: 'json', access: 'read' }, input: {}, request })).output;
  }
  const sealer = createSealer(`${profile.id} ${origin.token ?? ''}`);

  async function exchange(
    tool: Tool,
    input: unknown,
    {
      signal,
      dryRun = false,
      retry = always ?? false,
      shape = 'raw',
      fields,
      candidates,
      beforeSend,
      onAnswer,
    }: CallOptions = {},
  ): Promise<Exchange<never>> {
    const { pagination } = tool;
    const isRead = shape !== 'raw';
    const names = await openCallNames({
      ...naming,
      tool,
      candidates,
      signal,
      isShown: isRead,
      isComplete: shape === 'complete',
    });
    const at = now();
    const {
      input: repaired,
      hints,
      became,
      ...reading
    } = await names.resolve((known) => repairArguments(tool, input, { now: at, profile, names: known }));
    const valid = checkArguments(tool, repaired);
    const written = await writeTexts(tool, valid);
    const repairs = [...reading.repairs, ...written.repairs];
    const shaped = await openShape(tool, written.input, { shape, profile, sealer, fields });
    const { limit, next_cursor, ...rest } = shaped.input;
    const page =
      pagination &&
      (await openPage(ownerOf(tool.name, { raw: input, rest }, sealer), pagination, { limit, next_cursor }));
    const request = buildRequest(tool, page ? rest : shaped.input);
    const sent = page ? page.request(request) : request;
    const paging = next_cursor === undefined ? undefined : pagination?.style;
    const run = () => ship({ tool, input: rest, request: sent, paging, signal });
    if (!dryRun) await beforeSend?.();
    const thread = tool.parts === undefined ? undefined : JSON.stringify([tool.name, sent.path, sent.query]);
    const known = thread !== undefined && shaped.goesOn ? threads.get(thread) : undefined;
    if (tool.access === 'write' && !dryRun) threads.forget();
    const answered = dryRun
      ? { output: describe(tool, sent), status: 0 }
      : (known ??
        (await (retry ? withRetry(run, { tool, signal }, retry) : run()).catch((error: unknown) =>
          emptyList(error, { pagination, call: { tool: tool.name, arguments: rest }, profile }),
        )));
    if (!dryRun) onAnswer?.(answered.output);
    if (tool.access === 'write' && !dryRun) threads.forget();
    if (thread !== undefined && isRead && !dryRun && !known) threads.set(thread, answered);
    const read = dryRun ? undefined : await page?.read(answered);
    const whole = read ? read.page : answered.output;
    const plain = dryRun ? whole : await shaped.shape(whole, read?.resume);
    const labelled = dryRun || !isRead ? plain : await names.label(plain);
    const said = dryRun && isRead ? await names.say(valid) : [];
    // Once more: shaping takes HTML's escapes off.
    const output = isRead ? redactor.value(labelled) : labelled;
    const all = [...hints, ...('hints' in answered ? (answered.hints ?? []) : [])];
    const notes = { ...(repairs.length > 0 && { repairs }), ...(all.length > 0 && { hints: all }) };
    // What comes from outside is typed by the description, which the tool's own type stands for.
    return {
      ...answered,
      ...notes,
      ...(said.length > 0 && { names: said }),
      ...(dryRun && Object.keys(became).length > 0 && { became }),
      ...(read?.resume && { resume: read.resume }),
      output: output as never,
    };
  }

  function describe(tool: Sending, request: ToolRequest): DryRun {
    return describeRequest(requestUrl(origin, request), requestInit(origin, tool, request), request);
  }

  return {
    exchange,
    paginate: (tool: Tool, input: unknown, options?: PaginateOptions) =>
      paginate((page) => exchange(tool, page, options), { tool, input: isRecord(input) ? input : {} }, options),
    call: async (tool: Tool, input: unknown, options?: CallOptions) => (await exchange(tool, input, options)).output,
  };
}
