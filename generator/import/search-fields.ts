import { type MarkdownTable, tableUnder } from './markdown-table.ts';

/** The types that a searchable field can have; a `date` is a UNIX timestamp in seconds. */
export type SearchType = 'string' | 'integer' | 'number' | 'boolean' | 'date';

/** A row of the table "Accepted Fields". */
export interface FieldRow {
  readonly name: string;
  readonly types: readonly SearchType[];
  readonly values: readonly string[];
}

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

/** The rows of the table "Accepted Fields" in its order. */
export function fieldRows(prose: string): readonly FieldRow[] {
  const rows = expectTable(prose, 'Accepted Fields', ['Field', 'Type']).rows.map(fieldRow);
  const twice = rows.find(({ name }, index) => rows.findIndex((row) => row.name === name) !== index);
  if (twice) throw new ProseChanged(`the field \`${twice.name}\` stands twice in the table "Accepted Fields"`);
  return rows.map((row) => (row.values.length > 0 ? row : { ...row, values: termsFor(prose, row.name) }));
}

function fieldRow([nameCell = '', typeCell = '']: readonly string[]): FieldRow {
  const name = nameCell.replaceAll('`', '').replaceAll('\\', '');
  if (!/^[\w.]+(?:\.\{\w+\})?$/.test(name)) throw new ProseChanged(`"${nameCell}" is no name of a field`);
  const [typeText = '', ...notes] = typeCell.split(/<br\s*\/?>/i);
  const words = typeText
    .replace(/\(.*?\)/g, '')
    .trim()
    .split(/\s*,\s*|\s+or\s+/);
  const types = words.map((word) => {
    const type = searchType(word);
    if (type === undefined) throw new ProseChanged(`the field \`${name}\` has the unknown type "${typeText.trim()}"`);
    return type;
  });
  return { name, types: [...new Set(types)], values: listedValues(notes.join(' ')) };
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
