import { CLIENT_CAPABILITIES_META_KEY, type ServerContext } from '@modelcontextprotocol/server';
import { isRecord, own } from '../value/value.ts';

/** What a call may use of the request that it belongs to. */
export interface CallContext {
  /** Aborts when the client gives the call up. */
  readonly signal: AbortSignal;
  /** Tells the client that its call goes on since so many seconds; there where the client wants to be told. */
  readonly progress?: ((seconds: number) => void) | undefined;
  /** There where the client can ask its user: what it brought back from an earlier round, if anything. */
  readonly elicitation?: Elicitation | undefined;
}

/** The answers of a client's user, and the state that the server gave away with its questions; neither is trustworthy. */
export interface Elicitation {
  readonly responses: Record<string, unknown> | undefined;
  readonly state: string | undefined;
}

/** What a call may use of its MCP request, in either era; `connected` are the capabilities that `initialize` told. */
export function callContext({ mcpReq }: ServerContext, connected: unknown): CallContext {
  const { signal, _meta, notify, inputResponses } = mcpReq;
  const state = mcpReq.requestState();
  return {
    signal,
    progress: progressReport(_meta?.progressToken, notify),
    elicitation: canAsk(own(mcpReq.envelope, CLIENT_CAPABILITIES_META_KEY) ?? connected)
      ? { responses: inputResponses, state: typeof state === 'string' ? state : undefined }
      : undefined,
  };
}

/** A note on the progress of a call, as MCP sends it. */
export interface ProgressNote {
  readonly method: 'notifications/progress';
  readonly params: { readonly progressToken: string | number; readonly progress: number; readonly message: string };
}

/** What tells a client that its call goes on; undefined where it gave no token to be told by. */
export function progressReport(
  progressToken: string | number | undefined,
  notify: (note: ProgressNote) => Promise<void>,
): CallContext['progress'] {
  if (progressToken === undefined) return undefined;
  return (seconds) => {
    const params = { progressToken, progress: seconds, message: `Waiting for the answer for ${seconds} s` };
    // A client that is gone learns nothing of it.
    notify({ method: 'notifications/progress', params }).catch(() => {});
  };
}

/** True for a client that shows forms to its user; one that declares elicitation without a mode does (MCP 2025-11-25). */
export function canAsk(capabilities: unknown): boolean {
  const elicitation = own(capabilities, 'elicitation');
  return isRecord(elicitation) && (Object.hasOwn(elicitation, 'form') || !Object.hasOwn(elicitation, 'url'));
}
