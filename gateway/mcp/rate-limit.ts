import { type RateLimit, rateLimitFields } from '../../runtime/http/rate-limit.ts';
import type { GatewayContext } from '../context/gateway-context.ts';
import type { ActiveServer } from './find-server.ts';
import type { Refusal } from './refusal.ts';

/** Counts one request that goes to an account; answers why it must be refused, if it must. Each process counts for itself. */
export function spendAccountLimit(
  { accountCalls, accountLimit: limit }: Pick<GatewayContext, 'accountCalls' | 'accountLimit'>,
  accountId: string,
): Refusal | undefined {
  const wait = accountCalls.spend(accountId);
  if (wait === 0) return undefined;
  return rateRefusal(`All MCP servers of this account together answer ${limit} requests in 60 seconds.`, {
    limit,
    wait,
  });
}

/** Counts one request of a server that has a limit; answers why it must be refused, if it must. All processes count together. */
export async function spendRateLimit(
  { store, now }: Pick<GatewayContext, 'store' | 'now'>,
  { row, config }: ActiveServer,
): Promise<Refusal | undefined> {
  const limit = config.rate_limit;
  if (limit === undefined) return undefined;
  const { requests, seconds } = limit;
  const wait = await store.rateSlots.spend(row.id, { limit: requests, span: seconds * 1000 }, now());
  if (wait === 0) return undefined;
  return rateRefusal(`This MCP server answers ${requests} requests in ${seconds} seconds.`, { limit: requests, wait });
}

/** The refusal of a request over a limit; `wait` in milliseconds. */
function rateRefusal(message: string, { limit, wait }: { limit: number; wait: number }): Refusal {
  const seconds = Math.max(1, Math.ceil(wait / 1000));
  return {
    status: 429,
    code: 'rate_limited',
    message,
    help: `Wait ${seconds} seconds.`,
    headers: {
      'Retry-After': String(seconds),
      ...rateLimitHeaders({ limit, remaining: 0, reset: seconds }),
    },
  };
}

/** What is left of a budget as HTTP headers. */
export function rateLimitHeaders(rateLimit: RateLimit | undefined): Record<string, string> {
  return Object.fromEntries(Object.entries(rateLimitFields(rateLimit)).map(([name, value]) => [name, String(value)]));
}
