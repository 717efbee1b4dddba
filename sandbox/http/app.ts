import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { conform } from '../contract/conform.ts';
import {
  answerSchema,
  apiVersion,
  isJson,
  type Operation,
  operations,
  resolve,
  schemas,
  successOf,
} from '../contract/contract.ts';
import { violationOf } from '../contract/validate.ts';
import { Fault } from '../fault.ts';
import { createRandom } from '../store/random.ts';
import type { Workspace } from '../store/workspace.ts';
import type { Budget } from './budget.ts';
import { Answer, type Handler, type Routes } from './call.ts';
import { readBody, readQuery } from './read-request.ts';
import { refuse } from './refusal.ts';
import { delay, failureOf, type TroubleOptions } from './trouble.ts';

/** What the HTTP side of the sandbox is made from. */
export interface AppOptions extends TroubleOptions {
  readonly routes: Routes;
  /** The workspace as it is now; a reset puts another in its place. */
  readonly workspace: () => Workspace;
  readonly budget: Budget;
  /** The one token that is accepted; any, unless said otherwise. */
  readonly token?: string | undefined;
  /** Answers that do not fit the contract become errors, so that tests see them. */
  readonly strict?: boolean | undefined;
  /** The time in milliseconds. */
  readonly now: () => number;
}

/** Every operation of the contract over the Fetch API. Throws where an operation has no handler or a handler no operation. */
export function createApp(options: AppOptions): Hono {
  const { routes } = options;
  const foreign = Object.keys(routes).filter((key) => !operations.has(key));
  const missing = [...operations.keys()].filter((key) => routes[key] === undefined);
  if (foreign.length + missing.length > 0)
    throw new Error(`no such operation: ${foreign.join(', ')}; nobody answers: ${missing.join(', ')}`);
  const app = new Hono();
  const random = createRandom(options.workspace().seed);
  // A path with a parameter would take a fixed one's requests if it stood first.
  const sorted = [...operations.values()].sort((a, b) => a.path.split('{').length - b.path.split('{').length);
  for (const operation of sorted) {
    const handler = routes[operation.key];
    if (handler === undefined) continue;
    app.on(operation.method, operation.path.replace(/\{(\w+)\}/g, ':$1'), async (context) => {
      const requestId = randomUUID();
      const answer = await respond(
        { ...options, random, operation, handler, requestId },
        context.req.raw,
        context.req.param(),
      );
      answer.headers.set('X-Request-Id', requestId);
      answer.headers.set('Intercom-Version', context.req.header('Intercom-Version') ?? apiVersion);
      return answer;
    });
  }
  app.onError((error) =>
    refuse(new Fault(500, `The sandbox itself failed: ${error.message}`, { code: 'sandbox_error' }), randomUUID()),
  );
  app.notFound((context) =>
    refuse(
      new Fault(404, `No such address: ${context.req.method} ${context.req.path}`, { code: 'not_found' }),
      randomUUID(),
    ),
  );
  return app;
}

interface Answering extends AppOptions {
  readonly operation: Operation;
  readonly handler: Handler;
  readonly requestId: string;
  readonly random: ReturnType<typeof createRandom>;
}

async function respond(answering: Answering, request: Request, params: Record<string, string>): Promise<Response> {
  const { operation, requestId, random, budget, now } = answering;
  let limits: Readonly<Record<string, string>> = {};
  try {
    await delay(answering, random);
    const token = authorize(request, answering.token);
    const spent = budget.spend(token, now());
    limits = spent.headers;
    if (spent.isOver)
      throw new Fault(429, `Exceeded rate limit of ${limits['X-RateLimit-Limit']} in 10_seconds`, {
        code: 'rate_limit_exceeded',
      });
    const failure = failureOf(answering, random);
    if (failure instanceof Fault) throw failure;
    return withHeaders(failure ?? (await run(answering, request, params)), limits);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return withHeaders(refuse(error, requestId, operation), limits);
  }
}

function withHeaders(response: Response, headers: Readonly<Record<string, string>>): Response {
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

/** The token of a request; what is refused spends no budget and learns of none. */
function authorize(request: Request, expected: string | undefined): string {
  const token = /^Bearer (\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  if (token === undefined || (expected !== undefined && token !== expected))
    throw new Fault(401, 'Access Token Invalid', { code: 'unauthorized' });
  const version = request.headers.get('intercom-version');
  if (version !== null && !VERSIONS.includes(version))
    throw new Fault(400, `Intercom-Version ${version} does not exist here`, { code: 'intercom_version_invalid' });
  return token;
}

const VERSIONS = ((): readonly unknown[] => {
  const { enum: known } = resolve(schemas.intercom_version);
  return Array.isArray(known) ? known : [apiVersion];
})();

async function run(answering: Answering, request: Request, params: Record<string, string>): Promise<Response> {
  const { operation, handler, workspace, now } = answering;
  const url = new URL(request.url);
  const query = readQuery(operation, url.searchParams);
  const body = await readBody(operation, request);
  const call = {
    operation,
    params,
    query,
    body,
    workspace: workspace(),
    now: Math.floor(now() / 1000),
    origin: url.origin,
  };
  const result = await handler(call);
  return send(answering, result instanceof Answer ? result : new Answer(result));
}

function send({ operation, strict = false }: Answering, answer: Answer): Response {
  const { status = successOf(operation), headers, body } = answer;
  if (body === undefined || typeof body === 'string' || body instanceof Uint8Array)
    return new Response(body as BodyInit | undefined, { status, headers });
  const schema = answerSchema(operation, status);
  const fitted = schema === undefined ? body : conform(schema, body);
  // The description has summaries in the place of events, and no address of the next page; Intercom answers both.
  if (operation.pagination?.style === 'url' && isJson(fitted) && isJson(body))
    Object.assign(fitted, { pages: body.pages, events: body.events });
  const violation = strict && schema !== undefined ? violationOf(schema, fitted) : undefined;
  if (violation && violation.at !== 'pages.next')
    throw new Error(`${operation.key} answers what the contract does not allow: ${violation.message}`);
  return Response.json(fitted, { status, headers });
}
