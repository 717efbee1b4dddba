import { z } from '@hono/zod-openapi';
import type { Context, ErrorHandler, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { InputError } from '../../runtime/value/errors.ts';
import type { GatewayContext } from '../context/gateway-context.ts';
import { Problem, problemBody, toProblem } from '../problem/problem.ts';

/** Bytes that a body may have: 64 KiB. */
const LARGEST_BODY = 64 * 1024;

/** Refuses larger bodies than the API needs. */
export function limitBody(): MiddlewareHandler {
  return bodyLimit({
    maxSize: LARGEST_BODY,
    onError: () => {
      throw TOO_LARGE;
    },
  });
}

const TOO_LARGE = new Problem(
  { status: 413, code: 'body_too_large' },
  `The body has more than ${LARGEST_BODY} bytes.`,
  'Send what the route takes alone.',
);

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
    // What Hono itself refuses.
    if (error instanceof HTTPException && error.status < 500)
      return answerProblem(
        context,
        new Problem(
          { status: error.status, code: 'invalid_request' },
          error.message,
          'Send a complete JSON body, as Content-Type: application/json.',
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
