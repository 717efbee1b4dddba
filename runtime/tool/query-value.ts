import type { Encoded } from './encoded.ts';

/** A value that is written as it is. */
export type Scalar = string | number | boolean;

/** An object in the query or in a form: each of its keys stands in brackets behind the name that it is sent under. */
interface DeepObject {
  readonly [key: string]: QueryValue;
}

/** One query value: a list becomes repeated keys; `csv` and its like make one value of it. */
export type QueryValue = Scalar | null | undefined | Encoded | readonly (Scalar | Encoded)[] | DeepObject;

/** The value of a header: a list is one comma-separated value. */
export type HeaderValue = Scalar | null | undefined | readonly Scalar[];
