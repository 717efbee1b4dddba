import { randomUUID } from 'node:crypto';
import type { Client } from '../../runtime/client.ts';
import { CODE_RUNNERS } from '../../runtime/code/code-input.ts';
import { CALLERS, FINDERS } from '../../runtime/discovery/choose-tool.ts';
import type { HostedApi } from '../../runtime/hosting/hosted-api.ts';
import { ApiError } from '../../runtime/http/errors.ts';
import type { RateLimit } from '../../runtime/http/rate-limit.ts';
import type { CallOutcome } from '../../runtime/mcp/index.ts';
import { ToolkitError } from '../../runtime/value/errors.ts';
import type { AccountAccess } from '../accounts/access-account.ts';
import { BY_SYSTEM } from '../audit/audit-entry.ts';
import type { GatewayContext } from '../context/gateway-context.ts';
import type { Account, AccountStatus } from '../store/contract/accounts.ts';
import { type AuditBy, BEGUN } from '../store/contract/audit.ts';
import { StoreUnavailable } from '../store/contract/store-unavailable.ts';
import { argumentShape, programShape } from './argument-shape.ts';
import { AuditUnavailable, statusOf } from './call-status.ts';

/** One call of a tool, which is written down with what it came to. */
export interface RecordedCall {
  readonly client: Pick<Client, 'exchange'>;
  readonly onCall: (outcome: CallOutcome) => Promise<void>;
  /** Tells that it runs a program, whose end is waited for from now on. */
  readonly runs: (programId: string) => void;
}

/** Where a call goes, and by whom. */
export interface RecordedCallOptions {
  /** Of the request; its call may go to another one. */
  readonly accountId: string;
  /** The account as it is now that a tool is called in; throws where the call may not be made. */
  readonly admit: (tool: string) => Promise<AccountAccess>;
  /** Whether a name is that of a tool: only those may stand in metrics and logs, since a client can send any text as a name. */
  readonly isTool: (name: string) => boolean;
  /** Null for a call by the API. */
  readonly serverId: string | null;
  readonly by: AuditBy;
  /** The ends of calls that were sent to an API. */
  readonly going: Set<Promise<void>>;
  /** The program that makes the call. */
  readonly madeBy?: string | undefined;
  /** Told what each answer said about the budget that is left. */
  readonly onBudget: (rateLimit: RateLimit | undefined) => void;
}

interface Upstream {
  readonly status?: number;
  readonly requestId?: string | undefined;
  readonly rateLimit?: RateLimit | undefined;
}

/** A call in an account; once it is sent its end is among `going`, until it is written down. */
export function createRecordedCall(
  context: GatewayContext,
  { accountId: requested, admit, isTool, serverId, by, going, madeBy, onBudget }: RecordedCallOptions,
): RecordedCall {
  const { audit, metrics, logger, accountUse } = context;
  const started = performance.now();
  const { promise: over, resolve: end } = Promise.withResolvers<void>();
  const of = { ...by, server_id: serverId, action: 'tools/call' } as const;
  let accountId = requested;
  let upstream: Upstream = {};
  let callId: string | null = null;
  let program = madeBy;

  function answered(by: Upstream): void {
    upstream = by;
    onBudget(by.rateLimit);
  }

  /** Writes down that a write goes out; throws where that cannot be stored and has to be. */
  async function begin(tool: string, args: unknown): Promise<void> {
    callId = randomUUID();
    const entry = {
      ...of,
      account_id: accountId,
      tool,
      arguments: argumentShape(args),
      call_id: callId,
      status: BEGUN,
    };
    const isStored = await audit.record({ ...entry, program_id: program ?? null });
    if (!isStored && context.auditMode === 'required') throw new AuditUnavailable();
  }

  const exchange = async (...call: Parameters<Client['exchange']>) => {
    const [tool, input, options] = call;
    going.add(over);
    const { account, client } = await admit(tool.name);
    accountId = account.id;
    try {
      const isWrite = tool.access === 'write';
      const beforeSend = () => begin(tool.name, input);
      const exchanged = await client.exchange(tool, input, { ...options, ...(isWrite && { beforeSend }) });
      if (exchanged.status === 0) return exchanged;
      answered(exchanged);
      if (account.status === 'needs_reauth') await setStatus(context, account, 'active');
      return exchanged;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      answered(error);
      if (error.status !== 401) throw error;
      await setStatus(context, account, 'needs_reauth');
      throw reconnectError(error, context.apis.of(account), account);
    }
  };

  return {
    // Its overloads differ in types alone, which the tool decides.
    client: { exchange: exchange as Client['exchange'] },
    runs: (ownId) => {
      going.add(over);
      program = ownId;
    },
    onCall: async ({ tool: name, arguments: args, ...outcome }) => {
      const tool = GENERAL.has(name) || isTool(name) ? name : 'unknown';
      const status = statusOf(outcome);
      const seconds = (performance.now() - started) / 1000;
      const isProgram = RUNNERS.has(tool);
      if (status === 'failed' && !(outcome.error instanceof ToolkitError))
        logger.error({ err: outcome.error, tool }, 'a call failed inside the gateway');
      if (isProgram) {
        metrics.programs.inc({ status });
        metrics.programSeconds.observe(seconds);
      } else {
        metrics.calls.inc({ tool, status });
        metrics.callSeconds.observe({ tool }, seconds);
      }
      accountUse.note(accountId, upstream.rateLimit);
      try {
        await audit.record({
          ...{
            ...of,
            account_id: accountId,
            tool,
            status,
            call_id: callId,
            program_id: program ?? outcome.programId ?? null,
          },
          arguments: isProgram ? programShape(args) : argumentShape(args),
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

/** The tools that run programs. */
const RUNNERS: ReadonlySet<string> = new Set(Object.values(CODE_RUNNERS));

/** The tools that find and call others, of every API. */
const GENERAL: ReadonlySet<string> = new Set([...Object.values(FINDERS), ...Object.values(CALLERS), ...RUNNERS]);

/** Keeps in the store whether an API takes an account's credential; a change is recorded once. Where the store is away, the next call does it: this one was made. */
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

function reconnectError(error: ApiError, { name, noun }: Pick<HostedApi, 'name' | 'noun'>, account: Account): ApiError {
  const { status, errors, message, requestId, rateLimit } = error;
  return new ApiError({
    ...{ status, errors, message, requestId, rateLimit },
    help: `Tell the user: this gateway's access to the ${name} ${noun} ${JSON.stringify(account.label)} was revoked or has ended, and its operator has to connect it again. Calling again does not help until then.`,
  });
}
