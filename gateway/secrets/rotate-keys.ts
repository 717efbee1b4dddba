import type { Account } from '../store/contract/accounts.ts';
import type { Store } from '../store/contract/store.ts';
import type { Keyring } from './keyring.ts';
import { credentialPlace, settingPlace } from './sealed-place.ts';
import { SEALED_SETTINGS } from './shared-secrets.ts';

/** Accounts of one transaction. */
const BATCH = 500;

/**
 * Seals anew with the first key what another key sealed, and counts it. What somebody else renews meanwhile stays as
 * they left it, so processes may go on, and a second run finds what is left. Throws {@link ConfigError} where a key is
 * missing; until both answers are 0 the old keys are needed.
 */
export async function rotateKeys(store: Store, keyring: Keyring): Promise<{ accounts: number; settings: number }> {
  const reseal = (sealed: string, place: string) => ({
    from: sealed,
    to: keyring.seal(keyring.open(sealed, place), place),
  });
  const settings = await store.transaction(async (within) => {
    let count = 0;
    for (const name of SEALED_SETTINGS) {
      const sealed = await within.settings.get(name);
      if (sealed === undefined || keyring.isCurrent(sealed)) continue;
      if (await within.settings.replace(name, reseal(sealed, settingPlace(name)))) count += 1;
    }
    return count;
  });
  let accounts = 0;
  for await (const batch of batchesOf(store.accounts.each(), ({ credential }) => !keyring.isCurrent(credential)))
    accounts += await store.transaction(async (within) => {
      let count = 0;
      for (const { id, credential } of batch)
        if (await within.accounts.reseal(id, reseal(credential, credentialPlace(id)))) count += 1;
      return count;
    });
  return { accounts, settings };
}

async function* batchesOf(
  accounts: AsyncIterable<Account>,
  isWanted: (account: Account) => boolean,
): AsyncGenerator<Account[]> {
  let batch: Account[] = [];
  for await (const account of accounts) {
    if (!isWanted(account)) continue;
    batch.push(account);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
