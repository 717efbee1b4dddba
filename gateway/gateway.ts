import { localhostAllowedHostnames } from '@modelcontextprotocol/server';
import { type Logger, pino } from 'pino';
import type { HostedApi } from '../runtime/hosting/hosted-api.ts';
import { nodeSend } from '../runtime/http/node-send.ts';
import { ConfigError } from '../runtime/value/errors.ts';
import { auditView } from './api/audit/schemas.ts';
import { hostedApis } from './apis/hosted-apis.ts';
import { createAuditLink, firstAuditId } from './audit/audit-entry.ts';
import { createAuditLog } from './audit/audit-log.ts';
import { type AuditDelivery, createAuditDelivery, type WebhookTarget } from './audit/audit-webhook.ts';
import { createRefusalNotes } from './audit/refusal-notes.ts';
import { createClock } from './clock/clock.ts';
import { noteHesitation } from './clock/note-hesitation.ts';
import { createSweepTime } from './clock/sweep-time.ts';
import { type AuditMode, type GatewayContext, TOMBSTONE_LIFETIME } from './context/gateway-context.ts';
import { createMetrics } from './context/metrics.ts';
import { createApp } from './create-app.ts';
import { builtDashboard } from './dashboard/built-dashboard.ts';
import { readAddresses } from './http/address-set.ts';
import { type CallerBindings, createAddressReader } from './http/caller-address.ts';
import { createSlidingCounter } from './limits/sliding-counter.ts';
import { createMcpEndpoint } from './mcp/endpoint.ts';
import { checkAdminKey, createAdminKeys, makeFirstKey } from './secrets/admin-keys.ts';
import { createKeyring } from './secrets/keyring.ts';
import { readSharedSecrets } from './secrets/shared-secrets.ts';
import { createSessions } from './sessions/sessions.ts';
import { createAccountUse } from './store/account-use.ts';
import type { Store } from './store/contract/store.ts';

/** Settings of {@link createGateway}. */
export interface GatewayOptions {
  readonly store: Store;
  /** `id:key,…` with keys of 32 bytes in base64: the first encrypts credentials, all of them decrypt. */
  readonly keys: string;
  /** An operator's key, which has to look like 128 random bits, in place of the one that is made at the first start. */
  readonly adminKey?: string | undefined;
  /** Makes a new key `admin` in place of the stored one, which ends in every process within half a second. */
  readonly renewAdminKey?: boolean;
  /** Under which clients reach the gateway, such as `https://mcp.example.com`. */
  readonly publicUrl: string;
  /** The APIs whose accounts it connects, each with an id of its own; the first is that of a request which names none. */
  readonly apis: readonly HostedApi[];
  /** Replaces the global `fetch` for requests to the APIs. */
  readonly fetch?: typeof fetch;
  /** Milliseconds since 1970: this machine's clock unless said otherwise. Over PostgreSQL the database's time is what counts. */
  readonly now?: () => number;
  /** Milliseconds since some moment, by a clock that nobody can set; `performance.now` unless said otherwise. */
  readonly uptime?: () => number;
  readonly logger?: Logger;
  /** Milliseconds until a request to an API is given up; 30,000 unless said otherwise. */
  readonly callTimeout?: number;
  /** `required`, the default, refuses writes whose line the audit log cannot take. */
  readonly auditMode?: AuditMode;
  /** Where the audit log is sent to; nowhere unless given. */
  readonly auditWebhook?: WebhookTarget | undefined;
  /** Days for which the audit log is kept; 90 unless said otherwise. */
  readonly auditDays?: number;
  /** Milliseconds between two clearings of what is over; 10,000 unless said otherwise. */
  readonly sweepInterval?: number;
  /** Names in `Host` and in a browser's `Origin` that are answered: that of `publicUrl` and this machine's unless said otherwise; `any` behind a proxy that checks them. */
  readonly allowedHosts?: readonly string[] | 'any';
  /** Origins of other pages, such as `https://app.example.com`, that may use MCP servers by their URLs or by a login, or `*` for any; none unless said otherwise. */
  readonly allowedOrigins?: readonly string[];
  /** Addresses or ranges (`10.0.0.0/8`) of proxies whose `X-Forwarded-For` names the caller; none unless said otherwise. */
  readonly trustedProxies?: readonly string[];
  /** Requests that the MCP servers of one account answer in any minute, in each process; 10,000 unless said otherwise. */
  readonly accountLimit?: number;
  /** Requests of one caller's network (an IPv4 address, 64 bits of an IPv6 address) that are answered in any minute, in each process; 20,000 unless said otherwise. */
  readonly addressLimit?: number;
  /** A folder with the built files of another dashboard, or `false` for none; the gateway's own unless said otherwise. */
  readonly dashboard?: string | false;
}

/** A gateway in this process. */
export interface Gateway extends AsyncDisposable {
  /** `peer` is the address of the socket that the request came by. */
  readonly fetch: (request: Request, peer?: string) => Promise<Response>;
  /** The operator's key, where this start made it: it cannot be shown again. */
  readonly createdAdminKey: string | undefined;
  readonly context: GatewayContext;
  /** Deletes what is over; runs by itself from time to time. */
  readonly sweep: () => Promise<void>;
  /** Ends streams that belong to no call: call it before the server waits for what goes on. */
  readonly endStreams: () => void;
  /** Gives up what goes on, writes down what is not yet, and ends; the store stays open. */
  readonly close: () => Promise<void>;
}

