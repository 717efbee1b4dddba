import type { Kysely } from 'kysely';
import type { Repositories } from '../contract/store.ts';
import type { Tables } from '../contract/tables.ts';
import { createAccounts } from './accounts.ts';
import { createAdminKeys } from './admin-keys.ts';
import { createApiTokens } from './api-tokens.ts';
import { createAudit } from './audit.ts';
import { createConfirmations } from './confirmations.ts';
import { createCounters } from './counters.ts';
import { createLogins } from './logins.ts';
import { createOAuth } from './oauth.ts';
import { createRateSlots } from './rate-slots.ts';
import { createServers } from './servers.ts';
import { createSessions } from './sessions.ts';
import { createSettings } from './settings.ts';
import { createSweeps } from './sweeps.ts';

/** All repositories over one database or transaction. */
export function createRepositories(db: Kysely<Tables>): Repositories {
  return {
    adminKeys: createAdminKeys(db),
    accounts: createAccounts(db),
    servers: createServers(db),
    apiTokens: createApiTokens(db),
    logins: createLogins(db),
    oauth: createOAuth(db),
    audit: createAudit(db),
    counters: createCounters(db),
    rateSlots: createRateSlots(db),
    settings: createSettings(db),
    confirmations: createConfirmations(db),
    sweeps: createSweeps(db),
    sessions: createSessions(db),
  };
}
