import { type RateLimit, rateLimitFields } from '../../runtime/http/rate-limit.ts';
import type { GatewayContext } from '../context/gateway-context.ts';
import type { ActiveServer } from './find-server.ts';
import type { Refusal } from './refusal.ts';

/** Counts one request of a server that has a limit; answers why it must be refused, if it must. All processes count together. */
export async function spendRateLimit(
  { store, now }: Pick<GatewayContext, 'store' | 'now'>,
  { row, config }: ActiveServer,
): Promise<Refusal | undefined> {
  const limit = config.rate_limit;
  if (limit === undefined) return undefined;
  const window = limit.seconds * 1000;
  const time = now();
  const startedAt = time - (time % window);
  const spent = await store.rateWindows.spend(row.id, startedAt);
  if (spent <= limit.requests) return undefined;
  const wait = Math.max(1, Math.ceil((startedAt + window - time) / 1000));
  return {
    status: 429,
    code: 'rate_limited',
    message: `This MCP server answers ${limit.requests} requests in ${limit.seconds} seconds.`,
    help: `Wait ${wait} seconds.`,
    headers: {
      'Retry-After': String(wait),
      ...rateLimitHeaders({ limit: limit.requests, remaining: 0, reset: wait }),
    },
  };
}

/** What is left of a budget as HTTP headers. */
export function rateLimitHeaders(rateLimit: RateLimit | undefined): Record<string, string> {
  return Object.fromEntries(Object.entries(rateLimitFields(rateLimit)).map(([name, value]) => [name, String(value)]));
}
