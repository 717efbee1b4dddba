/** Types of values that the description declares; `number` is a float, a `date` is unix seconds. */
export type SearchType = 'string' | 'integer' | 'number' | 'boolean' | 'date';

/** One searchable field; a `prefix` stands for all attributes of the workspace's own that begin with it. */
export interface SearchTableField {
  readonly name: string;
  readonly type: string | readonly string[];
  readonly operators: readonly string[];
  /** Operators that the description grants in a sentence beside its table. */
  readonly extraOperators?: readonly string[];
  readonly prefix?: string;
}

/** What one search accepts: the `x-search` of its operation in the contract. */
export interface SearchTable {
  readonly fields: readonly SearchTableField[];
  /** Groups that may stand in one another. */
  readonly maxNesting: number;
  /** Filters and groups that one group may hold. */
  readonly maxFilters: number;
  /** The operators of each type that the search has fields of. */
  readonly operators: Readonly<Record<string, readonly string[]>>;
  /** Dates match whole days in the workspace's time zone. */
  readonly wholeDays?: boolean;
}

/** What a query depends on beside its search. */
export interface SearchContext {
  /** The workspace's time zone by its IANA name, in which contacts' dates are cut to days. */
  readonly timezone: string;
  /**
   * The type of an attribute of the workspace's own, by its whole name such as `custom_attributes.plan`; where it is not
   * known, values are compared by what the row holds, and a date is a number.
   */
  readonly attributeType?: (field: string) => SearchType | undefined;
}

/**
 * True where dates match whole days. The contract without its corrections does not say so, but then the only dates
 * without `!=` are those of contacts, for this very reason.
 */
export function matchesDays({ wholeDays, operators }: SearchTable): boolean {
  return wholeDays ?? operators.date?.includes('!=') === false;
}
