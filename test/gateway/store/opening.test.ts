import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { engineOf, isSharedStore } from '../../../gateway/store/engines/engine-of.ts';
import { openStore } from '../../../gateway/store/open-store.ts';
import { migrations } from '../../../gateway/store/sql/migrations.ts';
import { ConfigError } from '../../../runtime/value/errors.ts';
import { type Engine, emptyStore, engines, postgres, sqlite } from '../support/engines.ts';
import { openTestStore } from '../support/open-test-store.ts';

const program = fileURLToPath(new URL('support/store-child.ts', import.meta.url));

function start(...args: string[]) {
  return spawn(process.execPath, ['--conditions=intercom-mcp-toolkit:source', program, ...args], { stdio: 'pipe' });
}

/** What opening this store is refused with. */
async function refusal(address: string): Promise<ConfigError> {
  const error = await openStore(address).then(
    (store) => store.close(),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ConfigError)) throw new Error(`${address} was opened, or failed with ${String(error)}`);
  return error;
}

describe.each(engines)('a store over $name', (engine: Engine) => {
  describe.skipIf(!engine.isThere)('opened', () => {
    test('empty by several at once, in one process', async () => {
      await using place = await engine.place();
      const stores = await Promise.all(Array.from({ length: 8 }, () => openTestStore(place.address)));
      const [first] = stores;
      await first?.settings.set('one', '1');
      for (const store of stores) expect(await store.settings.get('one')).toBe('1');
      const done = await sql<{ name: string }>`select name from kysely_migration`.execute(first?.db ?? fail());
      expect(done.rows).toEqual(Object.keys(migrations).map((name) => ({ name })));
      await Promise.all(stores.map((store) => store.close()));
    });

    test('empty by several processes at once', async () => {
      await using place = await engine.place();
      const names = ['a', 'b', 'c', 'd', 'e', 'f'];
      const children = names.map((name) => start('open', place.address, name));
      const complaints = children.map((child) => text(child.stderr));
      await Promise.all(children.map((child) => once(child.stdout, 'data')));
      const ended = children.map((child) => once(child, 'exit'));
      for (const child of children) child.stdin.end();
      const codes = (await Promise.all(ended)).map(([code]) => code);
      expect({ complaints: await Promise.all(complaints), codes }).toEqual({
        complaints: names.map(() => ''),
        codes: names.map(() => 0),
      });
      await using store = await openStore(place.address);
      expect((await store.settings.all()).map(({ name }) => name)).toEqual(names);
    });

    test('again, with what it held', async () => {
      await using place = await engine.place();
      const before = await openStore(place.address);
      await before.settings.set('kept', 'yes');
      await before.close();
      await before.close();
      await using after = await openStore(place.address);
      expect(await after.settings.get('kept')).toBe('yes');
      await after.ping();
    });

    test('is refused when a newer version wrote it, and left as it is', async () => {
      await using made = await emptyStore(engine);
      const { store, address } = made;
      await store.settings.set('kept', 'yes');
      await sql`insert into kysely_migration values ('999_later', '2026-11-25T12:00:00.000Z')`.execute(store.db);
      const error = await refusal(address);
      expect(error.message).toMatch(/was written by a newer version: it has the tables of 999_later/);
      expect(error.help).toMatch(/Start the version that wrote it/);
      expect(await store.settings.get('kept')).toBe('yes');
    });

    test('holds every acknowledged write of a process that was killed', async () => {
      await using place = await engine.place();
      const child = start('write', place.address, 'child');
      const ids: string[] = [];
      const lines = createInterface(child.stdout);
      lines.on('line', (id) => {
        ids.push(id);
        if (ids.length === 300) child.kill('SIGKILL');
      });
      const [[code, signal]] = await Promise.all([once(child, 'exit'), once(lines, 'close')]);
      expect({ code, signal }).toEqual({ code: null, signal: 'SIGKILL' });
      expect(ids.length).toBeGreaterThanOrEqual(300);
      await using store = await openTestStore(place.address);
      for (const id of ids) expect(await store.servers.find(`digest of ${id}`)).toMatchObject({ account: { id } });
      if (engine === sqlite) {
        const checked = await sql`pragma integrity_check`.execute(store.db);
        expect(checked.rows).toEqual([{ integrity_check: 'ok' }]);
      }
    });
  });
});

