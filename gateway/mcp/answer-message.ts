import { createMcpHandler } from '@modelcontextprotocol/server';
import type { AcceptedTypes } from '../../runtime/mcp/accepted-types.ts';
import { answerDirectly, type DirectServer } from '../../runtime/mcp/direct-answer.ts';
import { type DirectCall, readDirectCall } from '../../runtime/mcp/direct-call.ts';
import type { OwnSettings } from '../../runtime/mcp/index.ts';
import { headOf } from '../../runtime/mcp/read-post.ts';
import { settleAnswer } from '../../runtime/mcp/settle-answer.ts';
import { own } from '../../runtime/value/value.ts';
import type { GatewayContext } from '../context/gateway-context.ts';
import { isStream } from '../http/is-stream.ts';
import type { AccountCall } from './account-call.ts';
import { accountForTool } from './account-of-call.ts';
import { accountTools } from './account-tools.ts';
import type { ActiveServer } from './find-server.ts';
import type { OpenStreams, StreamRight } from './open-streams.ts';
import { endedEvent, endedMessage } from './refusal.ts';

/** A message to a server, and what its tools are called by. */
interface Messaged {
  readonly active: ActiveServer;
  readonly call: AccountCall;
  readonly message: unknown;
  readonly accepted: AcceptedTypes;
}

/** Whether the answer may still be given, and who is told of its end. */
type Right = Pick<StreamRight, 'isAllowed' | 'onEnd'>;

/** Answers the messages of all servers. */
export interface MessageAnswers {
  /** A stream among the answers ends when its right does. */
  readonly answer: (request: Request, messaged: Messaged, right: Right) => Promise<Response>;
  /** What the SDK says of a request that brings no message. */
  readonly refuse: (request: Request) => Promise<Response>;
  readonly close: () => Promise<void>;
}

/** {@link MessageAnswers} by the SDK; the calls of tools that all clients send alike go to the tools themselves. */
export function createMessageAnswers(
  { apis, logger }: Pick<GatewayContext, 'apis' | 'logger'>,
  streams: Pick<OpenStreams, 'hold' | 'watch'>,
): MessageAnswers {
  const handler = createMcpHandler(({ authInfo }) => serverFor(authInfo?.extra), {
    legacy: 'stateless',
    onerror: (error) => logger.debug({ err: error }, 'MCP'),
  });

  function settingsOf({ active, call }: Pick<Messaged, 'active' | 'call'>): OwnSettings {
    return {
      ...active.identity,
      client: call.client,
      loadTool: accountTools(apis, active.api, (tool) => accountForTool(active, tool)),
      onCall: call.onCall,
      innerCall: call.innerCall,
      confirmer: active.confirmer,
    };
  }

  function serverFor(extra: Record<string, unknown> | undefined) {
    // It was put there by `answerBySdk`, or the request is one that MCP refuses by itself.
    const { active, call } = (extra ?? {}) as Partial<Pick<Messaged, 'active' | 'call'>>;
    if (active === undefined || call === undefined) throw new Error('an MCP server was made without a request');
    return active.servers(settingsOf({ active, call }));
  }

  function hold(response: Response, message: unknown, right: Right): Response {
    const isCall = own(message, 'method') === 'tools/call';
    return streams.hold(response, { ...right, isCall, ...(isCall && { lastEvent: endedEvent(message) }) });
  }

  async function answerBySdk(
    request: Request,
    { active, call, message, accepted }: Messaged,
    right: Right,
  ): Promise<Response> {
    // The SDK hands this through to the maker of the server; nothing else sees it.
    const authInfo = { token: '', clientId: '', scopes: [], extra: { active, call } };
    const response = await handler.fetch(headOf(request), { authInfo, parsedBody: message });
    return settleAnswer(isStream(response) ? hold(response, message, right) : response, accepted);
  }

  async function answerByTool(
    { signal: gone }: Pick<Request, 'signal'>,
    { message, accepted }: Messaged,
    { right, server, call }: { readonly right: Right; readonly server: DirectServer; readonly call: DirectCall },
  ): Promise<Response> {
    const giveUp = new AbortController();
    const leave = (): void => giveUp.abort();
    gone.addEventListener('abort', leave, { once: true });
    const end = (): void => giveUp.abort(ENDED);
    // Earlier revisions wait on a stream, which ends when its right does, and so does one that did not begin yet.
    const isAllowed = call.isModern ? async () => true : right.isAllowed;
    const unwatch = streams.watch({ isAllowed, isCall: true, end });
    try {
      const response = await answerDirectly(server, call, { accepted, signal: giveUp.signal });
      return isStream(response) ? hold(response, message, right) : response;
    } catch (error) {
      if (error === ENDED) return Response.json(endedMessage(message));
      if (gone.aborted) return new Response(null, { status: CLIENT_CLOSED });
      throw error;
    } finally {
      unwatch();
    }
  }

  return {
    answer: async (request, messaged, right) => {
      const call = readDirectCall(messaged.message, request.headers);
      const server = call && messaged.active.servers.direct(settingsOf(messaged), call);
      if (call === undefined || server === undefined) return answerBySdk(request, messaged, right);
      return answerByTool(request, messaged, { right, server, call });
    },
    refuse: handler.fetch,
    close: handler.close,
  };
}

/** Why a call is given up that may not go on. */
const ENDED = new Error('the right to this call has ended');

/** The status of an answer that nobody waits for. */
const CLIENT_CLOSED = 499;
