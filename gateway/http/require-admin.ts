import type { MiddlewareHandler } from 'hono';
import type { GatewayContext } from '../context/gateway-context.ts';
import { Problem } from '../problem/problem.ts';
import { byAdmin, setAdmin } from './admin-of.ts';
import { bearerOf } from './bearer-of.ts';
import { callerAddress } from './caller-address.ts';
import { denialOf } from './permissions.ts';

/** Lets those through who have an admin key, as `Authorization: Bearer`, whose role may ask this. Others leave a line in the audit log. */
export function requireAdmin({ adminKeys, refusals }: GatewayContext): MiddlewareHandler {
  return async (c, next) => {
    const key = bearerOf(c.req.raw.headers);
    if (key === undefined) throw unauthorized('No admin key was sent.');
    const admin = await adminKeys.identify(key);
    if (admin === undefined) {
      refusals.note({ actor: 'anyone', actor_name: null, address: callerAddress(c), status: 'wrong_admin_key' });
      throw unauthorized('This is no admin key, or it has ended.');
    }
    setAdmin(c, admin);
    const denial = denialOf(admin, c.req);
    if (denial !== undefined) {
      refusals.note({ ...byAdmin(c), status: 'forbidden_role' });
      throw new Problem({ status: 403, code: 'forbidden_role' }, denial, 'Ask with a key of another role.');
    }
    await next();
  };
}

function unauthorized(message: string): Problem {
  return new Problem({ status: 401, code: 'unauthorized' }, message, 'Send an admin key as Authorization: Bearer.');
}
