import { createHash } from 'node:crypto';
import { createKeyring } from '../../../gateway/secrets/keyring.ts';
import { credentialPlace } from '../../../gateway/secrets/sealed-place.ts';
import type { Store } from '../../../gateway/store/contract/store.ts';
import { aCounter, anAccount, aServer, NOON } from './rows.ts';

/** The keys of the backup. */
export const keyring = createKeyring(`test:${Buffer.alloc(32, 7).toString('base64url')}`);

/** How many rows of each table {@link fill} writes that a backup holds: 5,000 together. */
export const COUNTS = {
  settings: 10,
  admin_keys: 10,
  accounts: 490,
  servers: 1500,
  server_accounts: 10,
  tombstones: 300,
  api_tokens: 100,
  oauth_clients: 50,
  oauth_grants: 350,
  audit: 2079,
  audit_chain: 1,
  call_counters: 100,
};

function indexes(length: number): number[] {
  return Array.from({ length }, (_, index) => index);
}

/** Ids that languages sort otherwise than bytes. */
function idOf(index: number): string {
  return `${['Z', 'a', 'é', '-', '_b', '😀', '9'][index % 7]}${index}`;
}

/** Writes rows into every table of an empty store, also into those of the moment. */
export async function fill(store: Store): Promise<void> {
  const account = (index: number) => idOf(index % COUNTS.accounts);
  await store.transaction(async (to) => {
    for (const index of indexes(COUNTS.settings)) await to.settings.set(idOf(index), `sealed "${index}"\n\\`);
    for (const index of indexes(COUNTS.admin_keys))
      await to.adminKeys.insert({
        ...{ id: idOf(index), name: `key ${index}`, role: index % 2 === 0 ? 'auditor' : 'operator' },
        ...{ accounts: index % 2 === 0 ? null : '["Z0"]', digest: `admin ${index}`, expires_at: null },
        ...{ last_used_at: NOON, created_at: NOON },
      });
    for (const index of indexes(COUNTS.accounts))
      await to.accounts.insert(
        anAccount(idOf(index), {
          label: 'Фернхилл 🌿',
          credential: keyring.seal('secret', credentialPlace(idOf(index))),
        }),
      );
    for (const index of indexes(COUNTS.servers + COUNTS.tombstones))
      await to.servers.insert(
        aServer(account(index), idOf(index), {
          config: JSON.stringify({ methods: ['read'] }),
          owner: `'${'"'.repeat(index % 9)}`,
          expires_at: index < COUNTS.tombstones ? NOON : index % 2 === 0 ? null : NOON + index,
        }),
      );
    await to.servers.removeExpired(NOON, NOON + 1);
    for (const index of indexes(COUNTS.server_accounts))
      await to.servers.setFurtherAccounts(idOf(COUNTS.tombstones + index), [account(COUNTS.tombstones + index + 1)]);
    for (const index of indexes(COUNTS.api_tokens))
      await to.apiTokens.insert({
        ...{ id: idOf(index), name: 'laptop', digest: `api ${index}`, expires_at: null, created_at: NOON },
        last_used_at: null,
        account_id: index % 2 === 0 ? null : account(index),
      });
    for (const index of indexes(COUNTS.oauth_clients))
      await to.oauth.insertClient({
        ...{ id: idOf(index), name: 'Claude', redirect_uris: '[]', created_at: NOON, expires_at: NOON + 1 },
      });
    for (const index of indexes(COUNTS.oauth_grants + 20))
      await to.oauth.insertGrant({
        ...{
          digest: `grant ${idOf(index)}`,
          family: `f${index % 9}`,
          generation: index,
          code_challenge: null,
          expires_at: NOON + 1,
        },
        kind: index < 20 ? 'code' : index % 2 === 0 ? 'access' : 'refresh',
        client_id: idOf(index % COUNTS.oauth_clients),
        server_id: idOf(COUNTS.tombstones + index),
        api_token_id: idOf(index % COUNTS.api_tokens),
        redirect_uri: index % 3 === 0 ? 'http://127.0.0.1/callback' : null,
        used_at: index % 5 === 0 ? NOON : null,
      });
    const of = (index: number) => ({ account_id: account(index), server_id: idOf(index), status: 'ok' });
    await to.audit.append(
      indexes(COUNTS.audit).map((index) => ({
        ...{
          id: idOf(index),
          at: NOON + index,
          actor: 'url',
          action: 'tools/call',
          tool: index % 2 === 0 ? null : 'search',
        },
        ...{ arguments: '{"query":"string"}', upstream_status: 200, latency_ms: index, request_id: null, ...of(index) },
        ...{ actor_name: null, address: null, target: null, call_id: null, times: null, program_id: null },
      })),
      (_previous, seq) => `hash ${seq}`,
    );
    const start = (index: number) => `2026-11-${10 + (index % 15)}`;
    await to.counters.add(
      indexes(COUNTS.call_counters).map((index) =>
        aCounter({
          ...{ scope: `server:${idOf(index)}`, account_id: account(index), calls: 2 ** 53 - 1, latency_ms: index },
          ...(index % 2 === 0 ? { span: 'day', start: start(index) } : { span: 'hour', start: `${start(index)}T12` }),
        }),
      ),
    );
    await to.rateSlots.spend(idOf(COUNTS.tombstones), { limit: 5, span: 1000 }, NOON);
    const nobody = { state_digest: null, cookie_digest: null, account_id: null, label: null };
    await to.logins.insert({
      id: 'l',
      api: 'intercom',
      link_digest: 'link',
      region: 'us',
      expires_at: NOON,
      ...nobody,
    });
  });
}

/** A backup whose rows were changed, with a last line that holds for what they are now. */
export function withNewEnd(lines: readonly string[]): string[] {
  const rows = lines.slice(0, -1);
  const counts: Record<string, number> = {};
  for (const { table } of rows.slice(1).map((line) => JSON.parse(line))) counts[table] = (counts[table] ?? 0) + 1;
  const sha256 = createHash('sha256')
    .update(rows.map((line) => `${line}\n`).join(''))
    .digest('hex');
  return [...rows, JSON.stringify({ counts, sha256 })];
}
