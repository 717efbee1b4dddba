import { type Kysely, sql } from 'kysely';

/** Lets calls be found by the program that made them. */
export async function addPrograms(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('audit').addColumn('program_id', 'text').execute();
  // Most calls are made by none.
  await db.schema
    .createIndex('audit_by_program_id')
    .on('audit')
    .columns(['program_id', 'id'])
    .where(sql.ref('program_id'), 'is not', null)
    .execute();
}
