/** A tool server to connect to: a program to start, or an address on this machine. */
export type Target = ProgramTarget | { readonly url: string };

/** A tool server that its client starts, and talks to over stdin and stdout. */
export interface ProgramTarget {
  readonly command: string;
  readonly args: string[];
  readonly env: Record<string, string>;
}

/** What a tool answered, as far as the library shows it to an agent. */
interface Answer {
  readonly isError: boolean;
  readonly text: string;
}

/** A library's connection to one tool server. */
export interface Connection extends AsyncDisposable {
  /** The protocol era that the library and the server agreed on, where the library tells. */
  readonly era?: string | undefined;
  /** Names of the tools, as an agent of this library gets them. */
  readonly list: () => Promise<readonly string[]>;
  readonly call: (name: string, args: Record<string, unknown>) => Promise<Answer>;
}

/** Another project's MCP client. */
export interface Library {
  readonly name: string;
  /** The package in `test/compat` that it needs; none for those that the project itself has. */
  readonly needs?: string;
  /** The era that it has to end up with, where it tells. */
  readonly era?: string;
  readonly connect: (target: Target) => Promise<Connection>;
}

/** The text parts of a tool's result, joined. */
export function textOf(content: readonly { readonly type: string; readonly text?: unknown }[]): string {
  return content.flatMap(({ text }) => (typeof text === 'string' ? [text] : [])).join('\n');
}
