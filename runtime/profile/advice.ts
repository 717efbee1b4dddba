import type { Pagination } from '../tool/tool.ts';

/** An error answer as advice looks at it; the parts of the first error that it names, and what the headers say. */
export interface ErrorSituation {
  readonly status: number;
  readonly code?: string | undefined;
  readonly message?: string | undefined;
  /** The argument that the answer names. */
  readonly field?: string | undefined;
  /** Seconds. */
  readonly retryAfter?: number | undefined;
  /** The `Link` header. */
  readonly link?: string | null;
  /** True where the call changes something. */
  readonly write?: boolean;
  /** How the operation pages, where the call carried a `next_cursor`. */
  readonly paging?: Pagination['style'] | undefined;
  readonly call?: FailedTool | undefined;
}

/** The tool whose call failed, by its name, and the arguments that its request was made of. */
export interface FailedTool {
  readonly tool: string;
  readonly arguments: Readonly<Record<string, unknown>>;
}

/** One or two sentences for a person or a model: what to do after an error answer; undefined where the status says it all. */
export type AdviseOn = (situation: ErrorSituation) => string | undefined | Promise<string | undefined>;

/**
 * What to say of a list whose error answer means that nothing was found, as of a look-up by name: it is then answered as an
 * empty one. Undefined where the error is one.
 */
export type NothingFound = (situation: ErrorSituation & { readonly call: FailedTool }) => string | undefined;
