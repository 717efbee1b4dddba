import { BY_COMMAND, createAuditLink, newAuditEntry } from '../../gateway/audit/audit-entry.ts';
import { importStore } from '../../gateway/backup/import-store.ts';
import { openStore } from '../../gateway/index.ts';
import { createKeyring } from '../../gateway/secrets/keyring.ts';
import { readSharedSecrets } from '../../gateway/secrets/shared-secrets.ts';
import { gatewayKeys } from './gateway-keys.ts';

/** Fills the empty store at an address from the lines of a backup, with the keys that it was made with; the log then says so. */
export async function fillStore(address: string, lines: AsyncIterable<string>): Promise<void> {
  const keyring = createKeyring(await gatewayKeys(address, { isNew: false }));
  await using store = await openStore(address);
  await importStore(store, lines, keyring);
  const { digest } = await readSharedSecrets(store, keyring);
  const entry = newAuditEntry({ ...BY_COMMAND, action: 'backup.import', status: 'ok' }, Date.now());
  await store.transaction(({ audit }) => audit.append([entry], createAuditLink(digest)));
}
