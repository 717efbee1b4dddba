import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { exportStore } from '../../../gateway/backup/export-store.ts';
import { importStore } from '../../../gateway/backup/import-store.ts';
import { createKeyring } from '../../../gateway/secrets/keyring.ts';
import { credentialPlace } from '../../../gateway/secrets/sealed-place.ts';
import { latestMigration } from '../../../gateway/store/sql/migrations.ts';
import { withNewEnd } from '../support/backup-fixture.ts';
import { type Engine, emptyStore, engines } from '../support/engines.ts';
import { KEYS, testGateway } from '../support/gateway.ts';
import { openTestStore, type TestStore } from '../support/open-test-store.ts';
import { anAccount } from '../support/rows.ts';

const keyring = createKeyring(KEYS);
const credential = keyring.seal('sandbox', credentialPlace('a'));
const { api: _api, variables: _variables, ...before } = anAccount('a', { credential });

async function backupOf(store: TestStore): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of exportStore(store)) lines.push(line);
  return lines;
}

async function* each(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

describe.each(engines)('a store over $name of the version before', (engine: Engine) => {
  describe.skipIf(!engine.isThere)('that knew one API', () => {
    test('is brought up to date when it is opened: its accounts are that API’s, and work', async () => {
      await using place = await engine.place();
      await using made = await openTestStore(place.address);
      for (const [table, column] of [
        ['accounts', 'api'],
        ['accounts', 'variables'],
        ['logins', 'api'],
      ] as const)
        await made.db.schema.alterTable(table).dropColumn(column).execute();
      await sql`delete from kysely_migration where name >= '010_apis'`.execute(made.db);
      const row = { ...before, folded_label: 'fernhill', folded_workspace: null };
      await sql`insert into accounts ${sql.raw(`(${Object.keys(row).join(', ')})`)} values (${sql.join(Object.values(row))})`.execute(
        made.db,
      );
      await made.close();

      await using store = await openTestStore(place.address);
      await using gateway = await testGateway({ store });
      expect(await store.accounts.get('a')).toEqual(anAccount('a', { credential }));
      expect((await store.accounts.list({ limit: 9, api: 'intercom' })).rows).toHaveLength(1);
      const { url } = await gateway.server('a');
      const { message } = await gateway.mcp(url, 'tools/call', { name: 'get_single_intercom_me', arguments: {} });
      expect(JSON.stringify(message)).toContain('fernhill');
    });

    test('has left a backup that is read: accounts without an API are of that one', async () => {
      await using made = await emptyStore(engine);
      await made.store.accounts.insert(anAccount('a', { credential }));
      const written = await backupOf(made.store);
      const lines = withNewEnd(
        written.map((line) =>
          line
            .replace(`"migration":"${latestMigration}"`, '"migration":"009_programs"')
            .replace('"api":"intercom",', '')
            .replace('"variables":null,', ''),
        ),
      );
      expect(lines.join('')).not.toMatch(/"api"|"variables"/);
      await using restored = await emptyStore(engine);
      expect(await importStore(restored.store, each(lines), keyring)).toMatchObject({ accounts: 1 });
      expect(await restored.store.accounts.get('a')).toEqual(anAccount('a', { credential }));
    });

    test('keeps what accounts of other APIs have in its backups', async () => {
      const sealed = keyring.seal('{"credential":{"api_key":"k"}}', credentialPlace('b'));
      const account = anAccount('b', {
        api: 'shop',
        variables: '{"store":"corner"}',
        credential: sealed,
        source: 'credential',
      });
      await using made = await emptyStore(engine);
      await made.store.accounts.insert(account);
      await using restored = await emptyStore(engine);
      await importStore(restored.store, each(await backupOf(made.store)), keyring);
      expect(await restored.store.accounts.get('b')).toEqual(account);
    });
  });
});
