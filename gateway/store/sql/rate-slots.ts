import { type Kysely, type RawBuilder, sql } from 'kysely';
import { COUNTED_SLOTS, slotAt, waitAfter } from '../../limits/slots.ts';
import type { RateSlotRepository } from '../contract/rate-slots.ts';
import type { Tables } from '../contract/tables.ts';

const places = Array.from({ length: COUNTED_SLOTS }, (_, place) => ({ place, name: `calls_${place}` as const }));

/** Slots that have passed since the row was written: none, or a few less, for a process whose clock is behind. */
const passed = sql<number>`(excluded.slot - rate_slots.slot)`;

/** False for a row of another span, and for one that was written by a clock that was far ahead: it would block for as long. */
const holds = sql<boolean>`(rate_slots.span = excluded.span and ${passed} >= ${sql.lit(-COUNTED_SLOTS)})`;

/** What of a place still counts; the slot that was counted there is as many slots older than the row's as the remainder says. */
function kept({ place, name }: (typeof places)[number]): RawBuilder<number> {
  const age = sql`(rate_slots.slot - ${sql.lit(place)}) % ${sql.lit(COUNTED_SLOTS)}`;
  return sql`(case when ${holds} and ${age} + ${passed} < ${sql.lit(COUNTED_SLOTS)} then rate_slots.${sql.ref(name)} else 0 end)`;
}

const slot = sql<number>`(case when ${holds} and ${passed} < 0 then rate_slots.slot else excluded.slot end)`;

const counted = sql<number>`(${sql.join(places.map(kept), sql` + `)})`;

const changes = {
  span: sql<number>`excluded.span`,
  slot,
  ...Object.fromEntries(
    places.map((one) => {
      const isHere = sql`${slot} % ${sql.lit(COUNTED_SLOTS)} = ${sql.lit(one.place)}`;
      return [one.name, sql<number>`${kept(one)} + (case when ${isHere} then 1 else 0 end)`];
    }),
  ),
};

/** Calls of servers in sliding windows: a statement each, which holds the row, so that processes cannot count past each other. */
export function createRateSlots(db: Kysely<Tables>): RateSlotRepository {
  return {
    spend: async (serverId, { limit, span }, now) => {
      const current = slotAt(now, span);
      const first = places.map(({ place, name }) =>
        sql<number>`${sql.lit(Number(place === current % COUNTED_SLOTS))}`.as(name),
      );
      const done = await db
        .insertInto('rate_slots')
        .columns(['server_id', 'span', 'slot', ...places.map(({ name }) => name)])
        // Of a server that was just removed there is nothing to count, and no reference to it.
        .expression(
          db
            .selectFrom('servers')
            .select([
              'id as server_id',
              sql<number>`cast(${span} as bigint)`.as('span'),
              sql<number>`cast(${current} as bigint)`.as('slot'),
              ...first,
            ])
            .where('id', '=', serverId),
        )
        .onConflict((conflict) =>
          conflict.column('server_id').doUpdateSet(changes).where(sql<boolean>`${counted} < ${limit}`),
        )
        .returning('slot')
        .executeTakeFirst();
      if (done !== undefined) return 0;
      const row = await db.selectFrom('rate_slots').selectAll().where('server_id', '=', serverId).executeTakeFirst();
      // The server is gone: its requests are refused within half a second.
      if (row === undefined) return 0;
      // Another change of the limit was faster.
      if (row.span !== span) return 1;
      const counts = places.map(({ name }) => row[name] ?? 0);
      return waitAfter(now, { slot: row.slot, counts }, { limit, span });
    },
  };
}
