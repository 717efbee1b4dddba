/** How one gets from things of an API to others: for programs that join them. */
export interface Joins {
  /** Things by name, as users call them in the singular. */
  readonly things: Readonly<Record<string, JoinedThing>>;
  readonly steps: readonly JoinStep[];
}

/** A thing, and how one gets it by its id. */
interface JoinedThing {
  /** The tool that answers one, and its argument. Missing for what can only be listed. */
  readonly get?: readonly [tool: string, argument: string];
  /** The tool that lists all of them. */
  readonly list?: string;
  /** True for what is shared by all kinds of things that have nothing else in common: a way begins or ends there, and never leads through it. */
  readonly isHub?: true;
}

/** A step from a thing to another. */
type JoinStep = FieldStep | CallStep;

/** Ids of another thing, or it as a whole, stand in a thing: at `a.b`, in a list at `a[]` or `a[].id`, of which only those with `type` are meant. */
export interface FieldStep {
  readonly from: string;
  readonly to: string;
  readonly field: string;
  readonly type?: string;
  /** True where it is not the id alone. */
  readonly whole?: true;
}

/**
 * A list of another thing takes a thing's id: as an argument, or as the value of a field of its query. Where it takes none, those
 * are meant that have the id at a place such as `a[].id`.
 */
export interface CallStep {
  readonly from: string;
  readonly to: string;
  readonly tool: string;
  readonly argument?: string;
  readonly filter?: string;
  readonly where?: string;
}
