import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { findAccount } from '../accounts/find-account.ts';
import type { GatewayContext } from '../context/gateway-context.ts';
import { Problem } from '../problem/problem.ts';
import { ADMIN_ONLY, json, refusals } from './openapi/answers.ts';
import { accountParams } from './openapi/fields.ts';

const DAY = 24 * 3_600_000;

/** Days of an answer unless said otherwise, and at most. */
const DAYS = { usual: 30, most: 366 };

const usageQuery = z.strictObject({
  from: z.iso.date().optional().openapi({ description: 'First day (UTC); 29 days before `to` unless given.' }),
  to: z.iso.date().optional().openapi({ description: 'Last day (UTC), included; today unless given.' }),
});

const usage = z
  .object({
    from: z.iso.date(),
    to: z.iso.date(),
    result: z.array(
      z
        .object({
          day: z.iso.date(),
          mcp_id: z.string(),
          tool: z.string(),
          status: z.string(),
          calls: z.int(),
          latency_ms: z.int().openapi({ description: 'Of all these calls together.' }),
        })
        .openapi('UsageRow'),
    ),
  })
  .openapi('Usage');

const read = createRoute({
  tags: ['Audit and usage'],
  security: ADMIN_ONLY,
  method: 'get',
  path: '/integrated-account/{id}/usage',
  summary: 'Count the calls of a workspace',
  description: `By day, server, tool and status; of the last ${DAYS.usual} days unless said otherwise.`,
  request: { params: accountParams, query: usageQuery },
  responses: { 200: json(usage, 'The counters.'), ...refusals(400, 401, 404) },
});

/** Adds the route of the counters. */
export function addUsageRoutes(app: OpenAPIHono, context: GatewayContext): void {
  app.openapi(read, async (c) => {
    const { id } = await findAccount(context, c.req.valid('param').id);
    const range = readRange(c.req.valid('query'), context.now());
    const rows = await context.store.audit.usage(id, range);
    const result = rows.map(({ account_id, server_id, ...counted }) => ({ ...counted, mcp_id: server_id }));
    return c.json({ ...range, result }, 200);
  });
}

function readRange({ from, to }: z.output<typeof usageQuery>, now: number): { from: string; to: string } {
  const last = to === undefined ? now : Date.parse(to);
  const range = { from: from ?? dayOf(last - (DAYS.usual - 1) * DAY), to: dayOf(last) };
  if (range.from > range.to) throw wrongRange(`from: ${range.from} is after ${range.to}.`);
  const days = (Date.parse(range.to) - Date.parse(range.from)) / DAY + 1;
  if (days > DAYS.most) throw wrongRange(`from: these are ${days} days, and at most ${DAYS.most} are answered.`);
  return range;
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function wrongRange(message: string): Problem {
  return new Problem(
    { status: 400, code: 'invalid_input', field: 'from' },
    message,
    'Give days that are nearer together.',
  );
}
