import { Hono } from 'hono';
import { type Logger, pino } from 'pino';
import { REGION_HOSTS } from '../runtime/endpoint.ts';
import { createAuditLog, firstAuditId } from './audit/audit-log.ts';
import { type GatewayContext, GRAVE_LIFETIME, type IntercomApp } from './context.ts';
import { onError } from './http/api-app.ts';
import { observe, securityHeaders } from './http/observe.ts';
import { createMetrics } from './metrics.ts';
import { Problem, problemBody } from './problem.ts';
import { readAdminKey } from './secrets/admin-key.ts';
import { createKeyring } from './secrets/keyring.ts';
import { readSharedSecrets } from './secrets/shared-secrets.ts';
import type { Store } from './store/store.ts';

/** Settings of {@link createGateway}. */
export interface GatewayOptions {
  readonly store: Store;
  /** `id:key,…` with keys of 32 bytes in base64: the first encrypts credentials, all of them decrypt. */
  readonly keys: string;
  /** The operator's key; one is made at the first start unless given. */
  readonly adminKey?: string | undefined;
  /** Makes a new operator's key in place of the stored one. */
  readonly renewAdminKey?: boolean;
  /** Under which clients reach the gateway, such as `https://mcp.example.com`. */
  readonly publicUrl: string;
  /** Base URLs by region, in place of or beside Intercom's own. */
  readonly upstreams?: Readonly<Record<string, string>>;
  readonly intercomApp?: IntercomApp | undefined;
  /** Replaces the global `fetch` for requests to Intercom. */
  readonly fetch?: typeof fetch;
  /** Milliseconds since 1970; the system's clock unless said otherwise. */
  readonly now?: () => number;
  readonly logger?: Logger;
  /** Days for which the audit log is kept; 90 unless said otherwise. */
  readonly auditDays?: number;
  /** Milliseconds between two clearings of what is over; 10,000 unless said otherwise. */
  readonly sweepInterval?: number;
}

/** A gateway in this process. */
export interface Gateway extends AsyncDisposable {
  readonly fetch: (request: Request) => Promise<Response>;
  /** The operator's key, where this start made it: it cannot be shown again. */
  readonly createdAdminKey: string | undefined;
  readonly context: GatewayContext;
  /** Deletes what is over; runs by itself from time to time. */
  readonly sweep: () => Promise<void>;
  /** Writes down what is not yet, and ends; the store stays open. */
  readonly close: () => Promise<void>;
}

/** Creates a gateway over a store; throws {@link ConfigError} for keys that do not open what it holds. */
export async function createGateway({
  store,
  keys,
  adminKey: given,
  renewAdminKey = false,
  publicUrl,
  upstreams = REGION_HOSTS,
  intercomApp,
  fetch: send = fetch,
  now = Date.now,
  logger = pino({ level: 'silent' }),
  auditDays = 90,
  sweepInterval = 10_000,
}: GatewayOptions): Promise<Gateway> {
  const secrets = await readSharedSecrets(store, createKeyring(keys));
  const adminKey = await readAdminKey(store, secrets.digest, { given, renew: renewAdminKey });
  const audit = createAuditLog({ store, now, logger });
  const metrics = createMetrics();
  const context: GatewayContext = {
    ...secrets,
    ...{ store, adminKey, now, upstreams, intercomApp, audit, metrics, logger, fetch: send },
    publicUrl: publicUrl.replace(/\/+$/, ''),
  };
  const sweep = async (): Promise<void> => {
    const time = now();
    const auditFrom = firstAuditId(time - auditDays * 24 * 3_600_000);
    await store.sweep({ now: time, graveUntil: time + GRAVE_LIFETIME, auditFrom });
  };
  const timer = setInterval(() => {
    sweep().catch((error: unknown) => logger.error({ err: error }, 'what is over could not be deleted'));
  }, sweepInterval);
  timer.unref();
  const app = createApp(context);
  const close = async (): Promise<void> => {
    clearInterval(timer);
    await audit.flush();
  };
  return {
    fetch: async (request) => app.fetch(request),
    createdAdminKey: adminKey.created,
    context,
    sweep,
    close,
    [Symbol.asyncDispose]: close,
  };
}

function createApp(context: GatewayContext): Hono {
  const app = new Hono();
  app.use(observe(context), securityHeaders());
  app.onError(onError(context));
  app.notFound((asked) => asked.json(problemBody(NO_ADDRESS), 404));
  app.get('/healthz', (asked) => asked.json({ status: 'ok' }));
  return app;
}

const NO_ADDRESS = new Problem(
  { status: 404, code: 'not_found' },
  'There is nothing at this address.',
  'GET /openapi.json lists the addresses.',
);
