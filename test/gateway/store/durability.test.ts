import { copyFile, writeFile } from 'node:fs/promises';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { StoreUnavailable } from '../../../gateway/store/contract/store-unavailable.ts';
import { emptyStore, sqlite } from '../support/engines.ts';
import { openTestStore, type TestStore } from '../support/open-test-store.ts';
import { aCounter, anAccount, aServer, NOON } from '../support/rows.ts';
import { aGrant, aLink, aLogin, anEntry, LATER } from './support/rows.ts';

/** What the disk was told to keep of each log by now; and a disk that breaks. */
const disk = vi.hoisted(() => ({ kept: new Map<string, Uint8Array>(), syncs: 0, isBroken: false }));

vi.mock('node:fs/promises', async (original) => {
  const fs = await original<typeof import('node:fs/promises')>();
  const open: typeof fs.open = async (path, ...rest) => {
    const handle = await fs.open(path, ...rest);
    const datasync = handle.datasync.bind(handle);
    handle.datasync = async () => {
      if (disk.isBroken) throw Object.assign(new Error('EIO: i/o error, fdatasync'), { code: 'EIO' });
      // What is written while it syncs may be kept as well, and may not.
      const before = await fs.readFile(path as string);
      await datasync();
      disk.kept.set(String(path), before);
      disk.syncs += 1;
    };
    return handle;
  };
  return { ...fs, open };
});

afterEach(() => {
  disk.isBroken = false;
});

/** The store as it is after a power cut now: the tail of its log that was not synced is gone. */
async function afterPowerCut(address: string): Promise<TestStore> {
  const copy = `${address}.${disk.syncs}.${Math.random()}`;
  await copyFile(address, copy);
  await writeFile(`${copy}-wal`, disk.kept.get(`${address}-wal`) ?? new Uint8Array());
  return openTestStore(copy);
}

async function fill(store: TestStore): Promise<void> {
  await store.accounts.insert(anAccount('a'));
  for (const id of ['r', 's', 't', 'u']) await store.servers.insert(aServer('a', id));
  await store.oauth.insertClient({ id: 'c', name: 'Claude', redirect_uris: '[]', created_at: NOON, expires_at: LATER });
  const token = { account_id: null, name: 'laptop', expires_at: null, created_at: NOON, last_used_at: null };
  for (const id of ['t', 'v']) await store.apiTokens.insert({ ...token, id, digest: `digest of ${id}` });
  await store.oauth.insertGrant(aGrant('g'));
  await store.logins.insert(aLogin('l'));
  await store.settings.set('key', 'old');
}

const step = { state: 'state', cookie: 'cookie', now: NOON, until: LATER };

/** Each change, and what is to be found of it after. */
const changes: [string, (store: TestStore) => Promise<unknown>, (store: TestStore) => Promise<unknown>, unknown][] = [
  [
    'a server that is revoked',
    ({ transaction }) => transaction(({ servers }) => servers.remove('a', 'r', LATER)),
    ({ servers }) => servers.find('digest of r'),
    { ended: 'revoked' },
  ],
  [
    'a URL that is replaced',
    ({ transaction }) =>
      transaction(({ servers }) => servers.rotate('a', 't', { digest: 'new', now: NOON, until: LATER })),
    ({ servers }) => servers.find('digest of t'),
    { ended: 'revoked' },
  ],
  [
    'a server that is created',
    ({ servers }) => servers.insert(aServer('a', 'n')),
    ({ servers }) => servers.getById('n'),
    aServer('a', 'n'),
  ],
  [
    'a configuration that is changed',
    ({ servers }) => servers.update('a', 'u', { config: '{"methods":["read"]}' }),
    async ({ servers }) => (await servers.getById('u'))?.config,
    '{"methods":["read"]}',
  ],
  [
    'an API token that is deleted',
    ({ apiTokens }) => apiTokens.remove('v'),
    ({ apiTokens }) => apiTokens.get('v'),
    undefined,
  ],
  [
    'a code that is redeemed',
    ({ transaction }) =>
      transaction(async ({ oauth }) => {
        await oauth.redeem('g', NOON);
        await oauth.insertGrant(aGrant('h', { kind: 'access' }));
      }),
    ({ oauth }) => oauth.redeem('g', NOON),
    false,
  ],
  [
    'a confirmation that is used',
    ({ confirmations }) => confirmations.remember('1', LATER),
    ({ confirmations }) => confirmations.remember('1', LATER),
    false,
  ],
  [
    'a link to log in with that is used',
    ({ logins }) => logins.begin('link of l', step),
    ({ logins }) => logins.begin('link of l', step),
    undefined,
  ],
  [
    'a login that is finished',
    ({ logins }) => logins.finish('state'),
    ({ logins }) => logins.finish('state'),
    undefined,
  ],
  ['a key of the gateway', ({ settings }) => settings.set('key', 'new'), ({ settings }) => settings.get('key'), 'new'],
  [
    'an account that is removed',
    ({ transaction }) => transaction(({ accounts }) => accounts.remove('a', LATER)),
    ({ accounts }) => accounts.get('a'),
    undefined,
  ],
];

