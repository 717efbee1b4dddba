import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fail } from '../diagnostics/fail.ts';
import type { OverlayFile } from '../load/overlay.ts';
import type { Comparison } from './compare-descriptions.ts';
import { fileOfNames } from './keep-names.ts';
import { rewriteActions } from './rewrite-actions.ts';

/**
 * The texts of the overlay files of a folder that change by what moved, by their paths. Throws where one is written in a way
 * that this cannot change: the moves go into all of them or into none.
 */
export async function rewrittenOverlays(
  folder: string,
  overlays: readonly OverlayFile[],
  { moved, kept }: Pick<Comparison, 'moved' | 'kept'>,
): Promise<[string, string][]> {
  const files = new Set([...moved.map(({ file }) => file), ...(kept.length > 0 ? [fileOfNames(overlays)] : [])]);
  const texts: [string, string][] = [];
  for (const file of files) {
    if (file === undefined) continue;
    const path = join(folder, file);
    const targets = new Map(moved.filter((each) => each.file === file).map(({ index, to }) => [index, to]));
    const added = file === fileOfNames(overlays) ? kept : [];
    const text = rewriteActions(await readFile(path, 'utf8'), { targets, added });
    if (text === undefined)
      throw fail(
        'OVERLAY_KEPT',
        `${path} is written so that its targets cannot be replaced: by aliases, or as one flow list`,
      );
    texts.push([path, text]);
  }
  return texts;
}
