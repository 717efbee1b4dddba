import type { Diagnostic } from '../diagnostics/diagnostics.ts';
import type { Json } from '../json/json-schema.ts';
import type { Loaded } from '../load/load.ts';
import { findMoves } from './find-moves.ts';
import { suggestTarget } from './suggest-target.ts';

/** The diagnostics of a load, where the help of each target that matches nothing names the likeliest one now. */
export function explainAbsent(
  { diagnostics, absent, source }: Pick<Loaded, 'diagnostics' | 'absent' | 'source'>,
  before: Json | undefined,
): Diagnostic[] {
  const moves = before === undefined ? { operations: [], schemas: [] } : findMoves(before, source);
  return diagnostics.map((each) => {
    const target =
      each.code === 'OVERLAY_TARGET_MISSING' ? absent.find(({ action }) => action === each.pointer) : undefined;
    const suggestion = target && suggestTarget(target.target, { moves, before, after: source });
    return suggestion === undefined
      ? each
      : { ...each, help: `${each.help} The likeliest target now is ${suggestion}` };
  });
}