describe('an SQLite file that cannot be a store', () => {
  test('in a folder that does not exist', async () => {
    await using place = await sqlite.place();
    const file = join(place.address, '..', 'absent', 'gateway.db');
    const error = await refusal(file);
    expect(error.message).toContain(file);
    expect(error.help).toMatch(/The folder \S+absent does not exist: create it/);
  });

  test('because it is a folder', async () => {
    await using place = await sqlite.place();
    const error = await refusal(join(place.address, '..'));
    expect(error.help).toMatch(/Name a file, not a folder/);
  });

  test('because it is something else, which is left as it was', async () => {
    await using place = await sqlite.place();
    await writeFile(place.address, 'a text of a user '.repeat(500));
    const error = await refusal(place.address);
    expect(error.message).toContain(place.address);
    expect(error.message).toMatch(/not a database/);
    expect(error.help).toMatch(/no database or a damaged one/);
  });

  test('because another process holds it', async () => {
    await using place = await sqlite.place();
    const other = new DatabaseSync(place.address);
    other.exec('pragma locking_mode = exclusive; create table t (x); begin exclusive');
    const error = await refusal(place.address);
    other.close();
    expect(error.help).toMatch(/Another process holds the file/);
  });

  test.each([
    ['postgres://user@127.0.0.1/db', 'postgres', true],
    ['postgresql://user@127.0.0.1/db', 'postgres', true],
    ['gateway.db', 'sqlite', false],
    ['./postgres:gateway.db', 'sqlite', false],
    [':memory:', 'sqlite', false],
  ] as const)('%s is an address of %s', (address, engine, isShared) => {
    expect(engineOf(address)).toBe(engine);
    expect(isSharedStore(address)).toBe(isShared);
  });

  test.each(['mysql://root:hunter22@127.0.0.1/db', 'postgress://root:hunter22@127.0.0.1/db', ''])(
    'because its address is of another kind: %j',
    async (address) => {
      const error = await refusal(address);
      expect(error.message).toMatch(/no kind of store/);
      expect(error.message + error.help).not.toContain('hunter22');
    },
  );
});

describe.skipIf(!postgres.isThere)('a PostgreSQL that cannot be reached', () => {
  const cases: [string, (url: URL) => void, string, RegExp, RegExp][] = [
    ['password', (url) => (url.password = 'hunter22'), '127.0.0.1', /password authentication failed/, /the password/],
    ['database', (url) => (url.pathname = '/absent'), '/absent', /"absent" does not exist/, /Create the database/],
    ['port', (url) => (url.port = '1'), '127.0.0.1:1', /ECONNREFUSED/, /PostgreSQL runs there/],
    ['host', (url) => (url.hostname = 'absent.invalid'), 'absent.invalid', /absent\.invalid/, /the host/],
  ];
  test.each(cases)('for its %s', async (_, change, place, reason, help) => {
    await using made = await postgres.place();
    const url = new URL(made.address);
    const { password } = url;
    change(url);
    const error = await refusal(url.href);
    expect(error.message).toContain(place);
    expect(error.message).toMatch(reason);
    expect(error.help).toMatch(help);
    for (const secret of [password, 'hunter22']) expect(error.message + error.help).not.toContain(secret);
  });
});

test('a PostgreSQL address that is none shows nothing of the password in it', async () => {
  const error = await refusal('postgres://user:hunter22#x@127.0.0.1/db');
  expect(error.help).toMatch(/percent-encoded/);
  expect(error.message + error.help).not.toContain('hunter22');
});

function fail(): never {
  throw new Error('no store was opened');
}
