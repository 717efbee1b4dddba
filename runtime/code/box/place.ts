/** Where in a program's source, from 1; empty where that is not known. */
export interface Place {
  readonly line?: number;
  readonly column?: number;
}

/** The name by which the engine knows the program's source. */
export const PROGRAM = 'program';

/** What is known of a source's own places. */
export interface Placed {
  /** Characters of ours in front of its first line. */
  readonly before: number;
  /** Whether types were taken out, so that columns are not the source's own any more. */
  readonly isStripped: boolean;
}

/** The first place in the program's source that a stack names. */
export function placeIn(stack: string, { before, isStripped }: Placed): Place {
  const [, first, second] = /\bprogram:(\d{1,7}):(\d{1,7})/.exec(stack) ?? [];
  if (first === undefined || second === undefined) return {};
  const line = Number(first);
  if (isStripped) return { line };
  return { line, column: Math.max(1, Number(second) - (line === 1 ? before : 0)) };
}
