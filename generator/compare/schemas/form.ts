import type { Json } from '../../json/json-schema.ts';

/** Which way values go: what a caller sends, where `readOnly` properties do not count, or what is answered, where `writeOnly` ones do not. */
export type Direction = 'argument' | 'answer';

/** One form of the values that a schema admits: of one JSON type, without composition, every part of an `allOf` counted in. */
export interface Form {
  /** A JSON type, or `any` where nothing is said of it. */
  readonly type: string;
  /** The only values, where they are listed. */
  readonly values: readonly unknown[] | undefined;
  /** What else bounds values of this type, by keyword. */
  readonly keywords: ReadonlyMap<string, unknown>;
  readonly properties: ReadonlyMap<string, Json>;
  readonly required: ReadonlySet<string>;
  readonly items: Json | undefined;
  /** The schema of properties without a name of their own; whether there may be any where it has none. */
  readonly others: Json | boolean;
  /** The schemas that it was put together from, the outermost first. */
  readonly sources: readonly Json[];
  /** The names of shared schemas among them. */
  readonly names: ReadonlySet<string>;
}

/** All that a schema admits, and what it says beside that. */
export interface Shape {
  /** Without the form of null. */
  readonly forms: readonly Form[];
  readonly isNullable: boolean;
  /** `default`, `deprecated`, `readOnly`, `writeOnly` as far as they are said. */
  readonly notes: ReadonlyMap<string, unknown>;
  readonly sources: readonly Json[];
}
