import type { FieldRule } from './field-rule.ts';
import { DAY } from './moment.ts';

/** The operator that stands in for one that a field does not have, and what the value moves by. */
export interface StandIn {
  readonly operator: string;
  readonly move: number;
  readonly why: string;
}

/** What stands in for `>=` and `<=` on dates and integers without them; `undefined` where nothing does. */
export function standIn(
  { type, operators }: FieldRule,
  operator: string,
  wholeDays: true | undefined,
): StandIn | undefined {
  if (operator !== '>=' && operator !== '<=') return undefined;
  const strict = operator === '>=' ? '>' : '<';
  if (!operators.includes(strict)) return undefined;
  const outwards = operator === '>=' ? -1 : 1;
  if (type === 'date' && wholeDays)
    return {
      operator: strict,
      move: outwards * DAY,
      why: `one day ${operator === '>=' ? 'earlier' : 'later'}: ${strict} leaves the named day out`,
    };
  if (type === 'date')
    return { operator: strict, move: 0, why: `this field has no ${operator}; ${strict} takes in the moment itself` };
  // Whether it takes in the number itself is not sure: one further out loses nothing.
  if (type === 'integer') return { operator: strict, move: outwards, why: `this field has no ${operator}` };
  return undefined;
}
