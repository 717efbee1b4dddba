import type { Pagination } from '../tool/tool.ts';

/** How people name things for which an API wants ids, and where answers have such ids. */
export interface NamesProfile {
  /** Kinds of things, as `names` of tools and the fields of searches have them. */
  readonly kinds: Readonly<Record<string, NamedKind>>;
  /** Arguments that take this id for nobody. */
  readonly nobody?: Readonly<Record<string, string>>;
  /** Properties of answers that hold an id or a few, with the kind: the names are shown beside, without the `_id`. */
  readonly shown: Readonly<Record<string, string>>;
  /** Properties of answers that hold things without their names, or lists of them; of several kinds, the `type` decides. */
  readonly references?: Readonly<Record<string, readonly string[]>>;
  /** Properties of answers that hold ids by the keys of one kind: each id is shown as its name. */
  readonly shownByKey?: Readonly<Record<string, string>>;
}

/** A kind of things that an account has few of, and the list that has them all. */
export interface NamedKind {
  /** As sentences have it: `admin`. */
  readonly noun: string;
  /** The tool that lists them for a model. */
  readonly tool: string;
  /** The path and paging of that tool's operation, which needs no arguments. */
  readonly path: string;
  readonly pagination: Pagination;
  /** Dotted places of the names of an item, the one to show first. */
  readonly labels: readonly string[];
  /** What an item of the list comes to, where it is not one thing with its `id` and `labels`. */
  readonly read?: (item: unknown) => readonly NamedThing[];
  /** Where names are unique only within another thing. */
  readonly within?: NameScope;
  /** Arguments of this kind are objects; these keys hold no id. */
  readonly freeKeys?: ReadonlySet<string>;
}

/** One thing with its names. */
export interface NamedThing {
  readonly id: string;
  /** The one to show first. */
  readonly labels: readonly string[];
  /** Ids of the things that it stands within, and what to call them to tell it from others of its name. */
  readonly within?: readonly string[];
  readonly about?: string;
  /** Keys of objects under which its id stands. */
  readonly keys?: readonly string[];
  /** Set where anything may stand under these keys. */
  readonly isFree?: true;
}

/** The argument that tells within what to look, and where it can be read if that is missing. */
export interface NameScope {
  readonly argument: string;
  /** The tool that reads it, `path` with `{}` for the id that `argument` holds, and the dotted place in the answer. */
  readonly read?: { readonly tool: string; readonly argument: string; readonly path: string; readonly place: string };
}
