import type { SearchRules } from '../tool/tool.ts';

/** What one API's searches are about, beside the rules of each: words for fields, ids and surprises. */
export interface SearchProfile {
  /** Kinds of things that searches find, each with a field that only its search has. */
  readonly kinds: Readonly<Record<string, string>>;
  /** Names that mean one field and no other, beside other spellings of its own name. */
  readonly aliases: readonly FieldAlias[];
  /** Fields that look like ids by their names and hold what the customer of the API chose. */
  readonly notIds: ReadonlySet<string>;
  /** Fields that hold somebody's id, and 0 where nobody is meant. */
  readonly nobody: ReadonlySet<string>;
  /** The field of `nobody` that a filter such as `unassigned = true` is about. */
  readonly unassigned?: string;
  /** By field, the kind of things whose ids it holds; a name that ends with a dot stands for all fields that begin so. */
  readonly names?: Readonly<Record<string, string>>;
  /** By what a field's name begins with, the kind of things whose ids it ends with. */
  readonly namedFields?: Readonly<Record<string, string>>;
  /** Looks at a text that is given for a field of ids. */
  readonly checkId?: (id: TextCheck) => Verdict;
  /** Looks at a value for a field that takes any text, or only a few. */
  readonly checkText?: (text: TextCheck) => Verdict;
  /** By field, other words for its values where answers have them: in lower-case letters, joined by `_`. */
  readonly spellings?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** What to do about a text that is none of the values of its field, beside taking one of those. */
  readonly insteadOfValue?: (text: TextCheck) => string | undefined;
  /** Which field to use in place of an unknown one; undefined where nothing is known about it. */
  readonly insteadOf?: (name: string, search: UnknownField) => string | undefined;
  /** What a filter that is correct finds other than a reader of it would think, one sentence each. */
  readonly surprises?: (filter: {
    readonly field: string;
    readonly operator: string;
    readonly value: unknown;
  }) => string[];
}

/** A field, the names that mean it, separated by spaces, and the one kind of search where they do, where there is one. */
export type FieldAlias = readonly [field: string, names: string, kind?: string];

/** A search as words about it need it: its rules, what it finds, and whether it has a field. */
export interface SearchShape {
  readonly rules: SearchRules;
  readonly kind: string | undefined;
  readonly hasField: (name: string) => boolean;
}

/** The search that an unknown field was given for, and the sentence that names the nearest fields; empty where none is near. */
export interface UnknownField extends SearchShape {
  readonly near: string;
}

/** A text that stands where a field's value is expected; `loose` where the field was named by another word. */
export interface TextCheck extends SearchShape {
  readonly field: string;
  readonly text: string;
  readonly loose: boolean;
}

/** Why a text is refused, or what to know about it; nothing where it is fine. */
export type Verdict = { readonly refusal: string } | { readonly hint: string } | undefined;
