/** An object in the query or in a form: each of its keys stands in brackets behind the name that it is sent under. */
export interface DeepObject {
  readonly [key: string]: QueryValue;
}

/** One query value: a list becomes repeated keys; `csv` makes one comma-separated value of it. */
export type QueryValue =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly (string | number | boolean)[]
  | DeepObject;
