import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { conform } from '../contract/conform.ts';
import {
  answerSchema,
  apiVersion,
  isRecord,
  type Operation,
  operations,
  resolve,
  schemas,
  successOf,
} from '../contract/contract.ts';
import { violationOf } from '../contract/validate.ts';
import type { Grants } from '../oauth/grants.ts';
import { createRandom, type Random } from '../store/random.ts';
import type { Workspace } from '../store/workspace.ts';
import type { Budget } from './budget.ts';
import { Answer, type Handler, type Routes } from './call.ts';
import { Fault } from './fault.ts';
import { readBody, readQuery } from './read-request.ts';
import { refuse } from './refuse.ts';
import { delay, failureOf, type TroubleOptions } from './trouble.ts';

/** What the HTTP side of the sandbox is made from. */
export interface AppOptions extends TroubleOptions {
  readonly routes: Routes;
  /** The workspace as it is now; a reset puts another in its place. */
  readonly workspace: () => Workspace;
  readonly budget: Budget;
  /** The one token that is accepted beside those that OAuth gave out; any, unless said otherwise. */
  readonly token?: string | undefined;
  readonly grants: Grants;
  /** Answers that do not fit the contract become errors, so that tests see them. */
  readonly strict?: boolean | undefined;
  /** The time in milliseconds. */
  readonly now: () => number;
}

/** Every operation of the contract over the Fetch API; one that no handler answers, as a new one at first, is a fault of its own. */
export function createApp(options: AppOptions): Hono {
  const { routes } = options;
  const app = new Hono();
  const random = createRandom(options.workspace().seed);
  // A path with a parameter would take a fixed one's requests if it stood first.
  const sorted = [...operations.values()].sort((a, b) => a.path.split('{').length - b.path.split('{').length);
  for (const operation of sorted) {
    const handler = routes[operation.key] ?? notPlayed(operation);
    const answering = { ...options, random, operation, handler };
    app.on(operation.method, operation.path.replace(/\{(\w+)\}/g, ':$1'), ({ req }) =>
      respond(answering, req.raw, () => run(answering, req.raw, req.param())),
    );
  }
  const target = { ...options, random };
  app.notFound((c) =>
    respond(target, c.req.raw, () => {
      throw new Fault(404, `No such address: ${c.req.method} ${c.req.path}`, { code: 'not_found' });
    }),
  );
  return app;
}

function notPlayed({ key }: Operation): Handler {
  return () => {
    throw new Fault(501, `The sample workspace does not play ${key} yet.`, { code: 'not_implemented' });
  };
}

interface Target extends AppOptions {
  readonly random: Random;
  /** None where the address is not one of the API. */
  readonly operation?: Operation;
}

/** Answers whoever may ask and has requests left, and puts the headers on that every answer has. */
async function respond(target: Target, request: Request, answer: () => Promise<Response>): Promise<Response> {
  const { operation, random, budget, now } = target;
  const requestId = randomUUID();
  const version = request.headers.get('intercom-version') ?? apiVersion;
  let limits: Readonly<Record<string, string>> = {};
  const finish = (response: Response): Response =>
    withHeaders(response, { ...limits, 'X-Request-Id': requestId, 'Intercom-Version': version });
  try {
    await delay(target, random);
    const spent = budget.spend(authorize(request, target), now());
    limits = spent.headers;
    if (spent.isOver)
      throw new Fault(429, `Exceeded rate limit of ${limits['X-RateLimit-Limit']} in 10_seconds`, {
        code: 'rate_limit_exceeded',
      });
    if (!VERSIONS.includes(version))
      throw new Fault(400, `Intercom-Version ${version} does not exist here`, { code: 'intercom_version_invalid' });
    const failure = failureOf(target, random);
    if (failure instanceof Fault) throw failure;
    return finish(failure ?? (await answer()));
  } catch (error) {
    return finish(refuse(error instanceof Fault ? error : broken(error), requestId, operation));
  }
}

function broken(error: unknown): Fault {
  return new Fault(500, `The sandbox itself failed: ${error instanceof Error ? error.message : String(error)}`, {
    code: 'sandbox_error',
  });
}

function withHeaders(response: Response, headers: Readonly<Record<string, string>>): Response {
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

/** The token of a request; what is refused spends no budget and learns of none. */
function authorize(request: Request, { token: expected, grants }: AppOptions): string {
  const token = /^Bearer (\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  if (token !== undefined && grants.isRevoked(token))
    throw new Fault(401, 'The access token was revoked', { code: 'token_revoked' });
  if (token === undefined || (expected !== undefined && token !== expected && !grants.isGranted(token)))
    throw new Fault(401, 'Access Token Invalid', { code: 'unauthorized' });
  return token;
}

const VERSIONS = ((): readonly unknown[] => {
  const { enum: known } = resolve(schemas.intercom_version);
  return Array.isArray(known) ? known : [apiVersion];
})();

interface Answering extends AppOptions {
  readonly operation: Operation;
  readonly handler: Handler;
}

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
  if (operation.pagination?.style === 'url' && isRecord(fitted) && isRecord(body))
    Object.assign(fitted, { pages: body.pages, events: body.events });
  const violation = strict && schema !== undefined ? violationOf(schema, fitted) : undefined;
  if (violation && violation.at !== 'pages.next')
    throw new Error(`${operation.key} answers what the contract does not allow: ${violation.message}`);
  return Response.json(fitted, { status, headers });
}
