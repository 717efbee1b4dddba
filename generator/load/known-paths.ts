import { isRecord } from '../json/json-schema.ts';
import type { OverlayFile } from './overlay.ts';
import { entryName, pathsOfTarget } from './overlay-target.ts';

/** What overlays are about of a path. */
interface KnownPath {
  /** Keys of it, such as `get`; undefined where all of it. */
  readonly keys: ReadonlySet<string> | undefined;
  /** Names of entries of its lists, such as its parameters. */
  readonly entries: ReadonlySet<string>;
}

/** The paths that overlays name, by their own spelling. */
export type KnownPaths = ReadonlyMap<string, KnownPath>;

/** The paths that the targets of overlays name literally, in their order. */
export function knownPaths(overlays: readonly OverlayFile[]): KnownPaths {
  const known = new Map<string, { keys: Set<string> | undefined; entries: Set<string> }>();
  for (const target of overlays.flatMap(targetsOf)) {
    const { paths = [], keys } = pathsOfTarget(target) ?? {};
    const entry = entryName(target);
    for (const { name } of paths) {
      const before = known.get(name) ?? { keys: new Set<string>(), entries: new Set<string>() };
      known.set(name, {
        keys: keys && before.keys && new Set([...before.keys, ...keys.map((key) => key.name)]),
        entries: new Set([...before.entries, ...(entry === undefined ? [] : [entry])]),
      });
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
  const path = known.get(spelled);
  if (path === undefined) return false;
  const { keys } = path;
  return keys === undefined ? methods.length > 0 : methods.some((method) => keys.has(method));
}
