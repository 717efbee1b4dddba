import type { CatalogInputSchema } from '../../../runtime/catalog/catalog.ts';
import { isRecord } from '../../../runtime/value/value.ts';

/** A sequence of numbers from 0 up to 1 that is the same for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const ids: readonly unknown[] = [
  '..',
  '.',
  '',
  ' ',
  'a/../../admins?x=1',
  '%2e%2e%2fadmins',
  '..%2f',
  '#',
  '?a=b',
  '//evil.example/',
  'a\\..\\b',
  'a\r\nHost: evil.example',
  '\u0000',
  '\u202e',
  '\ud800',
  'é😀',
  "a'!()*~",
  '{contact_id}',
  '__proto__',
  'constructor',
  '-1',
  '1e999',
  'x'.repeat(9000),
];

const numbers: readonly unknown[] = [
  0,
  -0,
  -1,
  1.5,
  2 ** 53,
  1e308,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  1_700_000_000,
];

/** Values that no argument expects, and some that it does: built anew each time, so that nothing is kept by the test. */
function oddValue(random: () => number): unknown {
  const pick = <Value>(list: readonly Value[]) => list[Math.floor(random() * list.length)];
  const kinds: readonly (() => unknown)[] = [
    () => pick(ids),
    () => pick(numbers),
    () => pick([null, undefined, true, false, [], {}, [[]], [null], '[object Object]', 'true', 'null', '2026-01-01']),
    () => 'y'.repeat(Math.floor(random() * 50_000)),
    () => nested(Math.floor(random() * 200)),
    () => JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
    () => Array.from({ length: Math.floor(random() * 200) }, () => pick(ids)),
    () => ({ field: pick(['email', 'created_at', '__proto__']), operator: pick(['=', 'IN', 'AND']), value: pick(ids) }),
    () => ({ operator: 'AND', value: [{ field: 'email', operator: '=', value: pick(ids) }, nested(5)] }),
    () => ({ toJSON: 'no function', length: -1, id: pick(ids), type: pick(ids) }),
  ];
  return pick(kinds)?.();
}

function nested(depth: number): unknown {
  let value: unknown = 'deep';
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { value, operator: 'AND' };
  return value;
}

/** Arguments that fit a schema in about every third call, and are wrong in a few or in all ways else. */
export function oddArguments({ properties }: CatalogInputSchema, fit: object, random: () => number): unknown {
  const known = isRecord(properties) ? Object.keys(properties) : [];
  const roll = random();
  if (roll < 0.02) return oddValue(random);
  const args: Record<string, unknown> = { ...fit };
  for (const key of known) if (random() < (roll < 0.6 ? 0.15 : 0.7)) args[key] = oddValue(random);
  if (random() < 0.05) Object.defineProperty(args, '__proto__', { value: oddValue(random), enumerable: true });
  if (random() < 0.05) args[random() < 0.5 ? 'constructor' : 'x'.repeat(300)] = oddValue(random);
  // An id that fits every type but addresses something else is what a path has to stand.
  for (const key of known)
    if (/(^|_)id$/.test(key) && random() < 0.3) args[key] = ids[Math.floor(random() * ids.length)];
  return args;
}
