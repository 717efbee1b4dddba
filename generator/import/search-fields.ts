import { type MarkdownTable, tableUnder } from './markdown-table.ts';

/** The types that a searchable field can have; a `date` is a UNIX timestamp in seconds. */
export type SearchType = 'string' | 'integer' | 'number' | 'boolean' | 'date';

/** A row of the table "Accepted Fields". */
export interface FieldRow {
  readonly name: string;
  /** Empty where the table names no type that is known: any value may be searched for. */
  readonly types: readonly SearchType[];
  readonly values: readonly string[];
}

/** Told what of a table could not be read, and what became of it. */
export type Warn = (message: string) => void;

/** Thrown when prose that was parsed until now reads differently; the message says what was expected. */
export class ProseChanged extends Error {
  override readonly name = 'ProseChanged';
}

const typeNames: ReadonlyMap<string, SearchType> = new Map([
  ['string', 'string'],
  ['integer', 'integer'],
  ['float', 'number'],
  ['number', 'number'],
  ['boolean', 'boolean'],
  ['date', 'date'],
  ['datetime', 'date'],
]);

/** The type that a word of the tables names, such as `Date`. */
export function searchType(word: string): SearchType | undefined {
  return typeNames.get(word.toLowerCase());
}

/** The table under a heading, which must begin with these columns and have rows. */
export function expectTable(prose: string, heading: string, columns: readonly string[]): MarkdownTable {
  const table = tableUnder(prose, heading);
  if (table === undefined) throw new ProseChanged(`no table under the heading "${heading}"`);
  const matches = columns.every((column, index) => table.header[index]?.toLowerCase() === column.toLowerCase());
  if (!matches)
    throw new ProseChanged(
      `the table "${heading}" has the columns ${table.header.join(', ')} instead of ${columns.join(', ')}`,
    );
  if (table.rows.length === 0) throw new ProseChanged(`the table "${heading}" has no rows`);
  return table;
}

/** The rows of the table "Accepted Fields" in its order; what cannot be read of one is left out, and a warning says so. */
export function fieldRows(prose: string, warn: Warn): readonly FieldRow[] {
  const rows = new Map<string, FieldRow>();
  for (const cells of expectTable(prose, 'Accepted Fields', ['Field', 'Type']).rows) {
    const row = fieldRow(cells, warn);
    if (row === undefined) continue;
    if (rows.has(row.name))
      warn(`the field \`${row.name}\` stands twice in the table "Accepted Fields"; its first row is taken`);
    else rows.set(row.name, row);
  }
  if (rows.size === 0) throw new ProseChanged('no row of the table "Accepted Fields" can be read');
  return [...rows.values()].map((row) => (row.values.length > 0 ? row : { ...row, values: termsFor(prose, row.name) }));
}

function fieldRow([nameCell = '', typeCell = '']: readonly string[], warn: Warn): FieldRow | undefined {
  const name = nameCell.replaceAll('`', '').replaceAll('\\', '');
  if (!/^[\w.]+(?:\.\{\w+\})?$/.test(name)) {
    warn(`"${nameCell}" is no name of a field; its row is left out`);
    return undefined;
  }
  const [typeText = '', ...notes] = typeCell.split(/<br\s*\/?>/i);
  const words = typeText
    .replace(/\(.*?\)/g, '')
    .trim()
    .split(/\s*,\s*|\s+or\s+/);
  const types = words.map(searchType).filter((type) => type !== undefined);
  const isKnown = types.length === words.length;
  if (!isKnown) warn(`the field \`${name}\` has the unknown type "${typeText.trim()}"; it takes any value`);
  return { name, types: isKnown ? [...new Set(types)] : [], values: listedValues(notes.join(' ')) };
}

/** The values that a note such as "Accepts user or lead" lists; no values when it says anything else. */
function listedValues(note: string): readonly string[] {
  const list = /^\s*Accept(?:s|ed)\b\s*(?:(?:fields|values)\b\s*)?(?:are\b|is\b|:)?\s*(.+?)[.\s]*$/i.exec(note)?.[1];
  if (list === undefined) return [];
  const values = list.split(/\s*,\s*(?:(?:or|and)\s+)?|\s+(?:or|and)\s+/).map((value) => value.replaceAll('`', ''));
  return values.every((value) => /^[\w.-]+$/.test(value)) ? values : [];
}

/** The terms that a call-out about one field says to use: "searching by the `category` field … use the term `x`". */
function termsFor(prose: string, field: string): readonly string[] {
  const callOut = prose
    .split(/\{%\s*\/?admonition\b/)
    .find((part) => part.match(/\bby the \**`([\w.]+)`\** field/)?.[1] === field);
  return [...(callOut ?? '').matchAll(/\buse the term `([\w.-]+)`/g)].map(([, term = '']) => term);
}
