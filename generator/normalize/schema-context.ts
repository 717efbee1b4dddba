import type { JsonSchema } from '../json/json-schema.ts';
import type { Lookup } from '../json/lookup.ts';

/**
 * What becomes of a null that a description allows: models are told of it, of that of an argument alone and of none within
 * (`top`), it is taken without a word where it means no more than leaving the value out, or there is no way to send it.
 */
export type Nulls = 'shown' | 'top' | 'taken' | 'refused';

/** What becomes of a null within a value: what may be left out need not say that null does the same. */
export function nullsWithin(nulls: Nulls, { isRequired }: { readonly isRequired: boolean }): Nulls {
  if (nulls === 'top' || nulls === 'refused') return 'refused';
  return isRequired ? 'shown' : nulls;
}

/** Where in an argument a schema is written, and with what. */
export interface SchemaContext {
  /** The nearest name. */
  readonly key: string;
  readonly nulls: Nulls;
  readonly isText: boolean;
  readonly lookup: Lookup;
  readonly depth: number;
  /** References that led here. */
  readonly seen: readonly string[];
  readonly deepest: number;
  /** How many properties may still be written, and of those needed where others are left out; `isLast` where nothing less deep would be tried. */
  readonly room: { left: number; needed: number; readonly isLast: boolean };
  /** Writes what lies within. */
  readonly below: (schema: unknown, context: SchemaContext) => JsonSchema;
}
