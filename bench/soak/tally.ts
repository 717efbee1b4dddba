/** A stretch of time in milliseconds of `performance.now()`; without an end while it goes on. */
export interface Stretch {
  readonly from: number;
  until: number;
}

/** One request and what came of it. */
export interface Outcome {
  readonly kind: string;
  readonly began: number;
  readonly ended: number;
  /** `ok`, or what came in its place. */
  readonly result: string;
  /** True for what is right: an answer, a call that was given up, a refusal that had to be. */
  readonly isHonest: boolean;
}

/** Counts what clients saw. */
export class Tally {
  private readonly outcomes: Outcome[] = [];
  /** While the database restarts: what was asked in it may be refused with 503. */
  readonly away: Stretch[] = [];

  add(outcome: Outcome): void {
    this.outcomes.push(outcome);
  }

  /** Whether a request that began and ended then fell into a restart of the database. */
  wasAway({ began, ended }: { began: number; ended: number }): boolean {
    return this.away.some(({ from, until }) => ended >= from && began <= until);
  }

  get requests(): number {
    return this.outcomes.length;
  }

  get dishonest(): readonly Outcome[] {
    return this.outcomes.filter(({ isHonest }) => !isHonest);
  }

  /** How often each result came that is not `ok`, the most frequent first. */
  results(): [result: string, count: number, isHonest: boolean][] {
    const counts = new Map<string, [string, number, boolean]>();
    for (const { result, isHonest } of this.outcomes) {
      if (result === 'ok') continue;
      const [, count] = counts.get(result) ?? [result, 0];
      counts.set(result, [result, count + 1, isHonest]);
    }
    return [...counts.values()].toSorted(([, one], [, other]) => other - one);
  }

  /** Requests and milliseconds of those that were answered, by kind and of all. */
  latencies(): { kind: string; requests: number; p50: number; p99: number; max: number }[] {
    const kinds = [...new Set(this.outcomes.map(({ kind }) => kind))].toSorted();
    return [undefined, ...kinds].map((kind) => {
      const answered = this.outcomes.filter((one) => one.result === 'ok' && (kind === undefined || one.kind === kind));
      const times = answered.map(({ began, ended }) => ended - began).toSorted((one, other) => one - other);
      const at = (part: number): number => times[Math.floor((times.length - 1) * part)] ?? Number.NaN;
      return { kind: kind ?? 'all', requests: times.length, p50: at(0.5), p99: at(0.99), max: at(1) };
    });
  }
}
