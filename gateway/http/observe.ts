import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { GatewayContext } from '../context/gateway-context.ts';
import { isStream } from './is-stream.ts';

/** Counts and logs each request by the pattern of its route: an address may hold a token, and is never written down. */
export function observe({ metrics, logger }: Pick<GatewayContext, 'metrics' | 'logger'>): MiddlewareHandler {
  return async (c, next) => {
    const started = performance.now();
    metrics.inFlight.inc();
    try {
      await next();
    } finally {
      metrics.inFlight.dec();
      const { method } = c.req;
      const { status } = c.res;
      const route = routePath(c, -1);
      metrics.requests.inc({ route, method, status });
      logger.debug({ route, method, status, ms: Math.round(performance.now() - started) }, 'request');
    }
  };
}

/** How an answer says that it may be kept by the browser of who asked, which asks each time whether it is still so. */
export const REVALIDATED = 'private, no-cache';

/** Headers of every answer: nothing of it is kept but where it is {@link REVALIDATED}, and no address is sent to another site; a page sets a policy of its own. */
export function securityHeaders(): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const { headers } = c.res;
    // A proxy that transforms a stream of events holds it back.
    if (headers.get('Cache-Control') !== REVALIDATED)
      headers.set('Cache-Control', isStream(c.res) ? 'no-store, no-transform' : 'no-store');
    if (!headers.has('Referrer-Policy')) headers.set('Referrer-Policy', 'no-referrer');
    headers.set('X-Content-Type-Options', 'nosniff');
  };
}
