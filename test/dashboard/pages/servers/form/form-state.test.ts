import { expect, test } from 'vitest';
import {
  changeOf,
  creationOf,
  emptyForm,
  formOf,
  type ServerForm,
} from '../../../../../dashboard/pages/servers/form/form-state.ts';
import { choosableTools as all } from '../../../support/choosable-tools.ts';

const now = new Date('2026-11-28T12:00:00.000Z');
const first: ServerForm = { ...emptyForm('acc'), name: 'Docs bot' };

const server = {
  id: 'srv',
  integrated_account_id: 'acc',
  accounts: ['acc'],
  name: 'Docs bot',
  config: { methods: ['read'], require_api_token_auth: false, confirm: 'never', mode: 'list' },
  url: null,
  state: 'active',
  catalog: { version: '2.16+0123456789ab', digest: `sha256-${'0123456789abcdef'.repeat(4)}`, is_expected: true },
  tools: 113,
  tokens: 9000,
  owner: null,
  expires_at: '2026-12-05T12:34:56.000Z',
  idle_timeout_seconds: 7200,
  last_used_at: null,
  calls_last_day: 0,
  created_at: '2026-11-28T12:00:00.000Z',
  updated_at: '2026-11-28T12:00:00.000Z',
} as const;

const stored = formOf({ ...server, config: { ...server.config, methods: ['read'] }, accounts: ['acc'] }, all);

test('a new server reads, and ends after a week', () => {
  expect(creationOf(first, all, now)).toEqual({
    name: 'Docs bot',
    config: { methods: ['read'], require_api_token_auth: false, confirm: 'never', mode: 'list' },
    expires_at: '2026-12-05T12:00:00.000Z',
  });
});

const expiries: readonly [ServerForm['expiry'], string | undefined][] = [
  ['hour', '2026-11-28T13:00:00.000Z'],
  ['day', '2026-11-29T12:00:00.000Z'],
  ['never', undefined],
];

test.each(expiries)('a server that ends by the choice %s', (expiry, end) => {
  expect(creationOf({ ...first, expiry }, all, now).expires_at).toBe(end);
});

test('an unfinished date is sent as none, so that the gateway refuses it at its field', () => {
  expect(creationOf({ ...first, expiry: 'date', date: '' }, all, now).expires_at).toBe('');
});

test('every field reaches the gateway', () => {
  const form: ServerForm = {
    ...first,
    owner: ' Ada ',
    accounts: ['acc', 'other'],
    mode: 'code',
    codeCalls: '20',
    confirm: 'write',
    prefix: ' acme_ ',
    expected: server.catalog.digest,
    idle: '1.5',
    idleUnit: 'hours',
    secondFactor: true,
    addresses: '192.0.2.0/24,\n 10.0.0.1',
    requests: '100',
    seconds: '30',
  };
  expect(creationOf(form, all, now)).toEqual({
    name: 'Docs bot',
    owner: 'Ada',
    accounts: ['acc', 'other'],
    idle_timeout_seconds: 5400,
    expires_at: '2026-12-05T12:00:00.000Z',
    config: {
      methods: ['read'],
      require_api_token_auth: true,
      confirm: 'write',
      mode: 'code',
      code_calls: 20,
      prefix: 'acme_',
      expected_catalog: server.catalog.digest,
      allowed_addresses: ['192.0.2.0/24', '10.0.0.1'],
      rate_limit: { requests: 100, seconds: 30 },
    },
  });
});

test('nothing is sent where nothing was changed, not even the seconds of a date', () => {
  expect(changeOf({ before: stored, after: stored }, all, now)).toBeUndefined();
});

const changes: readonly [string, Partial<ServerForm>, object][] = [
  ['another name', { name: 'Desk' }, { name: 'Desk' }],
  ['no end', { expiry: 'never' }, { expires_at: null }],
  ['no idle time', { idle: '' }, { idle_timeout_seconds: null }],
  ['another mode', { mode: 'discovery' }, { config: { mode: 'discovery' } }],
  ['a prefix', { prefix: 'a_' }, { config: { prefix: 'a_' } }],
  ['a second factor', { secondFactor: true }, { config: { require_api_token_auth: true } }],
  ['writes', { choice: { ...stored.choice, access: 'write' } }, { config: { methods: ['read', 'write'] } }],
];

test.each(changes)('what is sent for %s is that alone', (_name, part, sent) => {
  expect(changeOf({ before: stored, after: { ...stored, ...part } }, all, now)).toEqual(sent);
});

test('the calls of programs go where there are none', () => {
  const before: ServerForm = { ...stored, mode: 'code', codeCalls: '20' };
  expect(changeOf({ before, after: { ...before, mode: 'list' } }, all, now)).toEqual({
    config: { mode: 'list', code_calls: null },
  });
});

test('what is emptied goes back to its default', () => {
  const full = { ...stored, prefix: 'a_', addresses: '10.0.0.1', requests: '5', owner: 'Ada' };
  expect(changeOf({ before: full, after: stored }, all, now)).toEqual({
    owner: null,
    config: { prefix: null, allowed_addresses: null, rate_limit: null },
  });
});
