import type { Kysely } from 'kysely';
import type { AuditBatch } from '../contract/audit.ts';
import { StoreUnavailable } from '../contract/store-unavailable.ts';
import type { Tables } from '../contract/tables.ts';
import { appendByMessage } from './append-by-message.ts';
import type { ChainWriter, Placed } from './appended.ts';
import { linkEntries } from './link-entries.ts';
import { endTurn, readEnd, takeTurn } from './turn.ts';

/** Milliseconds for which no turn is asked for, after one that did not come. */
const WITHOUT_TURNS = 10_000;

/** Tries to append: each one in vain is a batch of somebody else. */
const TRIES = 50;

/**
 * How processes over one PostgreSQL append to one chain: who wrote last writes behind that by one message, others wait for a turn
 * and are told the end by a first one. No lock of the chain's end outlives a statement, and the turn is a courtesy: who
 * does not get it, because whoever has it was stopped or is cut off, appends without.
 */
export function appendInTurn(): ChainWriter {
  let noTurnsUntil = Number.NEGATIVE_INFINITY;

  async function appendWaiting(one: Kysely<Tables>, take: () => AuditBatch): Promise<Placed> {
    try {
      const placed = await appendBehind(one, take, 'turn');
      if (placed !== undefined) return placed;
    } catch (error) {
      // A connection that broke has no turn any more.
      await endTurn(one).catch(() => undefined);
      throw error;
    }
    await endTurn(one);
    noTurnsUntil = performance.now() + WITHOUT_TURNS;
    return appendRacing(one, take);
  }

  return {
    appendAt: async (db, appended) => (await appendByMessage(db, appended, 'alone')) === 'appended',
    appendAtEnd: (db, take) =>
      db
        .connection()
        .execute((one) => (performance.now() < noTurnsUntil ? appendRacing(one, take) : appendWaiting(one, take))),
  };
}

async function appendRacing(one: Kysely<Tables>, take: () => AuditBatch): Promise<Placed> {
  const placed = await appendBehind(one, take, 'race');
  if (placed === undefined) throw new StoreUnavailable('conflict');
  return placed;
}

/** Reads the end and appends there, until nobody came between; undefined where there is no turn, or always somebody. */
async function appendBehind(
  one: Kysely<Tables>,
  take: () => AuditBatch,
  mode: 'turn' | 'race',
): Promise<Placed | undefined> {
  for (let left = TRIES; left > 0; left -= 1) {
    const after = await (mode === 'turn' ? takeTurn(one) : readEnd(one));
    if (after === undefined) return undefined;
    const { entries, counters, link } = take();
    const { linked, end } = linkEntries(after, entries, link);
    const outcome = await appendByMessage(one, { after, end, linked, counters }, mode);
    if (outcome !== 'elsewhere') return { after, end: outcome === 'appended' ? end : after };
  }
  return undefined;
}
