import { type Kysely, type RawBuilder, type SelectQueryBuilder, sql } from 'kysely';
import { type AuditEntry, type AuditFilter, type AuditRepository, BEGUN, type ChainEnd } from '../contract/audit.ts';
import type { Tables } from '../contract/tables.ts';
import { type ChainPlace, linkEntries } from './link-entries.ts';
import { readCursor, toPage } from './page.ts';

/** Entries of one statement: PostgreSQL takes 65,535 parameters, SQLite 32,766. */
const PART = 1000;

/** The audit log, a chain of entries. */
export function createAudit(db: Kysely<Tables>): AuditRepository {
  const entries = () => db.selectFrom('audit').selectAll();
  return {
    append: async (added, link) => {
      const [first] = added;
      if (first === undefined) return true;
      const { linked, end } = linkEntries(await lockEnd(db), added, link);
      if ((await entries().where('id', '=', first.id).executeTakeFirst()) !== undefined) return false;
      for (let start = 0; start < linked.length; start += PART)
        await db
          .insertInto('audit')
          .values(linked.slice(start, start + PART))
          .execute();
      await db.updateTable('audit_chain').set(end).where('name', '=', 'last').execute();
      return true;
    },
    get: (id) => entries().where('id', '=', id).executeTakeFirst(),
    list: async (filter, { limit, next_cursor: cursor }) => {
      let query = filtered(entries(), filter);
      if (cursor !== undefined) query = query.where('id', '<', readCursor(cursor).id);
      const found = await query
        .orderBy('id', 'desc')
        .limit(limit + 1)
        .execute();
      return toPage(found, limit, (row) => ({ at: row.at, id: row.id }));
    },
    each: async function* (filter) {
      for (let last = ''; ; ) {
        const rows = await filtered(entries(), filter).where('id', '>', last).orderBy('id').limit(PART).execute();
        yield* rows;
        const end = rows.at(-1);
        if (end === undefined) return;
        last = end.id;
      }
    },
    chained: (after, limit) => entries().where('seq', '>', after).orderBy('seq').limit(limit).execute(),
    ends: async () => {
      const rows = await db.selectFrom('audit_chain').selectAll().execute();
      const end = (name: ChainEnd['name']) => rows.find((row) => row.name === name) ?? { name, seq: 0, hash: '' };
      return { first: end('first'), last: end('last') };
    },
    countUnchained: async () => {
      const { count } = await db
        .selectFrom('audit')
        .select(sql<number>`count(*)`.as('count'))
        .where('seq', 'is', null)
        .executeTakeFirstOrThrow();
      return Number(count);
    },
    unfinished: (limit) =>
      entries()
        .where('status', '=', BEGUN)
        .where(
          sql<boolean>`not exists (select 1 from audit as outcome where outcome.call_id = audit.call_id and outcome.id <> audit.id)`,
        )
        .orderBy('id', 'desc')
        .limit(limit)
        .execute(),
    removeBefore: async (firstId) => {
      await db.deleteFrom('audit').where('seq', 'is', null).where('id', '<', firstId).execute();
      for (;;) {
        const oldest = await db
          .selectFrom('audit')
          .select(['id', 'seq', 'hash'])
          .where('seq', 'is not', null)
          .orderBy('seq')
          .limit(PART)
          .execute();
        // The ids of several processes are not quite in the order of the chain, of which only the beginning may go.
        const kept = oldest.findIndex(({ id }) => id >= firstId);
        const removed = kept === -1 ? oldest : oldest.slice(0, kept);
        const { seq, hash } = removed.at(-1) ?? {};
        if (seq == null || hash == null) return;
        await db.deleteFrom('audit').where('seq', '<=', seq).execute();
        await db
          .insertInto('audit_chain')
          .values({ name: 'first', seq, hash })
          .onConflict((conflict) => conflict.column('name').doUpdateSet({ seq, hash }))
          .execute();
        if (removed.length < PART) return;
      }
    },
  };
}

/** The end of the chain, which nobody else moves until the end of the transaction. */
export async function lockEnd(db: Kysely<Tables>): Promise<ChainPlace> {
  return db
    .insertInto('audit_chain')
    .values({ name: 'last', seq: 0, hash: '' })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ seq: sql`audit_chain.seq` }))
    .returning(['seq', 'hash'])
    .executeTakeFirstOrThrow();
}

type Entries = SelectQueryBuilder<Tables, 'audit', AuditEntry>;

function filtered(query: Entries, { account_ids, fromId, untilId, ...equal }: AuditFilter): Entries {
  let kept = query;
  if (fromId !== undefined) kept = kept.where('id', '>=', fromId);
  if (untilId !== undefined) kept = kept.where('id', '<', untilId);
  if (account_ids?.length === 0) return kept.where(sql<boolean>`1 = 0`);
  const isNarrow = NARROW.some((column) => equal[column] !== undefined);
  if (account_ids !== undefined) {
    const isOneOf = sql<boolean>`account_id in (${sql.join(account_ids)})`;
    kept = kept.where(isNarrow ? unindexed(isOneOf) : isOneOf);
  }
  for (const column of NARROW) if (equal[column] !== undefined) kept = kept.where(column, '=', equal[column]);
  for (const column of WIDE) {
    const value = equal[column];
    if (value === undefined) continue;
    const isEqual = sql<boolean>`${sql.ref(column)} = ${value}`;
    kept = kept.where(isNarrow ? unindexed(isEqual) : isEqual);
  }
  return kept;
}

/** Columns of which one value has few entries. */
const NARROW = ['call_id', 'program_id', 'request_id', 'server_id'] as const;

const WIDE = ['actor', 'action', 'tool', 'status'] as const;

/**
 * The same condition, for which SQLite takes no index: it would go through all entries of a status for those of one server.
 * PostgreSQL leaves out what is never so, and knows how many entries are left, as it would not of a changed column.
 */
function unindexed(condition: RawBuilder<boolean>): RawBuilder<boolean> {
  return sql<boolean>`(${condition} or 1 = 0)`;
}
