import { type Diagnostic, DiagnosticError } from '../diagnostics/diagnostics.ts';
import { keysOf, valueAt } from '../json/json-pointer.ts';
import type { ParsedText } from './parse-text.ts';

/** A text is searched from its beginning for each place: so many characters are read for all of them. */
const MOST_CHARACTERS = 1_000_000_000;

/** How places of a document are found in the text that it was read from. */
export interface Places extends Pick<ParsedText, 'value' | 'locate'> {
  /** Characters of the text. */
  readonly length: number;
  /** The pointer in the text of a pointer in the document; the same one unless said otherwise. */
  readonly original?: (pointer: string) => string;
}

/** Diagnostics with the line of each that is about a place in the text; what stands in another file keeps its pointer alone. */
export function withPlaces(diagnostics: readonly Diagnostic[], places: Places): Diagnostic[] {
  const { value, locate, length, original = (pointer) => pointer } = places;
  let left = MOST_CHARACTERS;
  return diagnostics.map((each) => {
    if (each.place !== undefined || !each.pointer.startsWith('/') || left < length) return each;
    const pointer = original(each.pointer);
    const parent = pointer.slice(0, pointer.lastIndexOf('/'));
    if (valueAt(value, parent) === undefined) return each;
    left -= length;
    return { ...each, place: locate(keysOf(pointer)) };
  });
}

/** What is done, with the lines of its errors. */
export function placingErrors<Result>(places: Places, what: () => Result): Result {
  try {
    return what();
  } catch (error) {
    if (error instanceof DiagnosticError)
      throw new DiagnosticError(withPlaces(error.diagnostics, places), { cause: error });
    throw error;
  }
}
