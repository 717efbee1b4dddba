import { type SelectQueryBuilder, sql } from 'kysely';
import * as z from 'zod';
import { InputError } from '../../../runtime/value/errors.ts';
import type { Page, PageRequest } from '../contract/page.ts';
import type { Tables } from '../contract/tables.ts';

/** The place behind a row, in a list that is sorted by time and id. */
interface Place {
  readonly at: number;
  readonly id: string;
}

const place = z.tuple([z.int(), z.string().regex(/^[\w-]{1,64}$/)]);

/** Reads a cursor; throws {@link InputError} for one that no page gave out. */
export function readCursor(cursor: string): Place {
  try {
    const [at, id] = place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    return { at, id };
  } catch (cause) {
    const error = new InputError(
      [{ argument: 'next_cursor', message: 'it is no cursor of this list' }],
      'Pass next_cursor of the page before unchanged, or leave it out to start anew.',
    );
    error.cause = cause;
    throw error;
  }
}

/** Makes a page of one row more than it holds, so that a last page is known as such. */
export function toPage<Row>(found: readonly Row[], limit: number, placeOf: (row: Row) => Place): Page<Row> {
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  if (found.length <= limit || last === undefined) return { rows, next: null };
  const { at, id } = placeOf(last);
  return { rows, next: Buffer.from(JSON.stringify([at, id])).toString('base64url') };
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
