import { isRecord } from '../json/json-schema.ts';
import type { OverlayFile } from './overlay.ts';
import { pathsOfTarget } from './overlay-target.ts';

/** The paths that overlays name, each with the keys of it that they are about; undefined where with all of it. */
export type KnownPaths = ReadonlyMap<string, ReadonlySet<string> | undefined>;

/** The paths that the targets of overlays name literally, in their order. */
export function knownPaths(overlays: readonly OverlayFile[]): KnownPaths {
  const known = new Map<string, Set<string> | undefined>();
  for (const target of overlays.flatMap(targetsOf)) {
    const { paths = [], keys } = pathsOfTarget(target) ?? {};
    for (const { name } of paths) {
      const before = known.has(name) ? known.get(name) : new Set<string>();
      known.set(name, keys && before && new Set([...before, ...keys.map((key) => key.name)]));
    }
  }
  return known;
}

function targetsOf({ content }: OverlayFile): string[] {
  const actions = isRecord(content) && Array.isArray(content.actions) ? content.actions : [];
  return actions.flatMap((action: unknown) =>
    isRecord(action) && typeof action.target === 'string' ? [action.target] : [],
  );
}

/** Whether overlays are about any of these operations of a path, by the spelling that they have for it. */
export function takesAny(known: KnownPaths, spelled: string, methods: readonly string[]): boolean {
  const keys = known.get(spelled);
  return keys === undefined ? known.has(spelled) && methods.length > 0 : methods.some((method) => keys.has(method));
}
