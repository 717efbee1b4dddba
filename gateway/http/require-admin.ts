import type { Context, MiddlewareHandler } from 'hono';
import type { GatewayContext } from '../context/gateway-context.ts';
import { Problem } from '../problem/problem.ts';
import type { AdminIdentity } from '../secrets/admin-keys.ts';
import { byAdmin, setAdmin } from './admin-of.ts';
import { createAttemptLimit, retryAfter } from './attempt-limit.ts';
import { bearerOf } from './bearer-of.ts';
import { callerAddress, UNKNOWN_ADDRESS } from './caller-address.ts';
import { denialOf } from './permissions.ts';
import { enter } from './require-session.ts';
import { sessionTokenOf } from './session-cookie.ts';

/**
 * Lets those through who have an admin key, as `Authorization: Bearer`, or else a session, whose role may ask this. Others leave
 * a line in the audit log.
 */
export function requireAdmin(context: GatewayContext): MiddlewareHandler {
  const { adminKeys, refusals, uptime } = context;
  const wrongKeys = createAttemptLimit({ attempts: 20, span: 60_000, now: uptime });

  async function byKey(c: Context, key: string): Promise<AdminIdentity> {
    const admin = await adminKeys.identify(key);
    if (admin !== undefined) return admin;
    const address = callerAddress(c);
    refusals.note({ actor: 'anyone', address, status: 'wrong_admin_key' });
    // A right key is taken whatever was sent before it: nobody can lock out those who share an address with him.
    const wait = address === UNKNOWN_ADDRESS ? 0 : wrongKeys.take({ address });
    if (wait > 0) {
      c.header('Retry-After', retryAfter(wait));
      throw TOO_MANY_WRONG;
    }
    throw unauthorized('This is no admin key, or it has ended.');
  }

  async function byCookie(c: Context): Promise<AdminIdentity> {
    const token = sessionTokenOf(context, c);
    if (token === undefined) throw unauthorized('No admin key was sent.');
    return (await enter(context, c, token)).admin;
  }

  return async (c, next) => {
    const key = bearerOf(c.req.raw.headers);
    const admin = key === undefined ? await byCookie(c) : await byKey(c, key);
    setAdmin(c, admin);
    const denial = denialOf(admin, c.req);
    if (denial !== undefined) {
      refusals.note({ ...byAdmin(c), status: 'forbidden_role' });
      throw new Problem({ status: 403, code: 'forbidden_role' }, denial, 'Ask with a key of another role.');
    }
    await next();
  };
}

const TOO_MANY_WRONG = new Problem(
  { status: 429, code: 'too_many_wrong_keys' },
  'Too many wrong admin keys came from this address.',
  'Wait as long as Retry-After says, or send a right key, which is taken at once.',
);

function unauthorized(message: string): Problem {
  return new Problem({ status: 401, code: 'unauthorized' }, message, 'Send an admin key as Authorization: Bearer.');
}
