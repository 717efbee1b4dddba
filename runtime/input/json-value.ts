import { hasWideObject, nestsDeeper, quoteLongIntegers } from '../value/json-text.ts';

/** Levels of a JSON text that is read; no argument has half of it. */
const DEEPEST = 50;

/** Characters of a JSON text that is read. */
const LONGEST = 1_000_000;

/** The list or object that a text is the JSON of; `undefined` for other texts, and for those too large to be meant. */
export function parseContainer(text: string): object | undefined {
  if (text.length > LONGEST || !/^\s*[[{]/.test(text) || nestsDeeper(text, DEEPEST) || hasWideObject(text))
    return undefined;
  try {
    const parsed: unknown = JSON.parse(quoteLongIntegers(text));
    return typeof parsed === 'object' && parsed !== null ? parsed : undefined;
  } catch {
    return undefined;
  }
}
