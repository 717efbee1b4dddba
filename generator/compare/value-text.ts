import { isRecord } from '../json/json-schema.ts';

/** Values of a list that are written out before the rest is counted. */
const MOST = 6;
/** Characters of one value. */
const LONGEST = 60;

/** A value in a sentence. */
export function valueText(value: unknown): string {
  if (Array.isArray(value)) return listText(value);
  const text = typeof value === 'string' && value !== '' ? value : (JSON.stringify(value) ?? 'nothing');
  const letters = [...text];
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST).join('')}…` : text;
}

/** Values one after the other, and how many there are beside them. */
export function listText(values: readonly unknown[], between = ', '): string {
  const shown = values.slice(0, MOST).map((value) => (isRecord(value) ? JSON.stringify(value) : valueText(value)));
  const more = values.length - shown.length;
  return `${shown.join(between)}${more > 0 ? ` and ${more} more` : ''}`;
}

/** The values that others do not have. */
export function without<Value>(values: readonly Value[], others: readonly Value[]): Value[] {
  const known = new Set(others);
  return values.filter((value) => !known.has(value));
}
