import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { GatewayContext } from '../context/gateway-context.ts';
import { Problem } from '../problem/problem.ts';
import { StoreUnavailable } from '../store/contract/store-unavailable.ts';
import { ADMIN_ONLY, failures, json, OPEN, refusals } from './openapi/answers.ts';

const tags = ['Operation'];

const health = z.object({ status: z.literal('ok') }).openapi('Health');

const healthz = createRoute({
  tags,
  security: OPEN,
  method: 'get',
  path: '/healthz',
  summary: 'Ask whether the process runs',
  description: 'Asks nothing else, so that a store that is away restarts no process.',
  responses: { 200: json(health, 'It runs.'), ...failures() },
});

const readyz = createRoute({
  tags,
  security: OPEN,
  method: 'get',
  path: '/readyz',
  summary: 'Ask whether requests can be answered',
  description: 'Asks the store, and where it did not take an entry of the audit log whether it does so now.',
  responses: { 200: json(health, 'The store answers.'), ...refusals() },
});

const metrics = createRoute({
  tags,
  security: ADMIN_ONLY,
  method: 'get',
  path: '/metrics',
  summary: 'Read the metrics',
  description: 'For Prometheus, of this process alone.',
  responses: {
    200: { description: 'The metrics as text.', content: { 'text/plain': { schema: z.string() } } },
    ...refusals(401),
  },
});

/** Adds what those ask who run the gateway. */
export function addHealthRoutes(
  app: OpenAPIHono,
  { store, audit, logger, metrics: { registry } }: GatewayContext,
): void {
  app.openapi(healthz, (c) => c.json({ status: 'ok' } as const, 200));

  app.openapi(readyz, async (c) => {
    await store.ping().catch((error: unknown) => {
      if (error instanceof StoreUnavailable) throw error;
      logger.warn({ err: error }, 'the store does not answer');
      throw NOT_READY;
    });
    if (!(await audit.isWritable())) throw NO_AUDIT;
    return c.json({ status: 'ok' } as const, 200);
  });

  app.openapi(metrics, async (c) => c.text(await registry.metrics(), 200, { 'Content-Type': registry.contentType }));
}

const NO_AUDIT = new Problem(
  { status: 503, code: 'audit_failed' },
  'The store answers, and does not take entries of the audit log.',
  'Look whether its disk is full or it takes no changes; the log of the gateway says more.',
);

const NOT_READY = new Problem(
  { status: 503, code: 'not_ready' },
  'The store does not answer.',
  'Try again later; the log of the gateway says more.',
);
