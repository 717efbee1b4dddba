import type { Kysely } from 'kysely';

/** Adds what is known of clearing away, and calls counted by slots of time; `rate_windows` is left to versions before. */
export async function createSweepsAndSlots(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('sweeps')
    .ifNotExists()
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('until', 'bigint', (column) => column.notNull())
    .execute();
  let slots = db.schema
    .createTable('rate_slots')
    .ifNotExists()
    .addColumn('server_id', 'text', (column) => column.primaryKey().references('servers.id').onDelete('cascade'))
    .addColumn('span', 'bigint', (column) => column.notNull())
    .addColumn('slot', 'bigint', (column) => column.notNull());
  for (let index = 0; index < 13; index += 1)
    slots = slots.addColumn(`calls_${index}`, 'integer', (column) => column.notNull().defaultTo(0));
  await slots.execute();
}
