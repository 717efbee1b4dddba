import type { BoxLimits } from './box.ts';

/** Measures how long a program computes; its `isOver` is asked by the engine many times a millisecond while it does. */
export interface Stopwatch {
  /** The program begins to compute, for at most `budget` milliseconds. */
  readonly enter: (budget?: number) => void;
  /** The program waits. */
  readonly leave: () => void;
  readonly isOver: () => boolean;
  /** The limit that was reached, if one was. */
  readonly reached: () => 'cpu' | 'wall' | undefined;
  /** Milliseconds that are left of the program's time as a whole. */
  readonly left: () => number;
}

/** What a stopwatch works with. */
export interface StopwatchOptions {
  /** Told each time that the program begins to compute, and that it ends to. */
  readonly onTurn?: () => void;
  /** Milliseconds of the time as a whole that are gone already. */
  readonly late?: number;
  /** Milliseconds of a clock that never goes back. */
  readonly now?: () => number;
}

/** Counts from now on. */
export function createStopwatch(
  { cpu, wall }: BoxLimits,
  { onTurn = () => {}, late = 0, now = () => performance.now() }: StopwatchOptions = {},
): Stopwatch {
  const end = now() + wall - late;
  let reached: 'cpu' | 'wall' | undefined;
  let entered = now();
  let budget = cpu;
  let polls = 0;
  let isIn = false;

  function turn(toIn: boolean): void {
    if (isIn !== toIn) onTurn();
    isIn = toIn;
  }

  return {
    enter: (allowed = cpu) => {
      turn(true);
      entered = now();
      budget = allowed;
      polls = 0;
      reached = undefined;
    },
    leave: () => turn(false),
    isOver: () => {
      if (!isIn) return false;
      polls += 1;
      const time = now();
      // Some hosts stop the clock while a program computes: there the engine's own questions are counted.
      const computed = time === entered ? polls / POLLS_A_MILLISECOND : time - entered;
      if (computed >= budget) reached = 'cpu';
      else if (time >= end && budget === cpu) reached = 'wall';
      return reached !== undefined;
    },
    reached: () => reached,
    left: () => end - now(),
  };
}

/** How often the engine asks at least, on a machine of today. */
const POLLS_A_MILLISECOND = 5;
