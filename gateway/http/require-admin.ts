import type { MiddlewareHandler } from 'hono';
import type { GatewayContext } from '../context/gateway-context.ts';
import { Problem } from '../problem/problem.ts';
import { bearerOf } from './bearer-of.ts';

/** Lets those through who have the operator's key, as `Authorization: Bearer`. */
export function requireAdmin({ adminKey }: Pick<GatewayContext, 'adminKey'>): MiddlewareHandler {
  return async (c, next) => {
    const key = bearerOf(c.req.raw.headers);
    if (key === undefined || !(await adminKey.matches(key)))
      throw new Problem(
        { status: 401, code: 'unauthorized' },
        key === undefined ? 'No admin key was sent.' : 'This is not the admin key.',
        'Send the admin key as Authorization: Bearer.',
      );
    await next();
  };
}
