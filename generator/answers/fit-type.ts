import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { type Member, mapType, objectType } from './write-type.ts';

/** Tokens (o200k) of one type. */
const MOST_TOKENS = 250;
/** From so many members of one and the same type on they are taken for the entries of a map. */
const FEWEST_ENTRIES = 8;

/** The members of an object, in which objects are written out to so many levels and are `object` below. */
export type MembersTo = (depth: number) => readonly Member[];

/**
 * An object type that is no longer than a type may be. What is too long loses the members that are `rare`, then the objects deep
 * inside of it, then its last members, and says that there is more.
 */
export function fitType(members: MembersTo, { depth, rare }: { depth: number; rare: readonly string[] }): string {
  const all = members(depth);
  const whole = objectType(all);
  if (fits(whole)) return whole;
  const [first] = all;
  if (first && all.length >= FEWEST_ENTRIES && all.every(({ type }) => type === first.type && /^[A-Z{]/.test(type)))
    return mapType(first.type);
  const left = new Set(all.map(({ key }) => key));
  for (const key of rare) {
    if (!left.delete(key)) continue;
    const less = objectType(
      all.filter((one) => left.has(one.key)),
      { isCut: true },
    );
    if (fits(less)) return less;
  }
  for (let levels = Math.min(depth, 3) - 1; levels >= 0; levels -= 1) {
    const less = objectType(
      members(levels).filter(({ key }) => left.has(key)),
      { isCut: true },
    );
    if (fits(less)) return less;
  }
  const kept: Member[] = [];
  for (const one of members(0).filter(({ key }) => left.has(key)))
    if (fits(objectType([...kept, one], { isCut: true }))) kept.push(one);
  return objectType(kept, { isCut: true });
}

function fits(text: string): boolean {
  return countTokens(text) <= MOST_TOKENS;
}
