import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely';
import * as z from 'zod';
import { InputError } from '../../../runtime/value/errors.ts';
import type { Page, PageRequest } from '../contract/page.ts';
import type { Tables } from '../contract/tables.ts';

/** The place behind a row, in a list that is sorted by time and id. */
interface Place {
  readonly at: number;
  readonly id: string;
}

const id = z.string().regex(/^[\w-]{1,64}$/);
/** PostgreSQL takes no text with a NUL. */
const sortedText = z
  .string()
  .max(400)
  .regex(/^[^\0]*$/);
const place = z.tuple([z.int(), id]);

/** Reads a cursor; throws {@link InputError} for one that no page gave out. */
export function readCursor(cursor: string): Place {
  const [at, id] = readPlace(cursor, place);
  return { at, id };
}

function readPlace<Read>(cursor: string, schema: z.ZodType<Read>): Read {
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch (cause) {
    const error = new InputError(
      [{ argument: 'next_cursor', message: 'it is no cursor of this list' }],
      'Pass next_cursor of the page before unchanged, with the same sort and order, or leave it out to start anew.',
    );
    error.cause = cause;
    throw error;
  }
}

function writePlace(place: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** Makes a page of one row more than it holds, so that a last page is known as such. */
export function toPage<Row>(found: readonly Row[], limit: number, placeOf: (row: Row) => Place): Page<Row> {
  return cutPage(found, limit, (row) => {
    const { at, id } = placeOf(row);
    return [at, id];
  });
}

function cutPage<Row>(found: readonly Row[], limit: number, placeOf: (row: Row) => readonly unknown[]): Page<Row> {
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return { rows, next: found.length <= limit || last === undefined ? null : writePlace(placeOf(last)) };
}

/** A page of rows that know when they were made, newest first. */
export async function newestFirst<
  Table extends keyof Tables,
  Row extends { readonly created_at: number; readonly id: string },
>(query: SelectQueryBuilder<Tables, Table, Row>, { limit, next_cursor: cursor }: PageRequest): Promise<Page<Row>> {
  const after = cursor === undefined ? undefined : readCursor(cursor);
  const rest = after === undefined ? query : query.where(sql<boolean>`(created_at, id) < (${after.at}, ${after.id})`);
  const found = await rest
    .orderBy(sql`created_at`, 'desc')
    .orderBy(sql`id`, 'desc')
    .limit(limit + 1)
    .execute();
  return toPage(found, limit, (row) => ({ at: row.created_at, id: row.id }));
}

/** An order of rows: by a value that is never null, and by their ids where it is the same. */
export interface Sorting {
  /** What the order is called; a cursor of another one is refused. */
  readonly name: string;
  readonly descending: boolean;
  /** Texts are sorted, not numbers. */
  readonly isText: boolean;
}

/** A row beside the value that it was sorted by. */
interface SortedRow {
  readonly id: string;
  readonly sorted_by: string | number;
}

type Value = RawBuilder<string | number>;

/** How a page of rows in some order is read, where they are sorted by a value that a query has. */
export interface SortedRead {
  /** Selects the rows of this page, and one more where another page follows. */
  readonly page: <DB, Table extends keyof DB, Row>(
    query: SelectQueryBuilder<DB, Table, Row>,
    value: Value,
  ) => SelectQueryBuilder<DB, Table, Row>;
  /** The page of the rows that were read. */
  readonly cut: <Row extends SortedRow>(found: readonly Row[]) => Page<Omit<Row, 'sorted_by'>>;
}

/** Reads which page in some order is asked for; throws {@link InputError} for a cursor of another list. */
export function sortedRead(
  { limit, next_cursor: cursor }: PageRequest,
  { name, descending, isText }: Sorting,
): SortedRead {
  const direction = descending ? 'desc' : 'asc';
  const own = z.tuple([z.literal(name), z.literal(direction), isText ? sortedText : z.int(), id]);
  const after = cursor === undefined ? undefined : readPlace(cursor, own);
  const behind = sql.raw(descending ? '<' : '>');
  return {
    page: (query, value) => {
      const rest =
        after === undefined ? query : query.where(sql<boolean>`(${value}, id) ${behind} (${after[2]}, ${after[3]})`);
      return rest
        .orderBy(value, direction)
        .orderBy(sql`id`, direction)
        .limit(limit + 1);
    },
    cut: (found) => {
      const { rows, next } = cutPage(found, limit, (row) => [name, direction, row.sorted_by, row.id]);
      return { rows: rows.map(({ sorted_by: _, ...row }) => row), next };
    },
  };
}
