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
export interface Sorting<Row> {
  /** What the order is called; a cursor of another one is refused. */
  readonly name: string;
  readonly descending: boolean;
  /** Texts are sorted, not numbers. */
  readonly isText: boolean;
  readonly expression: RawBuilder<unknown>;
  /** The value of the expression, for a row that was read. */
  readonly keyOf: (row: Row) => string | number;
}

/** A page of rows in some order. */
export async function sortedPage<Table extends keyof Tables, Row extends { readonly id: string }>(
  query: SelectQueryBuilder<Tables, Table, Row>,
  { limit, next_cursor: cursor }: PageRequest,
  { name, descending, isText, expression, keyOf }: Sorting<Row>,
): Promise<Page<Row>> {
  const direction = descending ? 'desc' : 'asc';
  const own = z.tuple([z.literal(name), z.literal(direction), isText ? sortedText : z.int(), id]);
  let rest = query;
  if (cursor !== undefined) {
    const [, , value, after] = readPlace(cursor, own);
    const behind = sql.raw(descending ? '<' : '>');
    rest = query.where(sql<boolean>`(${expression}, id) ${behind} (${value}, ${after})`);
  }
  const found = await rest
    .orderBy(expression, direction)
    .orderBy(sql`id`, direction)
    .limit(limit + 1)
    .execute();
  return cutPage(found, limit, (row) => [name, direction, keyOf(row), row.id]);
}
