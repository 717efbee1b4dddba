import { pino } from 'pino';
import { expect, test } from 'vitest';
import { BY_SYSTEM, createAuditLink } from '../../../gateway/audit/audit-entry.ts';
import { createAuditLog } from '../../../gateway/audit/audit-log.ts';
import type { AuditBatch } from '../../../gateway/store/contract/audit.ts';
import { StoreUnavailable } from '../../../gateway/store/contract/store-unavailable.ts';
import { NOON } from '../support/rows.ts';

/** An audit log over a store whose answers to each batch a test decides. */
function logOver(record: (take: () => AuditBatch, attempt: number) => Promise<void>) {
  let attempts = 0;
  const store = {
    record: (take: () => AuditBatch) => {
      attempts += 1;
      return record(take, attempts);
    },
  };
  const log = createAuditLog({
    ...{ store, link: createAuditLink((text) => text), now: () => NOON },
    ...{ logger: pino({ level: 'silent' }), onFailure: () => {} },
  });
  return { write: (target: string) => log.record({ ...BY_SYSTEM, action: 'refuse', status: 'x', target }), log };
}

const targetsOf = ({ entries }: AuditBatch): (string | null)[] => entries.map(({ target }) => target);

test('lines that come while the store waits for its turn go with those that wait, and are answered with them', async () => {
  const waits = Promise.withResolvers<void>();
  const asked = Promise.withResolvers<void>();
  const stored: (string | null)[][] = [];
  const { write } = logOver(async (take) => {
    asked.resolve();
    await waits.promise;
    stored.push(targetsOf(take()));
  });
  const first = write('1');
  await asked.promise;
  const others = [write('2'), write('3')];
  waits.resolve();
  expect(await Promise.all([first, ...others])).toEqual([true, true, true]);
  expect(stored).toEqual([['1', '2', '3']]);
});

test('a batch that the store may have taken is tried again as it was: what came since is the next one', async () => {
  const sent: (string | null)[][] = [];
  const { write } = logOver(async (take, attempt) => {
    // The chain ended elsewhere: nothing was stored, and it is taken anew.
    if (attempt === 1) {
      take();
      later.push(write('2'));
    }
    sent.push(targetsOf(take()));
    if (attempt > 2) return;
    later.push(write(`after try ${attempt}`));
    throw new StoreUnavailable('lost', { isChange: true });
  });
  const later: Promise<boolean>[] = [];
  expect(await write('1')).toBe(true);
  expect(await Promise.all(later)).toEqual([true, true, true]);
  const batch = ['1', '2'];
  expect(sent).toEqual([batch, batch, batch, ['after try 1', 'after try 2']]);
});

test('lines that joined a batch in vain go to the log of the process, and are counted with it', async () => {
  const counts: (number | null)[][] = [];
  const { write, log } = logOver(async (take, attempt) => {
    if (attempt === 1) {
      void write('2');
      take();
      throw new Error('on purpose');
    }
    counts.push(take().entries.map(({ times }) => times));
  });
  expect(await write('1')).toBe(false);
  expect(await log.isWritable()).toBe(true);
  expect(counts).toEqual([[2]]);
});
