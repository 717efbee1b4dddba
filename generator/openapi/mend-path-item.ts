import type { Json } from '../json/json-schema.ts';
import { GRAMMAR, type Kind } from './grammar.ts';
import { type Report, shown } from './mending.ts';

/** A path item whose methods are spelled as OpenAPI has them; what is no part of one is reported. */
export function straightenPathItem(item: Json, kind: Kind, pointer: string, report: Report): Json {
  const odd = Object.keys(item).filter((key) => !isKnown(key, kind) && !key.startsWith('x-'));
  if (odd.length === 0) return item;
  const entries = Object.entries(item).flatMap(([key, value]): (readonly [string, unknown])[] => {
    if (!odd.includes(key)) return [[key, value]];
    const lower = key.toLowerCase();
    const isMethod = isKnown(lower, kind) && !Object.hasOwn(item, lower);
    report(pointer, isMethod ? `${shown(key)} is read as ${lower}` : `${shown(key)} is no method: it is left out`);
    return isMethod ? [[lower, value]] : [];
  });
  return Object.fromEntries(entries);
}

function isKnown(key: string, kind: Kind): boolean {
  return GRAMMAR[kind]?.has(key) === true || key === '$ref' || key === 'additionalOperations';
}
