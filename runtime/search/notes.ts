import type { InputProblem } from '../value/errors.ts';
import { showValue } from '../value/show-value.ts';

/** Lines that a refusal has at most: a caller corrects the first and sees the others then. */
export const MOST_PROBLEMS = 12;

/** What is noticed while a query is read: what was changed, what may surprise, what is refused. */
export interface Notes {
  /** A line for each change, and one for all items of a list. */
  readonly repairs: readonly string[];
  readonly hints: string[];
  readonly problems: InputProblem[];
  /** Tells of a change in words of its own. */
  readonly repair: (text: string) => void;
  /** Tells that the value at a place became another one, and why where that is not plain. */
  readonly became: (path: string, from: unknown, to: unknown, why?: string) => void;
  /** Tells what to know about the results; the same thing once. */
  readonly hint: (text: string) => void;
  /** Refuses the value at a place; answers `undefined` for the reader to go on with. */
  readonly refuse: (argument: string, message: string) => undefined;
}

/** An empty set of notes for one query or one set of arguments. */
export function takeNotes(): Notes {
  // In the order in which things were noticed: a line, or a list with the changes of its items.
  const lines: (string | { readonly list: string; readonly changes: string[]; count: number })[] = [];
  const notes: Pick<Notes, 'hints' | 'problems'> = { hints: [], problems: [] };
  const hinted = new Set<string>();
  return {
    ...notes,
    get repairs() {
      return firstLines(lines.flatMap((line) => (typeof line === 'string' ? [line] : linesOf(line))));
    },
    repair: (text) => {
      lines.push(text);
    },
    became: (path, from, to, why) => {
      const change = `${show(from)} became ${show(to)}${why === undefined ? '' : ` (${why})`}`;
      const [, list, index] = /^(.*)\[(\d{1,9})\]$/s.exec(path) ?? [];
      if (list === undefined || index === undefined) return void lines.push(`${path}: ${change}`);
      const last = lines.at(-1);
      const known = typeof last === 'object' && last.list === list ? last : { list, changes: [], count: 0 };
      if (known !== last) lines.push(known);
      known.count += 1;
      if (known.count <= MOST_ITEMS) known.changes.push(`[${index}]: ${change}`);
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

/** Lines on what was changed, or is surprising, that anybody reads. */
const MOST_LINES = 40;

/** As many lines as anybody reads, and how many more there are. */
export function firstLines(lines: readonly string[]): readonly string[] {
  if (lines.length <= MOST_LINES) return lines;
  return [...lines.slice(0, MOST_LINES), `and ${lines.length - MOST_LINES} more of this kind`];
}

/** Items of one list whose changes are told one by one; of more the first is told, and their number. */
const MOST_ITEMS = 3;

function linesOf({ list, changes, count }: { list: string; changes: readonly string[]; count: number }): string[] {
  if (count <= MOST_ITEMS) return changes.map((change) => `${list}${change}`);
  return [`${list}${changes[0]}, and ${(count - 1).toLocaleString('en')} more of the list likewise`];
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