/** Creates a gateway over a store; throws {@link ConfigError} for keys that do not open what it holds. */
export async function createGateway({
  store,
  keys,
  adminKey: ownKey,
  renewAdminKey = false,
  publicUrl,
  apis,
  fetch: ownFetch,
  now: system = Date.now,
  uptime = () => performance.now(),
  logger = pino({ level: 'silent' }),
  callTimeout,
  auditMode = 'required',
  auditWebhook,
  auditDays = 90,
  sweepInterval = 10_000,
  allowedHosts,
  allowedOrigins = [],
  trustedProxies = [],
  accountLimit = 10_000,
  addressLimit = 20_000,
  dashboard = builtDashboard(),
}: GatewayOptions): Promise<Gateway> {
  const proxies = readAddresses(trustedProxies);
  if ('wrong' in proxies) throw noAddress(proxies.wrong);
  const addressOf = createAddressReader(proxies);
  checkAdminKey({ own: ownKey, renew: renewAdminKey });
  const secrets = await readSharedSecrets(store, createKeyring(keys));
  const clock = createClock({ databaseTime: store.databaseTime, system, uptime });
  await clock.refresh();
  const { now } = clock;
  const metrics = createMetrics();
  const onFailure = (entries: number): void => metrics.auditFailures.inc(entries);
  const going = new Set<Promise<void>>();
  const audit = createAuditLog({ store, now, logger, onFailure, going, link: createAuditLink(secrets.digest) });
  const refusals = createRefusalNotes(audit);
  const onError = (error: unknown): void => logger.warn({ err: error }, 'the use of something was not noted');
  const adminKeys = createAdminKeys({ store, now, onError, digest: secrets.digest }, ownKey);
  const sessions = createSessions({ store, now, onError, adminKeys, digest: secrets.digest });
  const accountUse = createAccountUse({ store, now, onError });
  const place = { store, audit, now, digest: secrets.digest };
  const createdAdminKey = ownKey === undefined ? await makeFirstKey(place, renewAdminKey) : undefined;
  const unlisten = store.onFailure((error) => {
    metrics.storeErrors.inc({ kind: error.failure });
    logger.warn({ err: error, kind: error.failure }, 'the store failed');
  });
  const context: GatewayContext = {
    ...secrets,
    ...{
      store,
      adminKeys,
      sessions,
      now,
      apis: hostedApis(apis),
      audit,
      going,
      auditMode,
      refusals,
      metrics,
      logger,
      callTimeout,
      fetch: ownFetch ?? fetch,
      // Whoever brings a fetch of their own wants every request to go by it.
      send: ownFetch === undefined ? nodeSend() : undefined,
      uptime,
      accountLimit,
      addressLimit,
      accountUse,
    },
    accountCalls: createSlidingCounter({ limit: accountLimit, span: MINUTE, uptime }),
    publicUrl: publicUrl.replace(/\/+$/, ''),
    dashboard: dashboard === false ? undefined : dashboard,
    changed: () => {
      adminKeys.clear();
      sessions.clear();
      mcp.changed();
    },
  };
  const mcp = createMcpEndpoint(context);
  const sweepTime = await createSweepTime({
    ...{ now, uptime, sweeps: store.sweeps },
    onHesitation: (hesitation) => noteHesitation(context, hesitation),
  });
  const sweep = async (): Promise<void> => {
    await clock.refresh();
    const time = await sweepTime();
    const auditFrom = firstAuditId(time - auditDays * 24 * 3_600_000);
    await store.sweep({ now: time, tombstonesUntil: time + TOMBSTONE_LIFETIME, auditFrom });
  };
  const delivery = auditWebhook && deliverAudit(context, auditWebhook);
  const timer = setInterval(() => {
    sweep().catch((error: unknown) => logger.error({ err: error }, 'what is over could not be deleted'));
  }, sweepInterval);
  timer.unref();
  const hosts = allowedHosts ?? [new URL(publicUrl).hostname, ...localhostAllowedHostnames()];
  const app = createApp(context, mcp, { hosts, origins: allowedOrigins });
  const close = async (): Promise<void> => {
    clearInterval(timer);
    await mcp.close();
    refusals.close();
    await audit.flush();
    await accountUse.flush();
    await delivery?.close();
    unlisten();
  };
  return {
    fetch: async (request, peer) =>
      app.fetch(request, { caller: addressOf(peer, request.headers) } satisfies CallerBindings),
    createdAdminKey,
    context,
    sweep,
    endStreams: mcp.endStreams,
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** The span of an account's limit, in milliseconds. */
const MINUTE = 60_000;

function deliverAudit({ store, now, logger, metrics }: GatewayContext, target: WebhookTarget): AuditDelivery {
  const onFailure = (): void => metrics.auditDeliveryFailures.inc();
  return createAuditDelivery({ store, target, viewOf: auditView, now, fetch, logger, onFailure });
}

function noAddress(text: string): ConfigError {
  return new ConfigError(
    `The trusted proxy ${JSON.stringify(text)} is no address.`,
    'Give IP addresses or ranges of them, such as 10.0.0.0/8.',
  );
}
