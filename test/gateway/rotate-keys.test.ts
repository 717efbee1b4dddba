import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createKeyring, newKeys } from '../../gateway/secrets/keyring.ts';
import { rotateKeys } from '../../gateway/secrets/rotate-keys.ts';
import { readSharedSecrets } from '../../gateway/secrets/shared-secrets.ts';
import { ConfigError } from '../../runtime/value/errors.ts';
import { type Engine, emptyStore, engines } from './support/engines.ts';
import type { TestStore } from './support/open-test-store.ts';
import { anAccount } from './support/rows.ts';

const [old, fresh] = [newKeys('old'), newKeys('new')];
const before = createKeyring(old);
const both = createKeyring(`${fresh},${old}`);
const after = createKeyring(fresh);
const ids = Array.from({ length: 1201 }, (_, index) => `a${index}`);

describe.each(engines)('keys that rotate in a store over $name', (engine: Engine) => {
  describe.skipIf(!engine.isThere)('are', () => {
    let made: Awaited<ReturnType<typeof emptyStore>>;
    let store: TestStore;
    beforeAll(async () => {
      made = await emptyStore(engine);
      store = made.store;
    });
    afterAll(() => made?.[Symbol.asyncDispose]());
    beforeEach(async () => {
      await store.db.deleteFrom('accounts').execute();
      await store.db.deleteFrom('settings').execute();
      const credential = (id: string) => before.seal(`credential of ${id}`, `accounts/${id}`);
      await store.transaction(async ({ accounts }) => {
        for (const id of ids) await accounts.insert(anAccount(id, { credential: credential(id) }));
      });
    });

    const unsealed = async (keyring = after) => {
      for await (const { id, credential } of store.accounts.each())
        expect(keyring.open(credential, `accounts/${id}`)).toBe(`credential of ${id}`);
    };

    test('needed no longer when all is sealed anew; a second run finds nothing, other settings stay', async () => {
      const secrets = await readSharedSecrets(store, before);
      await store.settings.set('admin_key', 'a digest');
      expect(await rotateKeys(store, both)).toEqual({ accounts: 1201, settings: 2 });
      expect(await rotateKeys(store, both)).toEqual({ accounts: 0, settings: 0 });
      await unsealed();
      const renewed = await readSharedSecrets(store, after);
      expect(renewed.digest('token')).toBe(secrets.digest('token'));
      expect(renewed.confirmationKey).toEqual(secrets.confirmationKey);
      expect(await store.settings.get('admin_key')).toBe('a digest');
    });

    test('rotated once by two that do it at once', async () => {
      await readSharedSecrets(store, before);
      const counts = await Promise.all([rotateKeys(store, both), rotateKeys(store, both)]);
      const sum = counts.reduce((a, b) => ({ accounts: a.accounts + b.accounts, settings: a.settings + b.settings }));
      expect(sum).toEqual({ accounts: 1201, settings: 2 });
      await unsealed();
    });

    test('not put over a credential that was renewed after it was read', async () => {
      const each = async function* () {
        for await (const account of store.accounts.each()) {
          yield account;
          if (account.id === 'a7')
            await store.accounts.update('a7', { credential: before.seal('renewed', 'accounts/a7') });
        }
      };
      const slow = { ...store, accounts: { ...store.accounts, each } };
      expect(await rotateKeys(slow, both)).toEqual({ accounts: 1200, settings: 0 });
      const account = await store.accounts.get('a7');
      expect(both.open(account?.credential ?? '', 'accounts/a7')).toBe('renewed');
      expect(await rotateKeys(store, both)).toEqual({ accounts: 1, settings: 0 });
    });

    test('missed by name where one is missing, and the store is as readable as before', async () => {
      await expect(rotateKeys(store, after)).rejects.toThrow(ConfigError);
      await expect(rotateKeys(store, after)).rejects.toThrow(/accounts\/a\d+ was encrypted with the key "old"/);
      await unsealed(both);
    });
  });
});
