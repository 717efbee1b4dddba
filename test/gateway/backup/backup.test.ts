import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportStore } from '../../../gateway/backup/export-store.ts';
import { importStore } from '../../../gateway/backup/import-store.ts';
import { latestMigration } from '../../../gateway/store/sql/migrations.ts';
import { ConfigError } from '../../../runtime/value/errors.ts';
import { COUNTS, fill, keyring, withNewEnd } from '../support/backup-fixture.ts';
import { type Engine, emptyStore, engines, postgres, sqlite } from '../support/engines.ts';
import { openTestStore, type TestStore } from '../support/open-test-store.ts';
import { anAccount, aServer, NOON } from '../support/rows.ts';

function now() {
  return NOON;
}

async function backupOf(store: TestStore): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of exportStore(store, now)) lines.push(line);
  return lines;
}

async function* each(lines: readonly string[]) {
  yield* lines;
}

describe.each(engines)('a backup of a store over $name', (engine: Engine) => {
  describe.skipIf(!engine.isThere)('is', () => {
    let full: Awaited<ReturnType<typeof emptyStore>>;
    let backup: string[];
    let empty: Awaited<ReturnType<typeof emptyStore>>;
    beforeAll(async () => {
      [full, empty] = await Promise.all([emptyStore(engine), emptyStore(engine)]);
      await fill(full.store);
      backup = await backupOf(full.store);
    });
    afterAll(async () => {
      await full?.[Symbol.asyncDispose]();
      await empty?.[Symbol.asyncDispose]();
    });

    test('a header, the rows of all that lasts, and an end', () => {
      const lines = backup.map((line) => JSON.parse(line));
      expect(backup.every((line) => !line.includes('\n'))).toBe(true);
      expect(lines[0]).toEqual({
        format: 'intercom-mcp-gateway',
        version: 1,
        migration: latestMigration,
        exported_at: '2026-11-25T12:00:00.000Z',
      });
      expect(lines).toHaveLength(5002);
      expect(lines.at(-1)).toEqual({ counts: COUNTS, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
      expect(JSON.parse(withNewEnd(backup).at(-1) ?? '')).toEqual(lines.at(-1));
      const kinds = lines.filter(({ table }) => table === 'oauth_grants').map(({ row }) => row.kind);
      expect([...new Set(kinds)].sort()).toEqual(['access', 'refresh']);
    });

    test('restored, and then the same one is made of it', async () => {
      await using restored = await emptyStore(engine);
      expect(await importStore(restored.store, each(backup), keyring)).toEqual(COUNTS);
      expect(await backupOf(restored.store)).toEqual(backup);
      for (const table of ['accounts', 'servers', 'tombstones', 'audit', 'call_counters'] as const) {
        const all = (store: TestStore) => store.db.selectFrom(table).selectAll().execute();
        expect(new Set((await all(restored.store)).map((row) => JSON.stringify(row)))).toEqual(
          new Set((await all(full.store)).map((row) => JSON.stringify(row))),
        );
      }
    });

    test('restored from the version before, whose calls were of no program', async () => {
      const [header = '', ...rows] = backup.filter(
        (line) => !line.includes('"table"') || line.includes('"table":"audit"'),
      );
      const before = withNewEnd([
        header.replace(`"migration":"${latestMigration}"`, '"migration":"008_servers"'),
        ...rows.slice(0, 3).map((line) => line.replace(',"program_id":null', '')),
        '',
      ]);
      expect(before.join('')).not.toContain('program');
      await using restored = await emptyStore(engine);
      expect(await importStore(restored.store, each(before), keyring)).toMatchObject({ audit: 3, accounts: 0 });
      const { rows: entries } = await restored.store.audit.list({}, { limit: 9 });
      expect(entries.map(({ program_id }) => program_id)).toEqual([null, null, null]);
    });

    test('of one moment, whatever is written meanwhile; given up, it holds nothing back', async () => {
      await using made = await emptyStore(engine);
      await made.store.accounts.insert(anAccount('a'));
      const before = await backupOf(made.store);
      await using other = await openTestStore(made.address);
      const lines = exportStore(made.store, now);
      const read = [(await lines.next()).value, (await lines.next()).value];
      await other.accounts.insert(anAccount('b'));
      await other.settings.set('late', 'yes');
      // Into a table that was not read yet.
      await other.servers.insert(aServer('a', 's'));
      for await (const line of lines) read.push(line);
      expect(read).toEqual(before);
      const again = exportStore(made.store, now);
      await again.next();
      await again.next();
      await again.return(undefined);
      await made.store.accounts.insert(anAccount('c'));
      const ids = (await made.store.accounts.list({ limit: 5 })).rows.map(({ id }) => id);
      expect(ids).toEqual(['c', 'b', 'a']);
    });

    test('not restored into a store that holds anything, which stays as it is', async () => {
      await using made = await emptyStore(engine);
      await made.store.settings.set('digest_key', 'sealed');
      await expect(importStore(made.store, each(backup), keyring)).rejects.toThrow(
        /not empty: it has rows in the table settings/,
      );
      expect(await made.store.settings.all()).toEqual([{ name: 'digest_key', value: 'sealed' }]);
      expect((await made.store.accounts.list({ limit: 1 })).rows).toEqual([]);
      await made.store.db.deleteFrom('settings').execute();
      const login = {
        id: 'l',
        api: 'intercom',
        link_digest: 'd',
        state_digest: null,
        cookie_digest: null,
        account_id: null,
        label: null,
      };
      await made.store.logins.insert({ ...login, region: 'us', expires_at: NOON });
      await expect(importStore(made.store, each(backup), keyring)).rejects.toThrow(/rows in the table logins/);
    });

    const isEmpty = async () => {
      expect((await backupOf(empty.store)).length).toBe(2);
    };

    const refused = async (lines: readonly string[], reason: RegExp) => {
      const error = await importStore(empty.store, each(lines), keyring).catch((thrown: unknown) => thrown);
      if (!(error instanceof ConfigError)) throw new Error(`it was taken, or failed with ${String(error)}`);
      expect(error.message).toMatch(reason);
      await isEmpty();
    };

    /** The backup with one line changed, as a text. */
    const changed = (index: number, change: (line: string) => string): string[] => {
      const lines = backup.with(index, change(backup.at(index) ?? ''));
      expect(lines).not.toEqual(backup);
      return lines;
    };

    test('refused where it is cut off, wherever that is', async () => {
      for (const kept of [1, 2, 11, 501, 1501, 2502, 5000, 5001])
        await refused(backup.slice(0, kept), new RegExp(`^Line ${kept + 1} of the backup: it is missing.*cut off`));
      for (const index of [1, 700, 5001]) {
        const lines = changed(index, (line) => line.slice(0, -5)).slice(0, index + 1);
        await refused(lines, new RegExp(`^Line ${index + 1} of the backup: it is no JSON`));
      }
      await refused(
        changed(0, (line) => line.slice(0, -5)),
        /^Line 1 of the backup: it is not the first line/,
      );
      await refused([], /^Line 1 of the backup: it is missing/);
      await refused(
        [...backup.slice(0, 2000), ...backup.slice(2001)],
        /^Line 5001 .* it counts 1500 rows of servers, and there are 1499/,
      );
      await refused([...backup, backup[1] ?? ''], /^Line 5003 of the backup: it stands behind the last line/);
    });

    test('refused where one byte is another', async () => {
      const flip = (index: number, from: string, to: string) => changed(index, (line) => line.replace(from, to));
      const checksum = /^Line 5002 of the backup: its checksum/;
      await refused(flip(0, '12:00:00', '13:00:00'), checksum);
      await refused(flip(1, 'sealed', 'sealee'), checksum);
      await refused(flip(600, 'support', 'suppors'), checksum);
      await refused(flip(4000, 'tools', 'toolz'), checksum);
      await refused(flip(600, '"name"', '"nbme"'), /^Line 601 of the backup: in the table servers/);
      await refused(flip(600, '"row"', '"rov"'), /^Line 601 of the backup: /);
      await refused(flip(5001, '1500', '1501'), /^Line 5002 .* it counts 1501 rows of servers/);
      await refused(flip(5001, '"sha256":"', '"sha256":"0'), checksum);
    });

    test('refused where it has what this version does not know', async () => {
      const refusedAs = (index: number, from: string | RegExp, to: string, reason: RegExp) =>
        refused(withNewEnd(changed(index, (line) => line.replace(from, to))), reason);
      await refusedAs(0, 'intercom-mcp-gateway', 'other', /^Line 1 of the backup: it is not the first line/);
      await refusedAs(0, '"version":1', '"version":2', /^Line 1 .* newer version, in the form 2; this one reads 1/);
      await refusedAs(0, latestMigration, '999_next', /^Line 1 .* tables of 999_next, which is newer than the 0/);
      await refusedAs(0, latestMigration, '000_none', /^Line 1 .* older/);
      await refusedAs(600, '"servers"', '"things"', /^Line 601 .* there is no table "things"/);
      await refusedAs(600, '"servers"', '"logins"', /^Line 601 .* there is no table "logins"/);
      await refusedAs(600, '"servers"', '"__proto__"', /^Line 601 .* there is no table "__proto__"/);
      await refusedAs(600, '"row":{', '"row":{"colour":"red",', /^Line 601 .* in the table servers: .*colour/);
      await refusedAs(600, /"created_at":\d+/, '"created_at":"now"', /^Line 601 .* servers: created_at/);
      await refusedAs(600, /"account_id":"[^"]*"/, '"account_id":"nobody"', /^Lines 512 to 1511 .* does not take them/);
      await refusedAs(30, '"status":"active"', '"status":"asleep"', /^Line 31 .* in the table accounts: status/);
      await refusedAs(30, '"source":"access_token"', '"source":"found"', /^Line 31 .* in the table accounts: source/);
      const first = JSON.parse(backup[1] ?? '');
      const twice = JSON.stringify({ ...first, row: { ...first.row, value: 'other' } });
      await refused(withNewEnd(backup.toSpliced(2, 0, twice)), /^Lines 2 to 12 .* settings does not take them/);
    });

    test('refused where it is another file', async () => {
      for (const lines of [['hello'], ['[]'], ['{}'], ['null'], [''], ['{"format":"intercom-mcp-gateway"}']])
        await refused(lines, /^Line 1 of the backup: it is not the first line of an export/);
    });

    test('given up whole where reading it fails', async () => {
      const broken = async function* () {
        yield* backup.slice(0, 3000);
        throw new Error('the disk is gone');
      };
      await expect(importStore(empty.store, broken(), keyring)).rejects.toThrow('the disk is gone');
      await isEmpty();
    });
  });
});

test.skipIf(!postgres.isThere)(
  'a backup is the same over both engines, and goes from one to the other and back',
  async () => {
    await using first = await emptyStore(sqlite);
    await using second = await emptyStore(postgres);
    await using third = await emptyStore(sqlite);
    await fill(first.store);
    const backup = await backupOf(first.store);
    await importStore(second.store, exportStore(first.store, now), keyring);
    expect(await backupOf(second.store)).toEqual(backup);
    await importStore(third.store, exportStore(second.store, now), keyring);
    expect(await backupOf(third.store)).toEqual(backup);
  },
);
