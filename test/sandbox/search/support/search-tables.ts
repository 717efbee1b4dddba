import { readFileSync } from 'node:fs';
import { type FieldReader, type FieldValue, SearchFault, type SearchTable } from '../../../../sandbox/search/index.ts';

interface Described {
  readonly paths: Readonly<Record<string, { readonly post?: { readonly 'x-search'?: SearchTable } }>>;
}

// The import writes the tables in this form.
const { paths } = JSON.parse(
  readFileSync(new URL('../../../../specs/intercom/contract.json', import.meta.url), 'utf8'),
) as Described;

function tableOf(name: string): SearchTable {
  const table = paths[`/${name}/search`]?.post?.['x-search'];
  if (table === undefined) throw new Error(`no search for ${name}`);
  return table;
}

/** What each search accepts, as the official description says. */
export const tables = {
  contacts: tableOf('contacts'),
  conversations: tableOf('conversations'),
  tickets: tableOf('tickets'),
} as const;

/** The names of the searches. */
export type SearchName = keyof typeof tables;

/** A row by the names of its fields. */
export type Row = Readonly<Record<string, FieldValue>>;

/** Reads a row as the searches do. */
export function reader(row: Row): FieldReader {
  return (field) => row[field];
}

/** What is thrown instead of an answer, in a line. */
export function refusal(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    if (!(error instanceof SearchFault)) throw error;
    return `${error.status} ${error.code}: ${error.message}`;
  }
  return 'accepted';
}

/** One condition of a query. */
export function filter(field: string, operator: string, value: unknown) {
  return { field, operator, value };
}
/** Filters and groups that are all to hold. */
export function and(...value: unknown[]) {
  return { operator: 'AND', value };
}
/** Filters and groups of which one is to hold. */
export function or(...value: unknown[]) {
  return { operator: 'OR', value };
}
