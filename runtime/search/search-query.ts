/** One value of a filter, as it is sent. */
export type Scalar = string | number | boolean;

/** One condition of a query. */
export interface Filter {
  readonly field: string;
  readonly operator: string;
  readonly value: Scalar | readonly Scalar[];
}

/** Filters and groups that are joined. */
export interface Group {
  readonly operator: 'AND' | 'OR';
  readonly value: readonly SearchQuery[];
}

/** A query in the form that is sent. */
export type SearchQuery = Filter | Group;

/** True for a group, which has no field. */
export function isGroup(query: SearchQuery): query is Group {
  return !('field' in query);
}
