import { type JsonObject, textOf } from '../json/json.ts';

const stated = /(?:^|[.\n]\s*)(?:You can include up to|Up to|At most|Maximum(?: of)?) (\d[\d,]*)\b/i;

/** The largest number of items that the prose of an array schema states, where `maxItems` does not say it. */
export function statedMaxItems({ type, maxItems, description }: JsonObject): number | undefined {
  if (type !== 'array' || maxItems !== undefined) return undefined;
  const count = stated.exec(textOf(description))?.[1];
  return count === undefined ? undefined : Number(count.replaceAll(',', ''));
}
