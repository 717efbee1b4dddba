import type { Page } from '../tool/tool.ts';

/**
 * A complete answer as a language model is shown it: less of it, so anything may be missing, never null, and a text at the end
 * of a list says how many items were cut. `fields` of a call asks for more.
 */
export type ForModel<Answer> =
  Answer extends Page<infer Item>
    ? ModelPage<Item>
    : Answer extends Uint8Array
      ? Answer
      : Answer extends readonly (infer Item)[]
        ? readonly (ForModel<Item> | string)[]
        : Answer extends object
          ? ModelRecord<Answer>
          : Answer;

/** A page as a model is shown it: fewer items where they are large, and a cursor for the others. */
interface ModelPage<Item> extends ModelNotes {
  readonly result: readonly ForModel<Item>[];
  readonly next_cursor?: string | null;
  readonly total_count?: number;
  /** What most items have in common, and what the API says beside them. */
  readonly [beside: string]: unknown;
}

/** An object as a model is shown it. */
type ModelRecord<Answer> = { readonly [Key in keyof Answer]?: ForModel<NonNullable<Answer[Key]>> } & ModelNotes;

/** What an answer says beside its content. */
interface ModelNotes {
  /** Set where outsiders wrote some of it. */
  readonly untrusted?: string;
  /** Fields that could be asked for as well. */
  readonly more_fields?: readonly string[];
  /** Fields that were asked for, and that nothing has. */
  readonly absent_fields?: readonly string[];
}
