import { type Kysely, sql } from 'kysely';
import { foldedOrNull, foldedText } from './folded-text.ts';

/** Rows that are read at a time. */
const BATCH = 1000;

/** Lets servers be switched off, and adds what servers and accounts are searched and sorted by. */
export async function addEnabledAndFolded(db: Kysely<unknown>): Promise<void> {
  const add = (table: string) => db.schema.alterTable(table);
  await add('servers')
    .addColumn('enabled', 'integer', (column) => column.notNull().defaultTo(1))
    .execute();
  await add('servers')
    .addColumn('folded_name', 'text', (column) => column.notNull().defaultTo(''))
    .execute();
  await add('servers').addColumn('folded_owner', 'text').execute();
  await add('accounts')
    .addColumn('folded_label', 'text', (column) => column.notNull().defaultTo(''))
    .execute();
  await add('accounts').addColumn('folded_workspace', 'text').execute();
  for await (const { id, first, second } of texts(db, sql`select id, name as first, owner as second from servers`))
    await sql`update servers set folded_name = ${foldedText(first)}, folded_owner = ${foldedOrNull(second)}
      where id = ${id}`.execute(db);
  for await (const { id, first, second } of texts(
    db,
    sql`select id, label as first, workspace_name as second from accounts`,
  ))
    await sql`update accounts set folded_label = ${foldedText(first)}, folded_workspace = ${foldedOrNull(second)}
      where id = ${id}`.execute(db);
}

interface Texts {
  readonly id: string;
  readonly first: string;
  readonly second: string | null;
}

async function* texts(db: Kysely<unknown>, select: ReturnType<typeof sql>): AsyncGenerator<Texts> {
  for (let last = ''; ; ) {
    const { rows } = await sql<Texts>`${select} where id > ${last} order by id limit ${sql.lit(BATCH)}`.execute(db);
    yield* rows;
    const end = rows.at(-1);
    if (end === undefined) return;
    last = end.id;
  }
}
