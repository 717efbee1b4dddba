/**
 * What a tool's arguments are checked by, as libraries take it: a Standard Schema of the arguments' type. It knows the form in
 * which they are sent; a client reads times, ids, names and nulls in others too.
 */
export interface InputSchema<Input = unknown> {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => InputResult<Input> | Promise<InputResult<Input>>;
    /** Never set: carries the type. */
    readonly types?: { readonly input: Input; readonly output: Input } | undefined;
  };
}

/** The arguments, or what is wrong with them. */
type InputResult<Input> =
  | { readonly value: Input; readonly issues?: undefined }
  | { readonly issues: readonly InputIssue[] };

interface InputIssue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}
