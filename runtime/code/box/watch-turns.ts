import type { BoxLimits } from './box.ts';

/**
 * Watches a thread that cannot be asked: `turnsOf` is odd while it computes. Tells once that one turn lasts longer than it may,
 * or the program as a whole, with some time for the thread to say so itself. Answers how to stop watching.
 */
export function watchTurns(
  turnsOf: () => number,
  { cpu, wall }: BoxLimits,
  onOver: (limit: 'cpu' | 'wall') => void,
): () => void {
  const began = performance.now();
  let turns = turnsOf();
  let since = began;
  const timer = setInterval(() => {
    const now = performance.now();
    const seen = turnsOf();
    if (seen !== turns) [turns, since] = [seen, now];
    const limit = seen % 2 === 1 && now - since > cpu + GRACE ? 'cpu' : now - began > wall + GRACE ? 'wall' : undefined;
    if (limit === undefined) return;
    clearInterval(timer);
    onOver(limit);
  }, LOOKS);
  return () => clearInterval(timer);
}

/** Milliseconds between two looks. */
const LOOKS = 25;

/** Milliseconds: a thread needs some to look at the variables of a program that it stopped. */
const GRACE = 125;
