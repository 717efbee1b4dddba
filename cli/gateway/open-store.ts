import { pino } from 'pino';
import { createAuditLink } from '../../gateway/audit/audit-entry.ts';
import { type AuditLog, createAuditLog } from '../../gateway/audit/audit-log.ts';
import { openStore } from '../../gateway/index.ts';
import { createKeyring, type Keyring } from '../../gateway/secrets/keyring.ts';
import { readSharedSecrets, type SharedSecrets } from '../../gateway/secrets/shared-secrets.ts';
import type { AuditLink } from '../../gateway/store/contract/audit.ts';
import type { Store } from '../../gateway/store/contract/store.ts';
import { gatewayKeys } from './gateway-keys.ts';

/** A store for one command, with what its rows are hashed, sealed and chained by; disposing of it closes it. */
export interface OpenedStore extends AsyncDisposable {
  readonly store: Store;
  readonly keyring: Keyring;
  readonly secrets: SharedSecrets;
  readonly link: AuditLink;
  readonly audit: AuditLog;
  readonly now: () => number;
}

/** Opens the store at an address; throws {@link ConfigError} where that or its keys are not right. */
export async function openGatewayStore(address: string): Promise<OpenedStore> {
  const keyring = createKeyring(await gatewayKeys(address, { isNew: false }));
  const store = await openStore(address);
  try {
    const secrets = await readSharedSecrets(store, keyring);
    const link = createAuditLink(secrets.digest);
    const logger = pino({ level: 'error', base: null }, pino.destination(2));
    const audit = createAuditLog({ store, link, logger, now: Date.now, onFailure: () => {} });
    return { store, keyring, secrets, link, audit, now: Date.now, [Symbol.asyncDispose]: () => store.close() };
  } catch (error) {
    await store.close();
    throw error;
  }
}
