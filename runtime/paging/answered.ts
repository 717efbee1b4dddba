import type { Position } from './cursor.ts';

/** An answer of the API, the position that it was asked for, and the items that it holds. */
export interface Answered {
  readonly answer: unknown;
  readonly position: Position;
  readonly items: readonly unknown[];
  /** Items that were asked for, where the request said how many. */
  readonly size?: number | undefined;
  /** Its `Link` header. */
  readonly link?: string | undefined;
}
