import { mkdir, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Files that are moved one after the other, and back where something is in the way. */
export interface Moves {
  readonly move: (from: string, to: string) => Promise<void>;
  /** Moves all back, the last first. */
  readonly undo: () => Promise<void>;
}

/** No file was moved yet. */
export function createMoves(): Moves {
  const done: { from: string; to: string }[] = [];
  return {
    move: async (from, to) => {
      await mkdir(dirname(to), { recursive: true });
      await rename(from, to);
      done.push({ from, to });
    },
    undo: async () => {
      for (const { from, to } of done.toReversed()) await rename(to, from);
    },
  };
}
