import { originValidationResponse, validateHostHeader } from '@modelcontextprotocol/server';
import type { MiddlewareHandler } from 'hono';
import { Problem } from '../problem/problem.ts';

/** Answers requests to these host names alone, and of browsers those that a page of one of them sends: no web page reaches the gateway under a name of its own. */
export function guardHost(hosts: readonly string[] | 'any'): MiddlewareHandler {
  const names = hosts === 'any' ? undefined : [...hosts];
  return async (c, next) => {
    const request = c.req.raw;
    if (names !== undefined) {
      const verdict = validateHostHeader(request.headers.get('host') ?? new URL(request.url).host, names);
      if (!verdict.ok) throw forbidden(verdict.message);
      if (originValidationResponse(request, names) !== undefined)
        throw forbidden('Pages of this origin are not answered.');
    }
    await next();
  };
}

function forbidden(message: string): Problem {
  return new Problem({ status: 403, code: 'forbidden_host' }, message, 'Name it in --allow-host if it is meant.');
}
