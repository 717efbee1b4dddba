import type { InputProblem } from '../value/errors.ts';
import { showValue } from '../value/show-value.ts';

/** Lines that a refusal has at most: a caller corrects the first and sees the others then. */
export const MOST_PROBLEMS = 12;

/** What is noticed while a query is read: what was changed, what may surprise, what is refused. */
export interface Notes {
  readonly repairs: string[];
  readonly hints: string[];
  readonly problems: InputProblem[];
  /** Tells that the value at a place became another one, and why where that is not plain. */
  readonly became: (path: string, from: unknown, to: unknown, why?: string) => void;
  /** Tells what to know about the results; the same thing once. */
  readonly hint: (text: string) => void;
  /** Refuses the value at a place; answers `undefined` for the reader to go on with. */
  readonly refuse: (argument: string, message: string) => undefined;
}

/** An empty set of notes for one query. */
export function takeNotes(): Notes {
  const notes: Pick<Notes, 'repairs' | 'hints' | 'problems'> = { repairs: [], hints: [], problems: [] };
  const hinted = new Set<string>();
  return {
    ...notes,
    became: (path, from, to, why) => {
      notes.repairs.push(`${path}: ${show(from)} became ${show(to)}${why === undefined ? '' : ` (${why})`}`);
    },
    hint: (text) => {
      if (!hinted.has(text)) notes.hints.push(text);
      hinted.add(text);
    },
    refuse: (argument, message) => {
      notes.problems.push({ argument, message });
      return undefined;
    },
  };
}

/** A value as JSON, cut where it is long; the kind of a value that JSON does not have. */
export function show(value: unknown): string {
  if (Array.isArray(value) && value.length > 40) return `a list of ${value.length}`;
  try {
    return showValue(value, 160);
  } catch {
    // Big integers, which JSON does not have.
    return typeof value === 'object' ? 'an object' : String(value);
  }
}
