import { describe, expect, test } from 'vitest';
import type { BackupTable } from '../../../gateway/backup/backup-format.ts';
import { checkMeaning } from '../../../gateway/backup/check-meaning.ts';
import { createKeyring, newKeys } from '../../../gateway/secrets/keyring.ts';
import { credentialPlace, settingPlace } from '../../../gateway/secrets/sealed-place.ts';
import type { StoredRow } from '../../../gateway/store/contract/backup.ts';
import { anEntry } from '../store/support/rows.ts';
import { aCounter, anAccount, aServer, NOON } from '../support/rows.ts';

const keyring = createKeyring(newKeys());
const foreign = createKeyring(newKeys());

const account = { ...anAccount('a', { credential: keyring.seal('secret', credentialPlace('a')) }) };
const key = {
  ...{ id: 'k', name: 'desk', role: 'operator', accounts: '["a"]', digest: 'd', expires_at: null },
  ...{ last_used_at: NOON, created_at: NOON },
};
const client = { id: 'c', name: 'Claude', redirect_uris: '["https://claude.ai/callback"]', created_at: NOON };
const digestKey = { name: 'digest_key', value: keyring.seal('key', settingPlace('digest_key')) };

const good: [BackupTable, StoredRow][] = [
  ['accounts', account],
  ['servers', { ...aServer('a', 's', { config: '{"methods":["read"],"tools":["a_tool_of_before"]}' }) }],
  ['servers', { ...aServer('a', 's', { config: '{"methods":["read"],"discovery":true}' }) }],
  ['admin_keys', key],
  ['admin_keys', { ...key, role: 'auditor', accounts: null }],
  ['oauth_clients', client],
  ['settings', digestKey],
  ['settings', { name: 'other', value: 'x' }],
  ['audit', { ...anEntry('e'), seq: 1, hash: 'h' }],
  ['audit', { ...anEntry('e', { arguments: null }), seq: null, hash: null }],
  ['call_counters', { ...aCounter() }],
  ['call_counters', { ...aCounter({ span: 'hour', start: '2026-11-25T23' }) }],
];

const wrong: [string, BackupTable, StoredRow, RegExp][] = [
  [
    'a credential of other keys',
    'accounts',
    { ...account, credential: foreign.seal('x', credentialPlace('a')) },
    /key/,
  ],
  ['a credential of another account', 'accounts', { ...account, id: 'b' }, /changed, moved/],
  ['a credential that is none', 'accounts', { ...account, credential: 'sealed' }, /key/],
  ['a version that no header takes', 'accounts', { ...account, api_version: '2.16\nX: 1' }, /api_version/],
  ['variables that are no record', 'accounts', { ...account, variables: '["x"]' }, /variables/],
  ['a variable that is no text', 'accounts', { ...account, variables: '{"x":1}' }, /variables/],
  ['a time that no date can hold', 'accounts', { ...account, created_at: 9e15 }, /created_at/],
  ['a time before all times', 'servers', { ...aServer('a', 's'), expires_at: -1 }, /expires_at/],
  ['a configuration that is no JSON', 'servers', { ...aServer('a', 's', { config: '{' }) }, /config.*JSON/],
  ['a configuration with an unknown key', 'servers', { ...aServer('a', 's', { config: '{"all":true}' }) }, /config/],
  ['two modes', 'servers', { ...aServer('a', 's', { config: '{"discovery":true,"mode":"code"}' }) }, /discovery/],
  [
    'addresses that are none',
    'servers',
    { ...aServer('a', 's', { config: '{"allowed_addresses":["x"]}' }) },
    /allowed/,
  ],
  ['an operator of nothing', 'admin_keys', { ...key, accounts: null }, /accounts/],
  ['an operator of an empty list', 'admin_keys', { ...key, accounts: '[]' }, /accounts/],
  ['an auditor with accounts', 'admin_keys', { ...key, role: 'auditor' }, /accounts/],
  ['redirects that are no list', 'oauth_clients', { ...client, redirect_uris: '"x"' }, /redirect_uris/],
  [
    'a shared secret of other keys',
    'settings',
    { ...digestKey, value: foreign.seal('x', 'settings/digest_key') },
    /key/,
  ],
  ['arguments that are no JSON', 'audit', { ...anEntry('e', { arguments: '{' }), seq: 1, hash: 'h' }, /arguments/],
  ['a moment that is none', 'audit', { ...anEntry('e', { at: 1e16 }), seq: 1, hash: 'h' }, /at/],
  ['a day that is none', 'call_counters', { ...aCounter({ start: '2026-13-01' }) }, /day/],
  ['a day that its month has not', 'call_counters', { ...aCounter({ start: '2026-02-30' }) }, /day/],
  ['a day where an hour should be', 'call_counters', { ...aCounter({ span: 'hour' }) }, /hour/],
  ['an hour that is none', 'call_counters', { ...aCounter({ span: 'hour', start: '2026-11-25T24' }) }, /hour/],
  ['fewer than no calls', 'call_counters', { ...aCounter({ calls: -1 }) }, /calls/],
];

describe('a row of a backup', () => {
  test.each(good)('of %s is taken', (table, row) => {
    expect(() => checkMeaning(table, row, keyring)).not.toThrow();
  });

  test.each(wrong)('with %s is refused', (_, table, row, says) => {
    expect(() => checkMeaning(table, row, keyring)).toThrow(says);
  });
});
