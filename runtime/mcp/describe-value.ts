import { shortJson } from '../value/short-json.ts';
import { showHidden } from '../value/show-hidden.ts';
import { isRecord } from '../value/value.ts';
import { shortened } from './shortened.ts';

/** Characters of a plain value that fit one line whole. */
const LINE = 1500;

/** Characters of a part of a larger value that is not taken apart further. */
const PART = 120;

/** Characters of each text that are shown: the first of these with which all values find room. */
const TEXT_SHOWN = [1500, 300, 60];

/** Characters of a key that are shown. */
const KEY_SHOWN = 60;

/** Characters for all values; where they do not suffice, the first and the last values are shown. */
const ROOM = { all: 8000, first: 5000, last: 2500 } as const;

/** Entries that are shown of each end of a list or object. */
const ENTRIES = 200;

/** What lies deeper in a value is shown as one text. */
const DEEPEST = 8;

/** Characters that would hide a part of a text, or its end, where a client takes the question for Markdown or HTML. */
const MARKUP = /["<&[\]`\\|~*]/;

/** Characters of a line about a name that are shown. */
const NAME_SHOWN = 200;

/** Letters that are written from right to left: two texts of them in one line change places. */
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** A value that is shown in a line of its own. */
interface Leaf {
  readonly name: string;
  /** Is shown in quotation marks, and may be shortened; without it there is `json`. */
  readonly text?: string;
  readonly json?: string;
  /** How many values it stands for where they are not shown. */
  readonly left?: number;
}

/** What is sent, in lines for a person: as JSON where that is short and plain, else a line for each value with its pointer. */
export function describeValue(value: unknown): string[] {
  const json = oneLine(value, LINE);
  // The quotation marks and brackets of JSON itself hide nothing.
  if (json !== undefined && !textsOf(value).some((text) => MARKUP.test(text))) return [json];
  const leaves = leavesOf(value, { pointer: '', depth: 0 });
  let lines: string[] = [];
  for (const shown of TEXT_SHOWN) {
    lines = leaves.map((leaf) => lineOf(leaf, shown));
    if (lengthOf(lines) <= ROOM.all) return block(lines);
  }
  return block(firstAndLast(lines, leaves));
}

/** What ids are called, a line each: names are somebody else's texts, and stand where none can pass for a part of the question. */
export function describeNames(lines: readonly string[]): string[] {
  return ['Names:', ...block(lines.map((line) => shortened(line, NAME_SHOWN, (part) => part)))];
}

function leavesOf(value: unknown, { pointer, depth }: { pointer: string; depth: number }): Leaf[] {
  const name = pointer === '' ? '' : `${pointer}: `;
  if (typeof value === 'string') return [{ name, text: value }];
  if (!isRecord(value) && !Array.isArray(value)) return [{ name, json: JSON.stringify(value) ?? '' }];
  const json = oneLine(value, PART);
  if (json !== undefined) return [{ name, json }];
  if (depth === DEEPEST) return [{ name: `${name}JSON `, text: JSON.stringify(value) }];
  const { first, left, last } = endsOf(value);
  const leavesAt = (entries: readonly Entry[]): Leaf[] =>
    entries
      .filter(([, part]) => part !== undefined)
      .flatMap(([key, part]) => leavesOf(part, { pointer: `${pointer}/${nameOf(key)}`, depth: depth + 1 }));
  return [...leavesAt(first), ...(left > 0 ? [{ name, json: unshown(left), left }] : []), ...leavesAt(last)];
}

type Entry = readonly [key: string, part: unknown];

/** The first and the last entries, and how many are between them. */
function endsOf(value: Record<string, unknown> | readonly unknown[]) {
  const keys = isRecord(value) ? Object.keys(value) : [];
  const entries = (from: number, to: number): Entry[] =>
    isRecord(value)
      ? keys.slice(from, to).map((key) => [key, value[key]])
      : value.slice(from, to).map((part, index) => [String(from + index), part]);
  const length = isRecord(value) ? keys.length : value.length;
  const from = Math.max(ENTRIES, length - ENTRIES);
  return { first: entries(0, ENTRIES), left: from - ENTRIES, last: entries(from, length) };
}

function oneLine(value: unknown, most: number): string | undefined {
  const json = shortJson(value, most);
  return json === undefined || RIGHT_TO_LEFT.test(json) ? undefined : showHidden(json);
}

function nameOf(key: string): string {
  return /^[\w-]{1,60}$/.test(key) ? key : shortened(key, KEY_SHOWN, quoted);
}

function lineOf({ name, text, json = '' }: Leaf, shown: number): string {
  return name + (text === undefined ? json : shortened(text, shown, quoted));
}

function quoted(text: string): string {
  return showHidden(JSON.stringify(text));
}

function firstAndLast(lines: readonly string[], leaves: readonly Leaf[]): string[] {
  const first = fitting(lines, ROOM.first);
  const last = fitting(lines.toReversed(), ROOM.last).reverse();
  const between = leaves.slice(first.length, lines.length - last.length);
  return [...first, unshown(between.reduce((sum, { left = 1 }) => sum + left, 0)), ...last];
}

function fitting(lines: readonly string[], room: number): string[] {
  let left = room;
  const end = lines.findIndex((line) => {
    left -= line.length;
    return left < 0;
  });
  return lines.slice(0, end);
}

function unshown(count: number): string {
  return `… ${count} values more are sent and find no room here …`;
}

/** In a client that takes the question for Markdown, lines that stand in so far are shown letter by letter. */
function block(lines: readonly string[]): string[] {
  return ['', ...lines.map((line) => `    ${line}`), ''];
}

function lengthOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length, 0);
}

/** All keys and texts in a short value. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  return isRecord(value) ? Object.entries(value).flatMap(([key, part]) => [key, ...textsOf(part)]) : [];
}
