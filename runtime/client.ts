import { openAuth } from './auth/open-auth.ts';
import { withCredentials } from './auth/with-credentials.ts';
import type { ClientOptions } from './client-options.ts';
import { keepingBudget } from './http/budget.ts';
import { type DryRun, describeRequest } from './http/dry-run.ts';
import { emptyList } from './http/nothing-found.ts';
import { createRedactor } from './http/redact.ts';
import { requestInit, requestUrl, type Sending } from './http/request.ts';
import type { Exchange } from './http/response.ts';
import { type RetryOptions, withRetry } from './http/retry.ts';
import { sendByFetch } from './http/send.ts';
import { openServers } from './http/servers.ts';
import { type Shipment, transfer } from './http/transfer.ts';
import { buildRequest } from './input/build-request.ts';
import { checkArguments } from './input/check-arguments.ts';
import { repairArguments } from './input/repair-arguments.ts';
import { openCallNames } from './names/call-names.ts';
import { openPage, ownerOf } from './paging/open-page.ts';
import { paginate, type WalkOptions } from './paging/paginate.ts';
import { threadsIn } from './paging/thread-memory.ts';
import type { CallingProfile } from './profile/calling-profile.ts';
import { unnamedProfile } from './profile/unnamed.ts';
import type { Answered, ItemOf } from './shape/answered.ts';
import { type AnswerShape, openShape } from './shape/open-shape.ts';
import { writeTexts } from './text/write-texts.ts';
import type { Page, Tool, ToolRequest } from './tool/tool.ts';
import { createMemory } from './value/memory.ts';
import { createSealer } from './value/sealer.ts';
import { isRecord } from './value/value.ts';

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

/** Creates a client for one account of an API; throws {@link ConfigError} for missing credentials or an unsafe address. */
export function createClient<const Profile extends CallingProfile = CallingProfile>(
  options: ClientOptions<Profile>,
): Client;
export function createClient({
  profile = unnamedProfile,
  auth,
  token,
  region,
  baseUrl,
  variables,
  servers: replaced,
  allowHttp,
  version: asked,
  fetch: send = fetch,
  send: sendCall = sendByFetch(send),
  timeout = 30_000,
  maxBytes = 10 * 1024 * 1024,
  retry: always,
  now = Date.now,
  memory = createMemory(),
  names: hasNames = true,
}: ClientOptions): Client {
  const known = profile.connection.version;
  const version = known === undefined || asked === null ? null : { header: known.header, value: asked ?? known.value };
  const servers = openServers({ region, baseUrl, variables, allowHttp, servers: replaced }, profile);
  const authenticator = openAuth(
    profile,
    { auth, token },
    { send, timeout, now, tokenUrl: servers.tokenUrl, onToken: (fetched) => redactor.learn(fetched) },
  );
  const redactor = createRedactor(authenticator.secrets);
  const threads = threadsIn(memory);
  const naming = { profile: hasNames ? profile : {}, memory, now, read: readFor };

  /** Sends one request with its credentials, and keeps what its answer says of the account's budget. */
  function ship(shipment: Shipment): Promise<Exchange<unknown>> {
    const options = { profile, redactor, send: sendCall, timeout, maxBytes };
    const baseUrl = servers.of(shipment.tool);
    return keepingBudget(memory, now, () =>
      withCredentials(authenticator, shipment, (credentials) =>
        transfer({ ...options, origin: { baseUrl, credentials, version } }, shipment),
      ),
    );
  }

  async function readFor(request: ToolRequest, name: string): Promise<unknown> {
    return (await ship({ tool: { name, method: 'GET', response: 'json', access: 'read' }, input: {}, request })).output;
  }
  const sealer = createSealer(`${profile.id} ${authenticator.secrets.join(' ')}`);

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
    const thread =
      tool.parts === undefined ? undefined : JSON.stringify([tool.name, sent.path, sent.query, sent.querystring]);
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

  /** Without credentials: what they are is nothing that a preview shows. */
  function describe(tool: Sending & Pick<Tool, 'name' | 'server'>, request: ToolRequest): DryRun {
    const origin = { baseUrl: servers.of(tool), credentials: [], version };
    return describeRequest(requestUrl(origin, request), requestInit(origin, tool, request), request);
  }

  return {
    exchange,
    paginate: (tool: Tool, input: unknown, options?: PaginateOptions) =>
      paginate((page) => exchange(tool, page, options), { tool, input: isRecord(input) ? input : {} }, options),
    call: async (tool: Tool, input: unknown, options?: CallOptions) => (await exchange(tool, input, options)).output,
  };
}
