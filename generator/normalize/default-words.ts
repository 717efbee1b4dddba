import { isRecord, type Json } from '../json/json-schema.ts';
import type { Lookup } from '../json/lookup.ts';
import { isVisible } from '../text/plain-text.ts';

/** Characters of a default that is told. */
const longest = 40;

/** What a value is where it is left out, in words; empty where nothing is said of it, or the prose says it. */
export function defaultWords(schema: Json, { prose, lookup }: { prose: string; lookup: Lookup }): string {
  const target = typeof schema.$ref === 'string' ? lookup(schema.$ref) : undefined;
  const value = schema.default ?? (isRecord(target) ? target.default : undefined);
  if (!['string', 'number', 'boolean'].includes(typeof value) || /\bdefault/i.test(prose)) return '';
  const text = String(value);
  return text === '' || text.length > longest || !isVisible(text) ? '' : `Default: ${text}`;
}
