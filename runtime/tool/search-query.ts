/** Conditions of a search that hold together, or of which one holds. */
export interface SearchGroup<Member> {
  readonly operator: 'AND' | 'OR';
  readonly value: readonly Member[];
}

/** One condition of a search: a field, how it is compared, and with what; `IN` and `NIN` take a list. */
export type SearchFilter<Field extends string, Operator extends string, Value> =
  | Condition<Field, Exclude<Operator, ListOperator>, Value>
  | (Extract<Operator, ListOperator> extends never
      ? never
      : Condition<Field, Extract<Operator, ListOperator>, readonly Value[]>);

type ListOperator = 'IN' | 'NIN';

interface Condition<Field, Operator, Value> {
  readonly field: Field;
  readonly operator: Operator;
  readonly value: Value;
}
