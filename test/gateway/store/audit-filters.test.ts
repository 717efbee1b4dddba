import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { NewAuditEntry } from '../../../gateway/store/contract/audit.ts';
import { type Engine, emptyStore, engines } from '../support/engines.ts';
import type { TestStore } from '../support/open-test-store.ts';
import { aLink, anEntry } from './support/rows.ts';

const COLUMNS = ['actor', 'action', 'server_id', 'tool', 'status', 'request_id', 'call_id', 'program_id'] as const;

/** Entries in which each of these columns, and the account, has one of two values or none. */
const entries: NewAuditEntry[] = Array.from({ length: 512 }, (_, index) => {
  const value = (place: number) => ((index >> place) % 2 === 0 ? 'one' : 'other');
  const values = Object.fromEntries(COLUMNS.map((column, place) => [column, value(place)]));
  const account_id = index % 5 === 0 ? null : value(8);
  return anEntry(String(index).padStart(3, '0'), { ...values, account_id, ...(index % 3 === 0 && { call_id: null }) });
});

describe.each(engines)('filters of the audit log over $name', (engine: Engine) => {
  describe.skipIf(!engine.isThere)('find', () => {
    let made: Awaited<ReturnType<typeof emptyStore>>;
    let store: TestStore;
    beforeAll(async () => {
      made = await emptyStore(engine);
      store = made.store;
      await store.transaction(({ audit }) => audit.append(entries, aLink));
    });
    afterAll(() => made?.[Symbol.asyncDispose]());

    test('what each two of them say, with an account and without', async () => {
      for (const first of COLUMNS)
        for (const second of COLUMNS)
          for (const account_ids of [undefined, ['one'], ['one', 'other'], []]) {
            const filter = { [first]: 'one', [second]: first === second ? 'one' : 'other', account_ids };
            const { rows } = await store.audit.list(filter, { limit: 600 });
            const expected = entries.filter(
              (entry) =>
                entry[first] === 'one' &&
                entry[second] === filter[second] &&
                (account_ids === undefined || account_ids.some((id) => id === entry.account_id)),
            );
            expect([filter, rows.map(({ id }) => id)]).toEqual([filter, expected.map(({ id }) => id).toReversed()]);
          }
    });
  });
});
