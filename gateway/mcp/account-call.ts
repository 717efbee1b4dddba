import { randomUUID } from 'node:crypto';
import { catalog } from '../../intercom/catalog.ts';
import type { Client } from '../../runtime/client.ts';
import { CALLERS, FINDERS } from '../../runtime/discovery/choose-tool.ts';
import { ApiError } from '../../runtime/http/errors.ts';
import type { RateLimit } from '../../runtime/http/rate-limit.ts';
import type { CallOutcome } from '../../runtime/mcp/index.ts';
import { InputError, ToolkitError } from '../../runtime/value/errors.ts';
import type { AccountAccess } from '../accounts/access-account.ts';
import { BY_SYSTEM } from '../audit/audit-entry.ts';
import type { GatewayContext } from '../context/gateway-context.ts';
import type { Account, AccountStatus } from '../store/contract/accounts.ts';
import { type AuditBy, BEGUN } from '../store/contract/audit.ts';
import { StoreUnavailable } from '../store/contract/store-unavailable.ts';
import { argumentShape } from './argument-shape.ts';

/** Calls a tool for one request, and writes down what it came to. */
export interface AccountCall {
  readonly client: Pick<Client, 'exchange'>;
  readonly onCall: (outcome: CallOutcome) => Promise<void>;
  /** What Intercom's answer said about the budget that is left. */
  readonly rateLimit: () => RateLimit | undefined;
}

interface Upstream {
  readonly status?: number;
  readonly requestId?: string | undefined;
  readonly rateLimit?: RateLimit | undefined;
}

/** Where a call goes, and by whom: through a server, or with null by the API. */
export interface AccountCallOptions {
  readonly access: AccountAccess;
  readonly serverId: string | null;
  readonly by: AuditBy;
  readonly going: Set<Promise<void>>;
}

/** A call in an account; once it is sent to Intercom its end is among `going`, until it is written down. */
export function createAccountCall(
  context: GatewayContext,
  { access: { account, client }, serverId, by, going }: AccountCallOptions,
): AccountCall {
  const { audit, metrics, logger, accountUse } = context;
  const started = performance.now();
  const { promise: over, resolve: end } = Promise.withResolvers<void>();
  const of = { ...by, account_id: account.id, server_id: serverId, action: 'tools/call' } as const;
  let upstream: Upstream = {};
  let callId: string | null = null;

  /** Writes down that a write goes out; throws where that cannot be stored and has to be. */
  async function begin(tool: string, args: unknown): Promise<void> {
    callId = randomUUID();
    const entry = { ...of, tool, arguments: argumentShape(args), call_id: callId, status: BEGUN };
    if (!(await audit.record(entry)) && context.auditMode === 'required') throw new AuditUnavailable();
  }

  const exchange = async (...call: Parameters<Client['exchange']>) => {
    const [tool, input, options] = call;
    going.add(over);
    try {
      const isWrite = tool.access === 'write';
      const beforeSend = () => begin(tool.name, input);
      const answered = await client.exchange(tool, input, { ...options, ...(isWrite && { beforeSend }) });
      if (answered.status === 0) return answered;
      upstream = answered;
      if (account.status === 'needs_reauth') await setStatus(context, account, 'active');
      return answered;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      upstream = error;
      if (error.status !== 401) throw error;
      await setStatus(context, account, 'needs_reauth');
      throw reconnectError(error, account);
    }
  };

  return {
    // Its overloads differ in types alone, which the tool decides.
    client: { exchange: exchange as Client['exchange'] },
    rateLimit: () => upstream.rateLimit,
    onCall: async ({ tool: name, arguments: args, ...outcome }) => {
      const tool = KNOWN.has(name) ? name : 'unknown';
      const status = statusOf(outcome);
      const seconds = (performance.now() - started) / 1000;
      if (status === 'failed' && !(outcome.error instanceof ToolkitError))
        logger.error({ err: outcome.error, tool }, 'a call failed inside the gateway');
      metrics.calls.inc({ tool, status });
      metrics.callSeconds.observe({ tool }, seconds);
      accountUse.note(account.id, upstream.rateLimit);
      try {
        await audit.record({
          ...{ ...of, tool, status, call_id: callId },
          arguments: argumentShape(args),
          upstream_status: upstream.status ?? null,
          latency_ms: Math.round(seconds * 1000),
          request_id: upstream.requestId ?? null,
        });
      } finally {
        going.delete(over);
        end();
      }
    },
  };
}

/** Names that may stand in metrics and logs; a client can send any text as a name. */
const KNOWN: ReadonlySet<string> = new Set([
  ...catalog.map(({ name }) => name),
  ...Object.values(FINDERS),
  ...Object.values(CALLERS),
]);

/** What a call came to, as the audit log has it. */
export function statusOf({
  status,
  error,
  isCancelled,
}: Pick<CallOutcome, 'status' | 'error' | 'isCancelled'>): string {
  if (isCancelled) return 'cancelled';
  if (status !== 'error') return status;
  if (error instanceof InputError) return 'invalid_input';
  if (error instanceof AuditUnavailable) return 'not_recorded';
  if (error instanceof ApiError) return error.status === 429 ? 'rate_limited' : 'upstream_error';
  return 'failed';
}

/** A write that was not made, since the audit log could not take its line. */
class AuditUnavailable extends ToolkitError {
  override readonly name = 'AuditUnavailable';

  constructor() {
    super(
      'audit_unavailable',
      'Nothing was changed: this gateway cannot record the call now, and makes no change that is not recorded.',
      'Tell the user, and try again in a minute. Reading goes on.',
    );
  }
}

/** Keeps in the store whether Intercom takes an account's credential; a change is recorded once. Where the store is away, the next call does it: this one was made. */
async function setStatus(context: GatewayContext, account: Account, status: AccountStatus): Promise<void> {
  if (account.status === status) return;
  const { store, audit, now, logger } = context;
  try {
    await store.accounts.update(account.id, { status, updated_at: now() });
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    logger.warn({ err: error, status }, 'the status of an account could not be stored');
    return;
  }
  await audit.record({ ...BY_SYSTEM, account_id: account.id, action: `account.${status}`, status: 'ok' });
  context.changed();
}

function reconnectError(error: ApiError, account: Account): ApiError {
  const { status, errors, message, requestId, rateLimit } = error;
  return new ApiError({
    ...{ status, errors, message, requestId, rateLimit },
    help: `Tell the user: this gateway's access to the Intercom workspace ${JSON.stringify(account.label)} was revoked or has ended, and its operator has to connect it again. Calling again does not help until then.`,
  });
}
