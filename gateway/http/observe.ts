import type { Context, MiddlewareHandler } from 'hono';
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

/** Lets what this request is answered be kept, as this `Cache-Control` says. */
export function keepFor(c: Context, cacheControl: string): void {
  c.set('cacheControl', cacheControl);
}

/**
 * Headers of every answer: nothing of it is kept unless {@link keepFor} said so, no address is sent to another site, and no page of
 * another origin takes it for a script or a picture; a page sets a policy of its own.
 */
export function securityHeaders(): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const { headers } = c.res;
    // A proxy that transforms a stream of events holds it back.
    headers.set('Cache-Control', isStream(c.res) ? 'no-store, no-transform' : (c.get('cacheControl') ?? 'no-store'));
    if (!headers.has('Referrer-Policy')) headers.set('Referrer-Policy', 'no-referrer');
    headers.set('X-Content-Type-Options', 'nosniff');
    headers.set('Cross-Origin-Resource-Policy', 'same-origin');
  };
}
