import type { Json } from '../../json/json-schema.ts';
import type { Effect } from './keywords.ts';

/** In what respect two schemas differ. */
type Aspect =
  | 'type'
  | 'null'
  | 'values'
  | 'bound'
  | 'form'
  | 'others'
  | 'field added'
  | 'field removed'
  | 'field renamed'
  | 'required'
  | 'default'
  | 'deprecated';

/** A step from a schema to one inside of it: a property's name, `[]` for items, `*` for values by any name. */
export interface Step {
  readonly kind: 'property' | 'items' | 'any';
  readonly name: string;
}

/** One difference of two schemas at one place. */
export interface Difference {
  readonly aspect: Aspect;
  /** What becomes of the values that are admitted there. */
  readonly effect: Effect;
  /** The property that it is about, where it is about one. */
  readonly step?: Step;
  /** The keyword, of a bound. */
  readonly keyword?: string;
  readonly from?: unknown;
  readonly to?: unknown;
  /** Whether the field is required that was added, or was the one that is gone. */
  readonly isRequired?: boolean;
  /** The schema that says it, and in which of the two descriptions it stands. */
  readonly schema: Json;
  readonly side: 'before' | 'after';
}

/** A difference and where it was found, from the schema that was begun with. */
export interface Found {
  readonly steps: readonly Step[];
  readonly difference: Difference;
}

/** What two schemas differ in themselves, and the pairs of schemas inside of them that are to be compared next. */
export interface Comparison {
  readonly differences: readonly Difference[];
  readonly inside: readonly { readonly step: Step; readonly before: Json; readonly after: Json }[];
}
