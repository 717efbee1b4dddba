import { isRecord } from '../json/json-schema.ts';
import { knownPaths } from '../load/known-paths.ts';
import type { OverlayFile } from '../load/overlay.ts';
import { shapeOf } from '../text/path-shape.ts';
import { type Moving, movedTarget } from './move-target.ts';

/** An action whose target is another now. */
export interface MovedAction {
  readonly file: string;
  readonly index: number;
  readonly from: string;
  readonly to: string;
}

/** Overlays whose targets follow what moved, and which of their actions that are; the given ones stay as they are. */
export function moveOverlays(
  overlays: readonly OverlayFile[],
  { moves, before }: Omit<Moving, 'spellings'>,
): { overlays: OverlayFile[]; moved: MovedAction[] } {
  const spellings = new Map([...knownPaths(overlays).keys()].map((path) => [shapeOf(path), path]));
  const moved: MovedAction[] = [];
  const result = overlays.map(({ file, content }): OverlayFile => {
    if (!isRecord(content) || !Array.isArray(content.actions)) return { file, content };
    const actions = content.actions.map((action: unknown, index) => {
      const from = isRecord(action) ? action.target : undefined;
      const to = typeof from === 'string' ? movedTarget(from, { moves, before, spellings }) : undefined;
      if (!isRecord(action) || typeof from !== 'string' || to === undefined) return action;
      moved.push({ file, index, from, to });
      return { ...action, target: to };
    });
    return { file, content: { ...content, actions } };
  });
  return { overlays: result, moved };
}
