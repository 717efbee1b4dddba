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
export interface ToolCall {
  readonly name: string;
  readonly arguments: Readonly<Record<string, unknown>>;
}

/** A server that is ready to be started, and what else there is to measure of it. What a contestant has not is left out. */
export interface Prepared {
  /** The folder that was installed, with `node_modules` in it. */
  readonly folder: string;
  /** Its server on stdin and stdout. */
  readonly server?: Command;
  /** The call that asks whose token it is. */
  readonly call?: ToolCall;
  /** Servers in modes with lists of their own. */
  readonly modes?: Readonly<Partial<Record<'discoveryTokens' | 'codeTokens', Command>>>;
  /** Makes tools of the description in a folder that is not there yet, or is where it is done again. */
  readonly generate?: (output: string) => Command | Promise<Command>;
  /** Whether a second generation into the same folder is any different from the first. */
  readonly knowsUnchanged?: boolean;
  /** The folder of a project whose types are checked, with a `tsconfig.json`. */
  readonly project?: string;
  /** Files of a package as it is published. */
  readonly tarball?: string;
  /** JavaScript of a program with a client and one tool, to be bundled in `folder`. */
  readonly oneTool?: string;
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
