import { OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context, ErrorHandler, MiddlewareHandler } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { InputError } from '../../runtime/errors.ts';
import type { GatewayContext } from '../context.ts';
import { Problem, problemBody, toProblem } from '../problem.ts';

/** An app whose routes are a part of the gateway's OpenAPI document; a request that does not fit its route is answered with 400. */
export function createApiApp(): OpenAPIHono {
  const app = new OpenAPIHono({
    defaultHook: (result) => {
      if (result.success) return;
      const problems = result.error.issues.map(({ path, message, ...issue }) => ({
        argument: path.join('.'),
        message: issue.code === 'unrecognized_keys' ? `${quoted(issue.keys)} is unknown` : message,
      }));
      throw toProblem(new InputError(problems, 'GET /openapi.json describes what is allowed.'));
    },
  });
  return app;
}

const quoted = (keys: readonly string[]): string => keys.map((key) => JSON.stringify(key)).join(', ');

/** Lets those through who have the operator's key, as `Authorization: Bearer`. */
export function requireAdmin({ adminKey }: Pick<GatewayContext, 'adminKey'>): MiddlewareHandler {
  return async (context, next) => {
    const given = bearerOf(context.req.raw.headers);
    if (given === undefined || !adminKey.matches(given))
      throw new Problem(
        { status: 401, code: 'unauthorized' },
        given === undefined ? 'No admin key was sent.' : 'This is not the admin key.',
        'Send the admin key as Authorization: Bearer.',
      );
    await next();
  };
}

/** The token of `Authorization: Bearer`; undefined where there is none. */
export function bearerOf(headers: Headers): string | undefined {
  return /^Bearer ([!-~]+)$/i.exec(headers.get('authorization') ?? '')?.[1];
}

/** Answers what was thrown: faults of the caller with what to do, everything else with 500 and no detail. */
export function onError({ logger }: Pick<GatewayContext, 'logger'>): ErrorHandler {
  return (error, context) => {
    if (error instanceof Problem) return answerProblem(context, error);
    if (error instanceof InputError) return answerProblem(context, toProblem(error));
    if (isHttpException(error))
      return answerProblem(
        context,
        new Problem(
          { status: error.status, code: 'invalid_request' },
          error.message,
          'Send a JSON body that is complete.',
        ),
      );
    logger.error({ err: error, method: context.req.method }, 'a request failed');
    return answerProblem(
      context,
      new Problem(
        { status: 500, code: 'internal' },
        'The gateway failed.',
        'Try again; the log of the gateway says more.',
      ),
    );
  };
}

/** What Hono itself throws, such as for a body that is no JSON. */
function isHttpException(error: Error): error is Error & { status: number } {
  return 'status' in error && typeof error.status === 'number' && error.status >= 400 && error.status < 500;
}

function answerProblem(context: Context, problem: Problem): Response {
  if (problem.status === 401) context.header('WWW-Authenticate', 'Bearer realm="intercom-mcp-gateway"');
  // A problem's status is one of HTTP's with a body.
  return context.json(problemBody(problem), problem.status as ContentfulStatusCode);
}

/** The schema of an error answer, for the OpenAPI document. */
export const problemSchema = z
  .object({
    error: z.object({ code: z.string(), message: z.string(), field: z.string().optional(), help: z.string() }),
  })
  .openapi('Error');
