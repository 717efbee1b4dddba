import type { Context, MiddlewareHandler } from 'hono';
import type { GatewayContext } from '../context/gateway-context.ts';
import { Problem } from '../problem/problem.ts';

/**
 * Whether this comes from a page of the gateway itself, as far as a browser says: a page of another port or a sibling name is of
 * the same site, so cookies go with what it sends. Reading may be begun in the address bar as well. Programs that are no
 * browser say nothing, and have no cookie that somebody else could use.
 */
export function isFromOwnPage(c: Context, { publicUrl }: Pick<GatewayContext, 'publicUrl'>): boolean {
  const site = c.req.header('sec-fetch-site') ?? 'same-origin';
  if (site !== 'same-origin' && !(site === 'none' && isRead(c))) return false;
  const origin = c.req.header('origin');
  if (origin === undefined) return true;
  const { origin: own, protocol } = new URL(publicUrl);
  const host = c.req.header('host') ?? new URL(c.req.url).host;
  // By another of its names, which were judged before.
  return origin === own || origin === `${protocol}//${host}`;
}

/** Whether a request changes nothing, by its method. */
export function isRead({ req: { method } }: Context): boolean {
  return method === 'GET' || method === 'HEAD';
}

/** Lets those through that {@link isFromOwnPage} does. */
export function requireOwnPage(context: Pick<GatewayContext, 'publicUrl'>): MiddlewareHandler {
  return (c, next) => {
    if (!isFromOwnPage(c, context)) throw OTHER_PAGE;
    return next();
  };
}

/** The refusal of what another page sent. */
export const OTHER_PAGE = new Problem(
  { status: 403, code: 'csrf' },
  'This was sent by a page of another origin.',
  'Use the dashboard at the public URL of the gateway; programs send an admin key as Authorization: Bearer.',
);
