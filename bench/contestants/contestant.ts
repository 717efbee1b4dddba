import type { Command } from '../support/run-program.ts';
import type { Progress } from './scratch.ts';

/** What a contestant is prepared with. */
export interface Setting {
  /** Where packages are installed. */
  readonly scratch: string;
  /** The OpenAPI description, as a file. */
  readonly description: string;
  /** Address of what plays Intercom. */
  readonly upstream: string;
  readonly progress: Progress;
}

/** A call of a tool. */
interface ToolCall {
  readonly name: string;
  readonly arguments: Readonly<Record<string, unknown>>;
}

/** An operation that only reads: what its tool is called depends on the contestant. */
export interface Operation {
  readonly operationId: string;
  /** The tool of ours. */
  readonly tool: string;
  /** Its path parameters. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** A server that is ready to be started, and what else there is to measure of it. What a contestant has not is left out. */
export interface Prepared {
  /** The folder that was installed, with `node_modules` in it. */
  readonly folder: string;
  /** The folder in which nothing is installed but what serves, where that is another. */
  readonly servingFolder?: string;
  /** Its server on stdin and stdout. */
  readonly server?: Command;
  /** Its servers over HTTP: its own, and a gateway over a store. */
  readonly http?: { readonly serve: Command; readonly gateway: (store: string) => Command };
  /** The call that asks whose token it is. */
  readonly call?: ToolCall;
  /** Servers in modes with lists of their own. */
  readonly modes?: Readonly<Partial<Record<'discoveryTokens' | 'codeTokens', Command>>>;
  /** Starts everything on this machine, and prints where. */
  readonly start?: Command;
  /** Makes tools of the description in a folder that is not there yet, or is where it is done again. */
  readonly generate?: (output: string) => Command | Promise<Command>;
  /** Makes the tools that the package has: of the contract, with all overlays. */
  readonly generateContract?: (output: string) => Command;
  /** The folder of what was generated, with a `tsconfig.json`. */
  readonly project?: string;
  /** The folder of a project that uses it, where that is another. */
  readonly consumer?: string;
  /** The call of a tool for an operation of the description. */
  readonly read?: (operation: Operation) => ToolCall;
  /** Files of a package as it is published. */
  readonly tarball?: string;
  /** A program with a client and one tool, as if it stood in `folder`. */
  readonly oneTool?: { readonly folder: string; readonly code: string };
}

/** What takes part in the comparison. */
export interface Contestant {
  /** Under which it is chosen, and stands in the table. */
  readonly name: string;
  /** What it is. */
  readonly title: string;
  /** Installs and generates what it needs; throws with why it cannot take part. */
  readonly prepare: (setting: Setting) => Promise<Prepared>;
}
