import { isJsonContentType } from '@modelcontextprotocol/server';
import { acceptedTypes } from '../../runtime/mcp/accepted-types.ts';
import { createCompressor } from '../../runtime/mcp/compress-answer.ts';
import { CATALOG_HEADER } from '../../runtime/mcp/expected-catalog.ts';
import { isSubscription } from '../../runtime/mcp/read-post.ts';
import { within } from '../../runtime/value/within.ts';
import type { GatewayContext } from '../context/gateway-context.ts';
import { isStream } from '../http/is-stream.ts';
import type { AuditBy } from '../store/contract/audit.ts';
import { StoreUnavailable } from '../store/contract/store-unavailable.ts';
import { createUseNotes } from '../store/use-notes.ts';
import { type AccountCall, createAccountCall } from './account-call.ts';
import { accountForTool, accountOfCall } from './account-of-call.ts';
import { createInnerAdmission } from './admit-inner.ts';
import { createMessageAnswers } from './answer-message.ts';
import { createConfirmers } from './confirmers.ts';
import type { ActiveServer } from './find-server.ts';
import { type Admission, type Arrival, createGate } from './gate.ts';
import { createOpenStreams, type StreamRight } from './open-streams.ts';
import { createPlaces } from './places.ts';
import { rateLimitHeaders, spendAccountLimit, spendRateLimit } from './rate-limit.ts';
import { type Read, readMessage } from './read-message.ts';
import { type Refusal, refuse, STREAM_ONLY, storeRefusal, WRONG_TYPES } from './refusal.ts';
import { createRequestPlaces } from './request-places.ts';

/** Answers MCP for all servers of a gateway. */
export interface McpEndpoint {
  readonly fetch: (request: Request, arrival: Arrival) => Promise<Response>;
  /** Reads anew what may have changed, and ends streams that are not allowed any more. */
  readonly changed: () => void;
  /** Ends streams that belong to no call, so that a gateway which closes need not wait for them. */
  readonly endStreams: () => void;
  /** Gives up what goes on. */
  readonly close: () => Promise<void>;
}

/** Bodies of more than 64 KiB that are read at the same time for one server. */
const LARGE_BODIES = 4;

/** Milliseconds after which a request is judged once more before it is answered: what it was allowed may be over. */
const LONG = 500;

/** Milliseconds for which calls that were given up are waited for. */
const GIVE_UP = 2000;

