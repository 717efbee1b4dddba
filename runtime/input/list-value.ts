import type * as z from 'zod';
import { isRecord } from '../value/value.ts';
import { parseContainer } from './json-value.ts';
import { readChoice, readNumber } from './scalar-value.ts';
import { unwrapped } from './schema-at.ts';

/** Characters of a text that is read as a list of names. */
const LONGEST = 10_000;

/**
 * The list that something else stands for: its JSON text, ids, names, enum values or addresses between commas, or a lone one
 * of these. `undefined` where it could mean something else as well, as any text with blanks could.
 */
export function readList(element: z.core.$ZodType, raw: unknown): readonly unknown[] | undefined {
  if (isRecord(raw)) return typeOf(element) === 'object' && !(raw instanceof Date) ? [raw] : undefined;
  if (typeof raw === 'number') return ['number', 'string'].includes(typeOf(element)) ? [raw] : undefined;
  if (typeof raw !== 'string') return undefined;
  const parsed = parseContainer(raw);
  if (Array.isArray(parsed)) return parsed;
  if (isRecord(parsed)) return typeOf(element) === 'object' ? [parsed] : undefined;
  if (raw.length > LONGEST) return undefined;
  const parts = raw.split(',').map((part) => part.trim());
  return parts.every((part) => isItem(element, part)) ? parts : undefined;
}

function typeOf(schema: z.core.$ZodType): string {
  return (unwrapped(schema) as z.core.$ZodTypes)._zod.def.type;
}

/** Whether a text between commas is an item of a list, and could not be a part of one. */
function isItem(element: z.core.$ZodType, part: string): boolean {
  const { def } = (unwrapped(element) as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'number':
      return readNumber(part) !== undefined;
    case 'enum':
      return readChoice(part, Object.values(def.entries)) !== undefined;
    case 'string':
      return /^(?:https?:\/\/[^\s,]+|[\w.@*+:-]+)$/.test(part);
    default:
      return false;
  }
}
