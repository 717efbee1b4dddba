import { isRecord, type Json } from '../json/json-schema.ts';
import { GRAMMAR, type Kind } from './grammar.ts';
import { type Report, shown } from './mending.ts';

/** A path item whose methods are spelled and stand as OpenAPI has them; what is no part of one is reported. */
export function straightenPathItem(item: Json, kind: Kind, pointer: string, report: Report): Json {
  const own = withFixedMethods(item, kind, pointer, report);
  const odd = Object.keys(own).filter((key) => !isKnown(key, kind) && !key.startsWith('x-'));
  if (odd.length === 0) return own;
  const entries = Object.entries(own).flatMap(([key, value]): (readonly [string, unknown])[] => {
    if (!odd.includes(key)) return [[key, value]];
    const lower = key.toLowerCase();
    const isMethod = isKnown(lower, kind) && !Object.hasOwn(own, lower);
    report(pointer, isMethod ? `${shown(key)} is read as ${lower}` : `${shown(key)} is no method: it is left out`);
    return isMethod ? [[lower, value]] : [];
  });
  return Object.fromEntries(entries);
}

/** A path item none of whose additional operations is of a method that has a key of its own. */
function withFixedMethods(item: Json, kind: Kind, pointer: string, report: Report): Json {
  const { additionalOperations: more } = item;
  if (kind !== 'pathItem' || !isRecord(more)) return item;
  const taken = new Set(Object.keys(item));
  const isFixed = (name: string): boolean => {
    const key = name.toLowerCase();
    const isFree = GRAMMAR[kind]?.get(key) === 'operation' && !taken.has(key);
    taken.add(key);
    return isFree;
  };
  const { fixed = [], others = [] } = Object.groupBy(Object.entries(more), ([name]) =>
    isFixed(name) ? 'fixed' : 'others',
  );
  if (fixed.length === 0) return item;
  for (const [name] of fixed)
    report(
      `${pointer}/additionalOperations`,
      `${shown(name)} is read as ${name.toLowerCase()}, which has a key of its own`,
    );
  const lifted = Object.fromEntries(fixed.map(([name, operation]) => [name.toLowerCase(), operation]));
  return { ...item, ...lifted, additionalOperations: Object.fromEntries(others) };
}

function isKnown(key: string, kind: Kind): boolean {
  return GRAMMAR[kind]?.has(key) === true || key === '$ref';
}
