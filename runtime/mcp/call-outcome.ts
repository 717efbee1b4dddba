import type { ProgramFailure } from '../code/explain-failure.ts';
import type { Tool } from '../tool/tool.ts';
import type { CallSettings } from './call-tool.ts';

/** What a call came to: the name that was asked for, or in discovery the tool that it came to, and what it was given. */
export interface CallOutcome {
  readonly tool: string;
  readonly arguments: unknown;
  /** `ok`, `error` for a result that says what went wrong, `unknown_tool` for a name that is not listed. */
  readonly status: 'ok' | 'error' | 'unknown_tool';
  /** What was thrown, where something was. */
  readonly error?: unknown;
  /** The client gave the call up. */
  readonly isCancelled: boolean;
  /** The program that made the call, or that the call ran. */
  readonly programId?: string;
  /** Why a program failed, of the call that ran it. */
  readonly failure?: ProgramFailure;
}

/** How the tools of a toolbox are found and called. */
export interface CallListedSettings extends CallSettings {
  /** Loads a tool of the catalog at its first call. */
  readonly loadTool: (name: string) => Promise<Tool | undefined>;
  /** Told of every failed call; the model gets a text without internals. */
  readonly onError?: ((error: unknown, tool: string) => void) | undefined;
  /** Told of every call when it is over; the client gets its answer once this is done, and an error where it rejects. */
  readonly onCall?: ((outcome: CallOutcome) => Promise<void>) | undefined;
  /** How one of the calls is made that a program makes, asked anew for each; as any other call unless said otherwise. */
  readonly innerCall?: ((program: { readonly id: string }) => InnerCall) | undefined;
}

/** How a call of a program is made, and who is told of it. */
export type InnerCall = Pick<CallSettings, 'client'> & Pick<CallListedSettings, 'onCall'>;
