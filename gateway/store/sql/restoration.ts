import { type Kysely, sql } from 'kysely';
import type { Restoration } from '../contract/backup.ts';
import type { Tables } from '../contract/tables.ts';

/** Fills tables within a transaction. */
export function createRestoration(db: Kysely<Tables>): Restoration {
  return {
    isEmpty: async (table) => {
      const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(db);
      return rows.length === 0;
    },
    insert: async (table, columns, rows) => {
      const names = sql.join(columns.map((column) => sql.ref(column)));
      const values = rows.map((row) => sql`(${sql.join(columns.map((column) => row[column]))})`);
      await sql`insert into ${sql.table(table)} (${names}) values ${sql.join(values)}`.execute(db);
    },
  };
}
