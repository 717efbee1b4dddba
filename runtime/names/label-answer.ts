import { stripInvisible } from '../shape/html/invisible.ts';
import { asText, isRecord } from '../value/value.ts';
import { idInside, idsBeside, idsByKey } from './answer-ids.ts';
import type { Names } from './names.ts';

/** Characters of a name in an answer, and of an answer with its names. */
const LONGEST_LABEL = 80;
const LONGEST_ANSWER = 40_000;

/** Levels and values of an answer that are looked at. */
const DEEPEST = 12;
const MOST_VALUES = 20_000;
/** As many of an answer that nothing is left out of: more than ten megabytes have. */
const MOST_COMPLETE = 2_000_000;

/**
 * An answer with the names of teammates, teams and the like beside their ids, and in the place of ids that stand by key: from
 * the answer itself, else from the account's lists, each asked for once a minute. What cannot be had is missing.
 */
export async function labelAnswer(
  answer: unknown,
  names: Names,
  { opaque, isComplete = false }: { readonly opaque: ReadonlySet<string>; readonly isComplete?: boolean },
): Promise<unknown> {
  const { profile } = names;
  const most = isComplete ? MOST_COMPLETE : MOST_VALUES;
  const wanted = new Map<string, Set<string>>();
  const own = ownNames(answer, profile.kinds, most);
  // Once to see what is missing, and once to write.
  write(answer, {
    names,
    opaque,
    left: most,
    labelOf: (kind, id) => {
      wanted.set(kind, (wanted.get(kind) ?? new Set()).add(id));
      return undefined;
    },
  });
  if (wanted.size === 0) return answer;
  const isMissing = ([kind, ids]: [string, Set<string>]) => [...ids].some((id) => !own.has(`${kind} ${id}`));
  await names.loadShown([...wanted].filter(isMissing).map(([kind]) => kind));
  let room = isComplete ? Number.POSITIVE_INFINITY : LONGEST_ANSWER - JSON.stringify(answer).length;
  return write(answer, {
    names,
    opaque,
    left: most,
    labelOf: (kind, id, key) => {
      const label = own.get(`${kind} ${id}`) ?? names.labelOf(kind, id, key) ?? '';
      const seen = stripInvisible(label.slice(0, LONGEST_LABEL).toWellFormed());
      const size = JSON.stringify(seen).length + EACH;
      if (seen === '' || size > room) return undefined;
      room -= size;
      return seen;
    },
  });
}

/** Characters of the property that a name stands in. */
const EACH = 25;

/** Names that an answer holds itself, by kind and id. */
function ownNames(answer: unknown, kinds: Names['profile']['kinds'], most: number): ReadonlyMap<string, string> {
  const known = new Map<string, string>();
  const left: unknown[] = [answer];
  for (let count = 0; left.length > 0 && count < most; count += 1) {
    const value = left.pop();
    if (isRecord(value)) {
      const { type, name } = value;
      const id = asText(value.id);
      if (typeof type === 'string' && Object.hasOwn(kinds, type) && id !== undefined && typeof name === 'string')
        known.set(`${type} ${id}`, name);
    }
    if (typeof value === 'object' && value !== null)
      for (const part of Object.values(value).slice(0, most)) left.push(part);
  }
  return known;
}

interface Writing {
  readonly names: Pick<Names, 'profile'>;
  readonly opaque: ReadonlySet<string>;
  readonly labelOf: (kind: string, id: string, key?: string) => string | undefined;
  /** Values that are still looked at. */
  left: number;
}

function write(value: unknown, writing: Writing, name = '', depth = 0): unknown {
  writing.left -= 1;
  if (depth > DEEPEST || writing.left < 0) return value;
  if (Array.isArray(value)) return value.map((item) => write(item, writing, name, depth + 1));
  if (!isRecord(value)) return value;
  const { profile } = writing.names;
  const entries = Object.entries(value).flatMap(([key, part]): [string, unknown][] => {
    const beside = idsBeside(value, key, profile);
    if (beside !== undefined) {
      const labels = beside.ids.flatMap((id) => writing.labelOf(beside.kind, id) ?? []);
      const [label] = labels;
      // A list of which one name is missing would be read wrongly.
      const isWhole = label !== undefined && labels.length === beside.ids.length;
      return isWhole
        ? [
            [key, part],
            [beside.as, beside.isList ? labels : label],
          ]
        : [[key, part]];
    }
    if (!writing.opaque.has(key)) return [[key, write(part, writing, key, depth + 1)]];
    return [[key, writeByKey(key, part, writing)]];
  });
  const inside = idInside(value, name, profile);
  const label = inside && writing.labelOf(inside.kind, inside.id);
  return Object.fromEntries(label === undefined ? entries : [...entries, ['name', label]]);
}

function writeByKey(key: string, part: unknown, { names: { profile }, labelOf }: Writing): unknown {
  const ids = idsByKey(key, part, profile);
  if (!isRecord(part) || ids.size === 0) return part;
  return Object.fromEntries(
    Object.entries(part).map(([name, raw]): [string, unknown] => {
      const one = ids.get(name);
      return [name, one === undefined ? raw : (labelOf(one.kind, one.id, name) ?? raw)];
    }),
  );
}
