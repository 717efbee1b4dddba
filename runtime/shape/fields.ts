/** A choice of properties: all of a value, or some of its properties by name. */
export interface Choice {
  whole: boolean;
  readonly children: Map<string, Choice>;
}

/** What a caller asked for in `fields`. */
export interface FieldSelection {
  /** Every property, also those that are noise. */
  readonly everything: boolean;
  /** These beside what is shown anyway, and not instead. */
  readonly beside: boolean;
  /** Dotted places, without wrappers. */
  readonly paths: readonly string[];
  /** Where a long text or list goes on, by place: `body@2000` is from character 2,000. */
  readonly offsets: ReadonlyMap<string, number>;
}

/**
 * Reads `fields`: dotted names, `*` for all, a `+` before those that are wanted beside the usual, `@n` to go on at n. A name
 * that is shown beside an id (`labelled` has the properties of such ids) comes with it.
 */
export function readFields(
  fields: readonly string[] | undefined,
  labelled: Readonly<Record<string, string>> = {},
): FieldSelection | undefined {
  const raw = (fields ?? []).map((field) => field.trim()).filter((field) => field !== '');
  if (raw.length === 0) return undefined;
  const offsets = new Map<string, number>();
  const paths = raw.flatMap((field) => {
    const [, path = '', offset] = /^\+?(.*?)(?:@(\d{1,9}))?$/s.exec(field) ?? [];
    if (offset !== undefined) offsets.set(path, Number(offset));
    const id = `${path}_id`;
    return Object.hasOwn(labelled, id.split('.').at(-1) ?? '') ? [path, id] : [path];
  });
  return { everything: paths.includes('*'), beside: raw.every((field) => field.startsWith('+')), paths, offsets };
}

/** A choice from dotted places; `*` within one stands for any name. */
export function choose(paths: readonly string[]): Choice {
  const root: Choice = { whole: false, children: new Map() };
  for (const path of paths) {
    let at = root;
    for (const name of path.split('.')) {
      const next = at.children.get(name) ?? { whole: false, children: new Map() };
      at.children.set(name, next);
      at = next;
    }
    at.whole = true;
  }
  return root;
}
