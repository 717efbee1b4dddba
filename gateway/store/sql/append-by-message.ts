import { CompiledQuery, type Kysely } from 'kysely';
import type { Tables } from '../contract/tables.ts';
import { type Appended, COUNT_COLUMNS, COUNTER_COLUMNS, ENTRY_COLUMNS } from './appended.ts';
import { COUNTER_KEY } from './counters.ts';
import { TURN } from './turn.ts';

/**
 * Beside whom entries are appended: `alone` gives way to whoever has the turn, `turn` is the one that has it and ends it,
 * `race` goes on without one. What is not tried for the first time looks whether it is there.
 */
export type AppendMode = 'alone' | 'turn' | 'race';

/** What became of entries: `elsewhere` is where the chain does not end at their place, or somebody else has the turn. */
export type AppendOutcome = 'appended' | 'there' | 'elsewhere';

const list = (columns: readonly string[]): string => columns.map((column) => `"${column}"`).join(', ');

/** What is counted nowhere is left out of a message. */
const COUNTER_VALUES = COUNTER_COLUMNS.map((column) =>
  COUNT_COLUMNS.some((count) => count === column) ? `coalesce("${column}", 0)` : `"${column}"`,
).join(', ');

const COUNTED = COUNT_COLUMNS.map((column) => `"${column}" = call_counters."${column}" + excluded."${column}"`).join(
  ', ',
);

const NOT_THERE = 'and not exists (select from there)';

/** How the modes differ: what else has to be so, and what is done at the end. */
const MODES = {
  alone: { condition: `and pg_try_advisory_xact_lock(${TURN})`, ending: '' },
  turn: { condition: NOT_THERE, ending: ', pg_advisory_unlock_all()' },
  race: { condition: NOT_THERE, ending: '' },
} as const satisfies Record<AppendMode, { condition: string; ending: string }>;

function statementOf(mode: AppendMode): string {
  const { condition, ending } = MODES[mode];
  return `with there as materialized (
      select from audit where id = $7
    ), moved as (
      update audit_chain set seq = $1, hash = $2
      where name = 'last' and seq = $3 and hash = $4 ${condition} returning 1
    ), added as (
      insert into audit (${list(ENTRY_COLUMNS)}) select ${list(ENTRY_COLUMNS)}
      from json_populate_recordset(null::audit, $5) where exists (select from moved)
    ), counted as (
      insert into call_counters (${list(COUNTER_COLUMNS)}) select ${COUNTER_VALUES}
      from json_populate_recordset(null::call_counters, $6) where exists (select from moved)
      on conflict (${list(COUNTER_KEY)}) do update set ${COUNTED}
    )
    select exists (select from moved) as moved, exists (select from there) as there${ending}`;
}

/** Put together once: to do so takes as long as to send one. */
const statements = {
  alone: statementOf('alone'),
  turn: statementOf('turn'),
  race: statementOf('race'),
} satisfies Record<AppendMode, string>;

/** Appends by one statement, which is one message to the server and one back, and as long for many rows as for one. */
export async function appendByMessage(
  db: Kysely<Tables>,
  { after, linked, end, counters }: Appended,
  mode: AppendMode,
): Promise<AppendOutcome> {
  const first = linked[0]?.id ?? '';
  const places = [end.seq, end.hash, after.seq, after.hash];
  const parameters = [...places, jsonOf(linked), jsonOf(counters.map(counted)), first];
  const { rows } = await db.executeQuery(
    CompiledQuery.raw(statements[mode], parameters) as CompiledQuery<{ moved: boolean; there: boolean }>,
  );
  const [row] = rows;
  if (row?.moved === true) return 'appended';
  return row?.there === true ? 'there' : 'elsewhere';
}

/** A counter without what is zero, which is most of it. */
function counted(counter: Appended['counters'][number]): object {
  return Object.fromEntries(Object.entries(counter).filter(([, value]) => value !== 0));
}

/** How JSON says half a character: that is none of Unicode. The same text after a backslash is found as well, and does no harm. */
const HALF = /\\ud[89a-f]/i;

/** As they go over the wire: what is no character of Unicode stands there as the sign for that. */
function jsonOf(rows: readonly object[]): string {
  const text = JSON.stringify(rows);
  if (!HALF.test(text)) return text;
  return JSON.stringify(rows, (_, value: unknown) => (typeof value === 'string' ? value.toWellFormed() : value));
}
