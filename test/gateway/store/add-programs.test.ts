import { describe, expect, test } from 'vitest';
import { createAuditLink } from '../../../gateway/audit/audit-entry.ts';
import { verifyChain } from '../../../gateway/audit/verify-chain.ts';
import { createDigest } from '../../../gateway/secrets/tokens.ts';
import { migrations } from '../../../gateway/store/sql/migrations.ts';
import { type Engine, emptyStore, engines } from '../support/engines.ts';
import { anEntry } from './support/rows.ts';

const link = createAuditLink(createDigest(new Uint8Array(32)));

/** Entries with the hashes that the version before wrote. */
const written = [
  { entry: anEntry('a1'), hash: 'l847Up3i38aJ3rx0KsoOLDU3royLapDP4AT7pgL5eXI' },
  {
    entry: anEntry('a2', { status: 'begun', call_id: 'c', tool: 't' }),
    hash: 'cMzaclAMgjpUX6D5Gto2Es5wep2oemJFJ2eoe8JqF5Q',
  },
  {
    entry: anEntry('a3', { times: 3, target: 'k', actor: 'system', tool: null, arguments: null }),
    hash: 'f8zpkALxc7aeDhu4pC_ftEGxAo1L5Tfyb_Wui6nriSw',
  },
];

describe.each(engines)('programs in the audit log over $name', (engine: Engine) => {
  test.skipIf(!engine.isThere)('a chain from before there were any is whole, and goes on with them', async () => {
    await using made = await emptyStore(engine);
    const { store } = made;
    await store.db.schema.dropIndex('audit_by_program_id').execute();
    await store.db.schema.alterTable('audit').dropColumn('program_id').execute();
    const rows = written.map(({ entry: { program_id: _none, ...entry }, hash }, index) => ({
      ...{ ...entry, hash, seq: index + 1 },
    }));
    for (const row of rows) await store.db.insertInto('audit').values(row).execute();
    const end = { seq: rows.length, hash: rows.at(-1)?.hash ?? '' };
    await store.db
      .insertInto('audit_chain')
      .values({ name: 'last', ...end })
      .onConflict((conflict) => conflict.column('name').doUpdateSet(end))
      .execute();
    await migrations['009_programs']?.up(store.db);

    expect(await verifyChain(store, link)).toMatchObject({ entries: 3, problems: [] });
    const [first, second] = [anEntry('b1', { program_id: 'p' }), anEntry('b2', { program_id: null })];
    await store.transaction(({ audit }) => audit.append([first, second], link));
    expect(await verifyChain(store, link)).toMatchObject({ entries: 5, problems: [] });
    expect((await store.audit.list({ program_id: 'p' }, { limit: 9 })).rows.map(({ id }) => id)).toEqual(['b1']);

    await store.db.updateTable('audit').set({ program_id: 'p' }).where('id', 'in', ['a1', 'b2']).execute();
    await store.db.updateTable('audit').set({ program_id: null }).where('id', '=', 'b1').execute();
    expect((await verifyChain(store, link)).problems.map(({ seq }) => seq)).toEqual([1, 4, 5]);
  });
});