describe('a power cut over SQLite', () => {
  test('takes back nothing that was acknowledged, of whatever creates, revokes or is used once', async () => {
    await using made = await emptyStore(sqlite);
    await fill(made.store);
    for (const [what, change, read, expected] of changes) {
      await change(made.store);
      await using left = await afterPowerCut(made.address);
      expect([what, await read(left)]).toEqual([what, expected]);
    }
  });

  test('may take lines of calls, which wait for no disk, and each later change makes them last', async () => {
    await using made = await emptyStore(sqlite);
    await fill(made.store);
    const { syncs } = disk;
    await made.store.transaction(async ({ audit, counters }) => {
      await audit.append([anEntry('1')], aLink);
      await counters.add([aCounter()]);
    });
    await made.store.servers.touch('s', NOON);
    const budget = { limit: 10, remaining: 9, reset_at: NOON, seen_at: NOON };
    await made.store.accounts.noteUse('a', { at: NOON, budget });
    await made.store.apiTokens.touch('t', NOON);
    await made.store.servers.find('digest of s');
    await made.store.ping();
    expect(disk.syncs).toBe(syncs);
    const lines = async () => {
      await using left = await afterPowerCut(made.address);
      return (await left.audit.list({}, { limit: 5 })).rows.length;
    };
    expect(await lines()).toBe(0);
    await made.store.settings.set('key', 'other');
    expect(await lines()).toBe(1);
  });

  test('what changes nothing waits for no disk either', async () => {
    await using made = await emptyStore(sqlite);
    await fill(made.store);
    const { syncs } = disk;
    await made.store.sweep({ now: NOON - 1, tombstonesUntil: LATER, auditFrom: '' });
    expect(await made.store.oauth.redeem('unknown', NOON)).toBe(false);
    expect(await made.store.transaction(({ servers }) => servers.remove('a', 'unknown', LATER))).toBe(false);
    expect(disk.syncs).toBe(syncs);
  });

  test('a disk that does not confirm a change is no acknowledgement: nobody knows whether it lasts', async () => {
    await using made = await emptyStore(sqlite);
    await fill(made.store);
    disk.isBroken = true;
    for (const change of [
      () => made.store.servers.insert(aServer('a', 'n')),
      () => made.store.transaction(({ servers }) => servers.remove('a', 's', LATER)),
    ]) {
      const failed = await change().catch((error: unknown) => error);
      expect(failed).toBeInstanceOf(StoreUnavailable);
      expect(failed).toMatchObject({ failure: 'lost', isOutcomeUnknown: true });
    }
    disk.isBroken = false;
    // The connection goes on, and no transaction is left open.
    expect(await made.store.servers.find('digest of s')).toEqual({ ended: 'revoked' });
    await made.store.settings.set('key', 'other');
  });
});
