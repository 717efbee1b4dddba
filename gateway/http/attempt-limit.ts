import { networkOf } from './network-of.ts';

/** Who tries, by the caller's address, and what at: what is tried elsewhere does not count here. */
export interface Attempt {
  readonly address: string;
  readonly target?: string;
}

/** Counts attempts, so many of one network in any span of time. */
export interface AttemptLimit {
  /** Milliseconds to wait until the next attempt; 0 where none has to be waited. Counts nothing. */
  readonly wait: (attempt: Attempt) => number;
  /** Counts an attempt and answers 0; where none is left it counts nothing, and answers as `wait` does. */
  readonly take: (attempt: Attempt) => number;
  /** Takes back the last attempt that was counted: it was no failure. */
  readonly giveBack: (attempt: Attempt) => void;
}

/** Networks that are remembered at once: more of them push out those that tried the longest ago. */
const MOST_REMEMBERED = 10_000;

/**
 * So many `attempts` of each network (an IPv4 address, 64 bits of an IPv6 address) at each target in any `span` of so many
 * milliseconds. It slides: an attempt is free again when the oldest is older than the span. It counts for this process alone
 * and costs the store nothing, so N processes allow N times as many. For what is tried wrong: `take` where others may try at
 * the same moment, and `giveBack` after a success; or `wait` before and `take` after a failure, where many right ones come at
 * once.
 */
export function createAttemptLimit({
  attempts,
  span,
  now,
  mostRemembered = MOST_REMEMBERED,
}: {
  attempts: number;
  span: number;
  now: () => number;
  mostRemembered?: number;
}): AttemptLimit {
  /** When the attempts were that still count, oldest first; whoever tried last stands last. */
  const counted = new Map<string, readonly number[]>();
  // A clock that was set back has left times behind that are yet to come.
  const isRecent = (then: number): boolean => then <= now() && then + span > now();

  const recentOf = (key: string): readonly number[] => (counted.get(key) ?? []).filter(isRecent);

  const keep = (key: string, times: readonly number[]): void => {
    counted.delete(key);
    if (times.length > 0) counted.set(key, times);
    for (const [oldest, old] of counted) {
      if (counted.size <= mostRemembered && old.some(isRecent)) break;
      counted.delete(oldest);
    }
  };

  const waitOf = (recent: readonly number[]): number => {
    const [oldest] = recent;
    return oldest !== undefined && recent.length >= attempts ? oldest + span - now() : 0;
  };

  return {
    wait: (attempt) => waitOf(recentOf(keyOf(attempt))),
    take: (attempt) => {
      const key = keyOf(attempt);
      const recent = recentOf(key);
      const wait = waitOf(recent);
      if (wait === 0) keep(key, [...recent, now()]);
      return wait;
    },
    giveBack: (attempt) => {
      const key = keyOf(attempt);
      keep(key, recentOf(key).slice(0, -1));
    },
  };
}

/** The value of `Retry-After` for a time to wait, in whole seconds. */
export function retryAfter(milliseconds: number): string {
  return String(Math.max(1, Math.ceil(milliseconds / 1000)));
}

function keyOf({ address, target = '' }: Attempt): string {
  return `${networkOf(address)} ${target}`;
}
