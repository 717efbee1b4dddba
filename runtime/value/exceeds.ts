/** How much a value from outside may hold: levels of objects and lists within each other, objects, values of any kind, characters of a text or key. */
export interface Extent {
  readonly levels: number;
  readonly records?: number;
  readonly values?: number;
  readonly characters?: number;
}

/** True for more than that. Looks at each part once, without recursion, and no further than it has to; binary data is one value. */
export function exceeds(value: unknown, { levels, records = MANY, values = MANY, characters }: Extent): boolean {
  const isLong = (text: unknown) => characters !== undefined && typeof text === 'string' && text.length > characters;
  if (isLong(value)) return true;
  let level: object[] = isContainer(value) ? [value] : [];
  let [depth, objects, all] = [0, 0, 1];
  while (level.length > 0) {
    depth += 1;
    if (depth > levels) return true;
    const below: object[] = [];
    for (const parent of level) {
      if (!Array.isArray(parent)) objects += 1;
      const children: readonly unknown[] = Array.isArray(parent) ? parent : Object.values(parent);
      all += children.length;
      if (objects > records || all > values) return true;
      if (characters !== undefined && !Array.isArray(parent) && Object.keys(parent).some(isLong)) return true;
      for (const child of children) {
        if (isContainer(child)) below.push(child);
        else if (isLong(child)) return true;
      }
    }
    level = below;
  }
  return false;
}

/** A bound for values that a program made, which can hold the same part any number of times. */
const MANY = 5_000_000;

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !ArrayBuffer.isView(value);
}