/** Creates the endpoint; each request gets a server of its own over the account's credential. */
export function createMcpEndpoint(context: GatewayContext): McpEndpoint {
  const { metrics, logger, store, now, going } = context;
  const gate = createGate(context);
  const places = createRequestPlaces();
  const largeBodies = createPlaces(LARGE_BODIES);
  const confirmerOf = createConfirmers(context);
  const uses = createUseNotes({
    now,
    touch: store.servers.touch,
    onError: (error) => logger.warn({ err: error }, 'the use of a server could not be noted'),
  });
  const streams = createOpenStreams((error) => {
    // Who listens to the store has logged that it is away.
    if (!(error instanceof StoreUnavailable)) logger.error({ err: error }, 'an open stream could not be checked');
  });
  const compress = createCompressor();
  const answers = createMessageAnswers(context, streams);

  const refused = (refusal: Refusal): Response => {
    metrics.refusals.inc({ reason: refusal.code });
    return refuse(refusal);
  };

  /** The answer to a request that is refused before MCP, with its line in the audit log. */
  const refusedAtGate = (refusal: Refusal, { address }: Arrival, active: ActiveServer | undefined): Response => {
    context.refusals.note({
      ...{ actor: 'anyone', address, status: refusal.code },
      ...(active && { account_id: active.account.id, server_id: active.row.id }),
    });
    return refused(refusal);
  };

  /** Counts a request, whatever it comes to; answers why it must be refused, if it must. */
  async function spend(active: ActiveServer): Promise<Refusal | undefined> {
    return spendAccountLimit(context, active.account.id) ?? spendRateLimit(context, active);
  }

  async function answer(
    request: Request,
    { active, by, read }: Admitted & { readonly read: Read | undefined },
    right: Right,
  ): Promise<Response> {
    const limited = await spend(active);
    if (limited !== undefined) return refusedAtGate(limited, right.arrival, active);
    if (read === undefined) return answers.refuse(request);
    if ('refusal' in read) return refused(read.refusal);
    const accepted = acceptedTypes(request);
    if (accepted === undefined) return refused(WRONG_TYPES);
    if (!accepted.stream && isSubscription(read.message)) return refused(STREAM_ONLY);
    const onRefused = ({ code: reason }: Refusal) => metrics.refusals.inc({ reason });
    const admitInner = createInnerAdmission({ active, admit: right.admit, spend, onRefused });
    const { api } = active;
    const call = createAccountCall(context, {
      ...{ access: active, serverId: active.row.id, by, going, admitInner },
      accountOf: (tool) => accountForTool(active, tool),
      isTool: (name) => api.partOf(name) !== undefined,
    });
    const { message } = read;
    const response = await answers.answer(request, { active, call, message, accepted }, right);
    const isHeld = isStream(response);
    // A stream that is held ends by itself when its right does.
    const refusal = !isHeld && performance.now() - right.began > LONG ? await stillRefused(right) : undefined;
    if (refusal !== undefined) return refused(refusal);
    return withRateLimit(await compress(request, message, response), call);
  }

  /** As for streams: what was admitted is answered where the store cannot be asked again, because it may have changed something. */
  async function stillRefused({ admit }: Right): Promise<Refusal | undefined> {
    try {
      return (await admit()).refusal;
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      return undefined;
    }
  }

  /** The answer to a request that the store was needed for; what failed there was logged by who listens to it. */
  function answerFailure(error: unknown): Response {
    if (!(error instanceof StoreUnavailable)) throw error;
    return refused(storeRefusal(error));
  }

  async function answerAdmitted(request: Request, arrival: Arrival): Promise<Response> {
    const admit = () => gate.admit(request, arrival);
    const first = await admit();
    if (first.refusal !== undefined) return refusedAtGate(first.refusal, arrival, first.active);
    const isMessage = request.method === 'POST' && isJsonContentType(request.headers.get('content-type'));
    const read = isMessage ? await readMessage(request, largeBodies, first.active.row.id) : undefined;
    // Who sends a body for a minute may do it with a token that ended meanwhile. Until it is there it has no place.
    const admitted = await admit();
    if (admitted.refusal !== undefined) return refusedAtGate(admitted.refusal, arrival, admitted.active);
    const message = read !== undefined && 'message' in read ? read.message : undefined;
    const active = accountOfCall(admitted.active, message, confirmerOf);
    const { row, account } = active;
    uses.note(row.id, usesEvery(row));
    // A program may have waited for others.
    const began = performance.now();
    const place = await places.take(active, message, request.signal);
    if (place.refusal !== undefined) return refusedAtGate(place.refusal, arrival, active);
    const { leave } = place;
    const isAllowed = async () => {
      const latest = await admit();
      // An account may be taken out of its servers while a call to it goes on.
      return latest.refusal === undefined && views(latest.active, account.id);
    };
    let response: Response | undefined;
    try {
      response = await answer(
        request,
        { by: admitted.by, active, read },
        { admit, arrival, began, isAllowed, onEnd: leave },
      );
      response.headers.set(CATALOG_HEADER, active.servers.catalog().digest);
      return response;
    } finally {
      // The place of a stream is given back when it ends.
      if (response === undefined || !isStream(response)) leave();
    }
  }

  return {
    fetch: (request, arrival) => answerAdmitted(request, arrival).catch(answerFailure),
    changed: () => {
      gate.clear();
      void streams.check();
    },
    endStreams: () => streams.end((stream) => !stream.isCall),
    close: async () => {
      streams.end(() => true);
      await answers.close();
      // A call that is given up may have changed something: it is written down as well.
      await within(Promise.all(going), GIVE_UP);
    },
  };
}

function views({ accounts }: ActiveServer, accountId: string): boolean {
  return [...accounts.values()].some(({ account }) => account.id === accountId);
}

/** Milliseconds from one note of a server's use to the next: often enough that none ends that is used. */
function usesEvery({ idle_ms }: ActiveServer['row']): number | undefined {
  return idle_ms === null ? undefined : Math.min(USES_EVERY, idle_ms / 4);
}

const USES_EVERY = 60_000;

interface Admitted {
  readonly active: ActiveServer;
  readonly by: AuditBy;
}

/** What a request may do for how long. */
interface Right extends Pick<StreamRight, 'isAllowed' | 'onEnd'> {
  readonly admit: () => Promise<Admission>;
  readonly arrival: Arrival;
  /** When it was last judged. */
  readonly began: number;
}

/** Puts on an answer what the API says about the budget that is left. */
function withRateLimit(response: Response, call: AccountCall): Response {
  for (const [name, value] of Object.entries(rateLimitHeaders(call.rateLimit()))) response.headers.set(name, value);
  return response;
}
