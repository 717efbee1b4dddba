import { z } from '@hono/zod-openapi';
import { METHOD_CLASSES } from '../../../runtime/tool/tool.ts';
import { periodSpans } from '../../store/contract/counters.ts';
import { plainText, timeField } from '../openapi/fields.ts';
import { MOST_PERIODS, MOST_SERIES, USUAL_PERIODS } from './periods.ts';

/** Days of an answer of {@link usage} unless said otherwise, and at most. */
export const DAYS = { usual: 30, most: 366 };

/** Which days of an account are asked for. */
export const usageQuery = z.strictObject({
  from: z.iso.date().optional().openapi({ description: 'First day (UTC); 29 days before `to` unless given.' }),
  to: z.iso.date().optional().openapi({ description: 'Last day (UTC), included; today unless given.' }),
});

/** Counters as they are kept. */
export const usage = z
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

const moment = z.iso.datetime({ offset: true });

/** Which calls are asked for. */
export const useQuery = z.strictObject({
  span: z.enum(periodSpans).default('hour').openapi({ description: 'How long a period is; days are those of UTC.' }),
  from: moment.optional().openapi({
    description: `The first period is that of this moment; the last ${USUAL_PERIODS.hour} hours or ${USUAL_PERIODS.day} days unless given. At most ${MOST_PERIODS} periods are answered.`,
  }),
  to: moment.optional().openapi({ description: 'The last period begins before this moment; now unless given.' }),
  integrated_account_id: plainText.optional().openapi({ description: 'Of this account, also where it was removed.' }),
  mcp_id: plainText.optional().openapi({ description: 'Of this MCP server, also where it was removed.' }),
  tool: plainText.optional(),
});

/** For how long a tool has to be unused. */
export const unusedQuery = z.strictObject({
  days: z.coerce.number().int().min(1).max(366).default(30).openapi({ description: 'Days without a call.' }),
});

/** Tools that nobody called. */
export const unusedTools = z
  .object({
    since: timeField.openapi({
      description:
        'What was called from then on is left out: so many days ago, by days of UTC, or when the server was created.',
    }),
    result: z.array(z.object({ name: z.string(), title: z.string(), class: z.enum(METHOD_CLASSES), tokens: z.int() })),
    tokens: z.int().openapi({ description: 'What the definitions of these tools cost a model.' }),
    tools: z.int().openapi({ description: 'How many tools the server shows, these among them.' }),
  })
  .openapi('UnusedTools');

const calls = z.int().min(0);
const errors = z.int().min(0).openapi({ description: 'Calls whose status is not `ok`.' });
const latency = z.int().min(0).nullable();
const series = z.array(calls).openapi({ description: 'Calls of each period, in the order of `periods`.' });

/** Calls by period, status and tool. */
export const use = z
  .object({
    span: z.enum(periodSpans),
    from: timeField.openapi({ description: 'Where the first period begins.' }),
    to: timeField.openapi({ description: 'Where the last period ends.' }),
    total: z.object({ calls, errors }),
    latency: z
      .object({ p50_ms: z.int(), p90_ms: z.int(), p95_ms: z.int(), p99_ms: z.int() })
      .nullable()
      .openapi({ description: 'Within the bounds of a histogram; null without a call.' }),
    periods: z.array(z.object({ at: timeField, calls, errors, p50_ms: latency, p95_ms: latency })),
    statuses: z.array(z.object({ status: z.string(), calls, periods: series })),
    tools: z.array(
      z.object({
        ...{ tool: z.string(), calls, errors, p50_ms: latency, p95_ms: latency, p99_ms: latency },
        periods: z.array(calls).openapi({
          description: `As those of a status; empty but for the ${MOST_SERIES} tools that are used most: ask with \`tool\`.`,
        }),
      }),
    ),
  })
  .openapi('Use');
