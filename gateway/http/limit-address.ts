import type { MiddlewareHandler } from 'hono';
import type { GatewayContext } from '../context/gateway-context.ts';
import { createSlidingCounter } from '../limits/sliding-counter.ts';
import { Problem } from '../problem/problem.ts';
import { callerAddress, UNKNOWN_ADDRESS } from './caller-address.ts';
import { networkOf } from './network-of.ts';

/** The span of the limit, in milliseconds. */
const MINUTE = 60_000;

/** Addresses that are asked by those who watch the gateway, and cost nothing. */
const FREE: ReadonlySet<string> = new Set(['/healthz', '/readyz']);

/** Answers so many requests of each caller's network in any minute, as a guard against floods; those of unknown callers are not counted. */
export function limitAddress({
  addressLimit: limit,
  uptime,
  metrics,
  refusals,
}: Pick<GatewayContext, 'addressLimit' | 'uptime' | 'metrics' | 'refusals'>): MiddlewareHandler {
  const counter = createSlidingCounter({ limit, span: MINUTE, uptime });
  return async (c, next) => {
    const address = callerAddress(c);
    const wait = address === UNKNOWN_ADDRESS || FREE.has(c.req.path) ? 0 : counter.spend(networkOf(address));
    if (wait === 0) return next();
    const seconds = Math.ceil(wait / 1000);
    metrics.refusals.inc({ reason: 'address_limited' });
    refusals.note({ actor: 'anyone', address, status: 'address_limited' });
    throw new Problem(
      { status: 429, code: 'address_limited', retryAfter: seconds },
      `This gateway answers ${limit} requests of one network address in 60 seconds.`,
      `Wait ${seconds} seconds. Behind a proxy its operator has to name that with --trusted-proxy.`,
    );
  };
}
