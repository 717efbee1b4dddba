import type { MiddlewareHandler } from 'hono';

/** Reads the whole body before what follows: a guard behind it judges at the time at which the request is there. */
export function readBody(): MiddlewareHandler {
  return async (c, next) => {
    // Whoever needs a body that broke off meets the same failure, and says so.
    await c.req.arrayBuffer().catch(() => {});
    await next();
  };
}
