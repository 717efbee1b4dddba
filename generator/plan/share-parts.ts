import type { JsonSchema } from '../json/json-schema.ts';
import { mapInside } from '../json/map-inside.ts';

/** Characters of JSON from which on a part that stands twice is shorter as a definition and two references. */
const LEAST = 150;

/**
 * A tool's schema with each large part that stands in it more than once written once, among its definitions: the form that every
 * client takes, since the filters of searches have it. What it says stays the same.
 */
export function shareParts(schema: JsonSchema): JsonSchema {
  const found = largestTwice(schema);
  if (found === undefined) return schema;
  const names = new Set(Object.keys(schema.$defs ?? {}));
  const name = [found.key, `${found.key}_part`].find((one) => !names.has(one)) ?? `part_${names.size}`;
  const replace = (part: JsonSchema): JsonSchema =>
    JSON.stringify(part) === found.text ? { $ref: `#/$defs/${name}` } : mapInside(part, replace);
  const part: JsonSchema = JSON.parse(found.text);
  return shareParts({ ...mapInside(schema, replace), $defs: { ...schema.$defs, [name]: part } });
}

interface Found {
  /** The part as JSON. */
  readonly text: string;
  /** The property that it is first the value of, or within. */
  readonly key: string;
}

function largestTwice(schema: JsonSchema): Found | undefined {
  const seen = new Map<string, Found & { count: number }>();
  const look = (part: JsonSchema, key: string): JsonSchema => {
    const text = JSON.stringify(part);
    const known = seen.get(text) ?? { text, key, count: 0 };
    if (text.length >= LEAST) seen.set(text, { ...known, count: known.count + 1 });
    return mapInside(part, (inner, name) => look(inner, name ?? key));
  };
  mapInside(schema, (part, key = 'part') => look(part, key));
  return [...seen.values()].filter(({ count }) => count > 1).sort((a, b) => b.text.length - a.text.length)[0];
}
