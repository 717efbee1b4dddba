import type { HttpEffort } from '../measures/http.ts';
import type { CallCount } from '../measures/stdio.ts';

/** How often each measurement is made. */
export interface Effort extends CallCount, HttpEffort {
  /** Starts of each server, and of how many of them calls are measured. */
  readonly starts: number;
  readonly callRuns: number;
  /** Generations of each generator. */
  readonly generations: number;
}

/** What fits into two minutes of an idle machine, and what has time; odd numbers, which have a middle. */
export const efforts = {
  quick: {
    ...{ starts: 3, callRuns: 3, warm: 200, measured: 300, generations: 1 },
    ...{ turns: 3, warmCalls: 600, callsAlone: 150, callsMany: 500, lists: 25 },
  },
  whole: {
    ...{ starts: 21, callRuns: 5, warm: 1500, measured: 1500, generations: 3 },
    ...{ turns: 5, warmCalls: 3000, callsAlone: 1000, callsMany: 4000, lists: 300 },
  },
} as const satisfies Record<string, Effort>;
