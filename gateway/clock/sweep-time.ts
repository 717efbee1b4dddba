import type { SweepRepository } from '../store/contract/sweeps.ts';
import type { Clock, MachineClocks } from './clock.ts';

/** Milliseconds by which a clock may be ahead of what it should say. */
const TOLERANCE = 60_000;

/** Milliseconds after which a clock that was set ahead is believed, if it has gone on from there: clocks that are wrong are put right sooner. */
const CONFIRMED_AFTER = 15 * 60_000;

/** How the clock stands while it is not believed. */
export interface Hesitation {
  /** Milliseconds by which it is ahead. */
  readonly ahead: number;
  /** True at a start, after which nobody can tell a wrong clock from a gateway that was not running. */
  readonly isStart: boolean;
}

interface Options extends Pick<Clock, 'now'>, Pick<MachineClocks, 'uptime'> {
  /** What was cleared away up to which time, by whichever process. */
  readonly sweeps: SweepRepository;
  /** Called when the clock jumped ahead, once for each jump. */
  readonly onHesitation: (hesitation: Hesitation) => void;
}

/**
 * Answers the time up to which may be cleared away what is over. It is that of the clock, unless this jumped ahead of the
 * time that has passed since it was believed last (before a start: since the last clearing): then it is the time at which the
 * clock would stand without the jump, until it has gone on for a quarter of an hour from where it jumped to. Whatever is over
 * is refused meanwhile all the same; it is only not deleted. An earlier time deletes less, so steps back are believed at once.
 */
export async function createSweepTime({ now, uptime, sweeps, onHesitation }: Options): Promise<() => Promise<number>> {
  let believed = { at: (await sweeps.latest()) ?? now(), uptime: uptime() };
  let jump: { readonly zero: number; readonly since: number } | undefined;

  const judge = (isStart: boolean): number => {
    const time = now();
    const passed = uptime();
    const expected = believed.at + passed - believed.uptime;
    const zero = time - passed;
    if (time - expected <= TOLERANCE) jump = undefined;
    else if (jump === undefined || Math.abs(zero - jump.zero) > TOLERANCE) {
      jump = { zero, since: passed };
      onHesitation({ ahead: Math.round(time - expected), isStart });
    }
    if (jump !== undefined && passed - jump.since < CONFIRMED_AFTER) return Math.round(expected);
    jump = undefined;
    believed = { at: time, uptime: passed };
    return time;
  };

  judge(true);
  return async () => {
    const until = judge(false);
    await sweeps.keep(until);
    return until;
  };
}
