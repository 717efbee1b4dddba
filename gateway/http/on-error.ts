import type { Context, ErrorHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { InputError } from '../../runtime/value/errors.ts';
import type { GatewayContext } from '../context/gateway-context.ts';
import { Problem, problemBody, toProblem } from '../problem/problem.ts';
import { StoreUnavailable } from '../store/contract/store-unavailable.ts';

/** Answers what was thrown: faults of the caller with what to do, a store that is away with 503, everything else with 500 and no detail. */
export function onError({ logger }: Pick<GatewayContext, 'logger'>): ErrorHandler {
  return (error, c) => {
    if (error instanceof Problem) return answerProblem(c, error);
    if (error instanceof InputError) return answerProblem(c, toProblem(error));
    if (error instanceof StoreUnavailable) {
      // Whoever listens to the store has logged it.
      const { code, message, help, retryAfter } = error;
      return answerProblem(c, new Problem({ status: 503, code, retryAfter }, message, help));
    }
    // What Hono itself refuses.
    if (error instanceof HTTPException && error.status < 500)
      return answerProblem(
        c,
        new Problem(
          { status: error.status, code: 'invalid_request' },
          error.message,
          'Send a complete JSON body, as Content-Type: application/json.',
        ),
      );
    logger.error({ err: error, method: c.req.method }, 'a request failed');
    return answerProblem(
      c,
      new Problem(
        { status: 500, code: 'internal' },
        'The gateway failed.',
        'Try again; the log of the gateway says more.',
      ),
    );
  };
}

function answerProblem(c: Context, problem: Problem): Response {
  if (problem.status === 401) c.header('WWW-Authenticate', 'Bearer realm="intercom-mcp-gateway"');
  if (problem.retryAfter !== undefined) c.header('Retry-After', String(problem.retryAfter));
  // A problem's status is one of HTTP's with a body.
  return c.json(problemBody(problem), problem.status as ContentfulStatusCode);
}
