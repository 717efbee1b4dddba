/** What a program may use up before it is ended. */
export interface BoxLimits {
  /** Bytes of its own memory. */
  readonly memory: number;
  /** Milliseconds that it may compute without waiting for an answer. */
  readonly cpu: number;
  /** Milliseconds from its beginning to its end, waiting included. */
  readonly wall: number;
}

/** A program to run, and all that it may use of its host. */
export interface BoxedProgram {
  /** JavaScript or TypeScript as a model wrote it: the body of an async function, or an expression that is one. */
  readonly source: string;
  /** JavaScript of ours that runs before it in the same realm. */
  readonly prelude: string;
  /**
   * What `__ask(text)` of the prelude comes to: one text in, one text out; a failure is a text as well. Not called any more
   * once the program has ended.
   */
  readonly ask: (request: string) => Promise<string>;
  /** Told what `__tell(line)` of the prelude was given, when it is. */
  readonly tell: (line: string) => void;
  readonly limits: BoxLimits;
  /** Ends the program. */
  readonly signal: AbortSignal;
}

/**
 * Why a program ended otherwise than by its own return: it is not JavaScript, threw, used up its time to compute or its time
 * as a whole or its memory, awaits what never happens, was given up, or its box broke.
 */
export type BoxFailure = 'syntax' | 'thrown' | 'cpu' | 'wall' | 'memory' | 'stuck' | 'cancelled' | 'broken';

/** How a program failed, and what it had by then. */
export interface FailedProgram {
  readonly failure: BoxFailure;
  /** The error's own name and message, or ours for a limit. */
  readonly name: string;
  readonly message: string;
  /** Where in the source, from 1; missing where that is not known. */
  readonly line?: number;
  readonly column?: number;
  /** The own properties of what was thrown, as JSON. */
  readonly thrown?: string;
  /** The variables of the program's outermost function that JSON can show, name by name, as JSON each; the large ones are left out. */
  readonly variables: Readonly<Record<string, string>>;
}

/** What a program came to: what it returned as JSON, undefined for nothing, or how it failed. */
export type BoxOutcome = { readonly failure: undefined; readonly value: string | undefined } | FailedProgram;

/** Runs one program apart from its host; rejects for nothing that a program does. */
export type Box = (program: BoxedProgram) => Promise<BoxOutcome>;
