import { type Segment, segmentsOf } from '../text/path-segments.ts';

/** What an operation is about, by its path. */
export interface Subject {
  /** The literals behind the last parameter, in snake_case. */
  readonly things: readonly string[];
  /** What that parameter is of. */
  readonly parent: string | undefined;
  /** The path ends in a parameter: it is about one of them. */
  readonly isOne: boolean;
  /** What finds it, where the path says that it is no id of its own: `find_by_external_id`. */
  readonly finder: string | undefined;
}

/** `/contacts/{contact_id}/notes` is about notes of contacts, `/notes/{note_id}` about one note. */
export function pathSubject(path: string): Subject {
  const segments = segmentsOf(path);
  const last = segments.at(-1);
  const isOne = last?.isParam === true;
  const own = isOne ? segments.slice(0, -1) : segments;
  const cut = own.findLastIndex(({ isParam }) => isParam);
  const things = literals(own.slice(cut + 1)).map((word) => word.replace(/^get_/, ''));
  const param = isOne ? last.text : '';
  const isFinder = [`find_by_${param}`, `by_${param}`, param, param.replace(/_id$/, '')].includes(things.at(-1) ?? '');
  const finder = isOne && isFinder && things.length > 1 ? param : undefined;
  return {
    things: finder === undefined ? things : things.slice(0, -1),
    parent: literals(own.slice(0, Math.max(cut, 0))).at(-1),
    isOne,
    finder,
  };
}

function literals(segments: readonly Segment[]): string[] {
  return segments.filter(({ isParam }) => !isParam).map(({ text }) => text);
}
