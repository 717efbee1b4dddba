import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BY_SYSTEM } from '../../gateway/audit/audit-entry.ts';
import { createKeyring, newKeys } from '../../gateway/secrets/keyring.ts';
import { isToken, newToken, TOKEN_PREFIX, type TokenKind } from '../../gateway/secrets/tokens.ts';
import { createServer } from '../../gateway/servers/create-server.ts';
import { serverConfig } from '../../gateway/servers/server-config.ts';
import { ConfigError } from '../../runtime/value/errors.ts';
import { emptyStore, sqlite } from './support/engines.ts';
import { testGateway } from './support/gateway.ts';
import { NOON } from './support/rows.ts';

const kinds = Object.keys(TOKEN_PREFIX) as TokenKind[];

test('control 1: tokens have 256 random bits and a prefix for secret scanners', () => {
  expect(new Set(Object.values(TOKEN_PREFIX)).size).toBe(kinds.length);
  for (const kind of kinds) {
    const tokens = Array.from({ length: 2000 }, () => newToken(kind));
    expect(new Set(tokens).size).toBe(tokens.length);
    const bits = tokens.map((token) => {
      expect(token).toMatch(/^imcp_[a-z]{3}_[\w-]{43}$/);
      expect(token.startsWith(TOKEN_PREFIX[kind])).toBe(true);
      expect(kinds.filter((other) => isToken(other, token))).toEqual([kind]);
      return Buffer.from(token.slice(TOKEN_PREFIX[kind].length), 'base64url');
    });
    // Each of the 256 bits is set in about half of them: ten standard deviations are 224.
    for (let bit = 0; bit < 256; bit += 1) {
      const set = bits.filter((bytes) => ((bytes[bit >> 3] ?? 0) >> (bit & 7)) & 1).length;
      expect(Math.abs(set - 1000), `bit ${bit} of ${kind}`).toBeLessThan(224);
    }
  }
});

test('what is no token of its kind is known by its form', () => {
  const token = newToken('server');
  const wrong = [token.slice(0, -1), `${token}a`, `${token}\n`, ` ${token}`, token.toUpperCase(), newToken('api'), ''];
  expect(wrong.filter((text) => isToken('server', text))).toEqual([]);
});

/** What the files of an SQLite store hold, with what is not yet in the first of them. */
function bytesOf(file: string): Buffer {
  return Buffer.concat([file, `${file}-wal`].filter((name) => existsSync(name)).map((name) => readFileSync(name)));
}

test('control 2: tokens are stored as keyed hashes alone', async () => {
  await using made = await emptyStore(sqlite);
  const { store, address } = made;
  const credential = `canary-${newToken('access')}`;
  const planted = newToken('server');
  const tokens = Object.fromEntries(kinds.map((kind) => [kind, newToken(kind)])) as Record<TokenKind, string>;
  await using running = await testGateway({ store, adminKey: tokens.admin });
  const { context } = running.gateway;
  const account = await running.account(planted, credential);
  const config = serverConfig.parse({});
  const created = await createServer(context, { accountId: account, name: 'n', config, expiresAt: null }, BY_SYSTEM);
  const replaced = newToken('server');
  await store.transaction(async ({ servers }) => {
    const times = { now: NOON, until: NOON };
    await servers.rotate(account, created.row.id, { digest: context.digest(replaced), ...times });
    await servers.rotate(account, created.row.id, { digest: context.digest(tokens.server), ...times });
  });
  const token = { id: 't', account_id: null, name: 'n', expires_at: null, last_used_at: null, created_at: NOON };
  await store.apiTokens.insert({ ...token, digest: context.digest(tokens.api) });
  const login = { account_id: account, label: null, region: 'us', expires_at: NOON + 1, cookie_digest: null };
  await store.logins.insert({
    id: 'l',
    api: 'intercom',
    ...login,
    link_digest: context.digest(tokens.login),
    state_digest: null,
  });
  const [state, cookie] = [newToken('login'), newToken('login')];
  const step = { state: context.digest(state), cookie: context.digest(cookie), now: NOON, until: NOON + 1 };
  expect(await store.logins.begin(context.digest(tokens.login), step)).toBeDefined();
  await store.oauth.insertClient({
    id: tokens.client,
    name: 'n',
    redirect_uris: '[]',
    created_at: NOON,
    expires_at: NOON,
  });
  for (const kind of ['code', 'access', 'refresh'] as const) {
    const grant = { kind, client_id: tokens.client, server_id: created.row.id, api_token_id: 't', family: 'f' };
    const rest = { redirect_uri: null, code_challenge: null, used_at: null, generation: 0, expires_at: NOON + 1 };
    await store.oauth.insertGrant({ digest: context.digest(tokens[kind]), ...grant, ...rest });
  }
  await running.gateway.close();

  // An OAuth client's id is public, and the planted text stands in clear: so what is stored can be found.
  const { client, ...secret } = tokens;
  const search = () => {
    const bytes = bytesOf(address);
    for (const text of [planted, client, context.digest(created.token), context.digest(tokens.code)])
      expect(bytes.includes(text), 'what is stored is not found').toBe(true);
    const secrets = { ...secret, created: created.token, replaced, state, cookie, credential };
    // Without its prefix, which some code may have cut off.
    const found = Object.entries(secrets).filter(([, text]) => bytes.includes(text.slice(-43)));
    expect(found.map(([name]) => name)).toEqual([]);
  };
  search();
  await store.close();
  search();
});

test('control 8: credentials are encrypted, ciphertext swapped between rows fails, keys rotate', async () => {
  await using running = await testGateway();
  const { gateway, store } = running;
  const { keyring } = gateway.context;
  const ids = [await running.account('one', 'credential-one'), await running.account('two', 'credential-two')];
  const [one, two] = await Promise.all(ids.map((id) => store.accounts.get(id)));
  if (one === undefined || two === undefined) throw new Error('the accounts are gone');
  expect(one.credential).not.toContain('credential-one');
  expect(keyring.open(one.credential, `accounts/${one.id}`)).toBe('credential-one');
  expect(() => keyring.open(two.credential, `accounts/${one.id}`)).toThrow(/cannot be decrypted.*moved/);
  expect(() => keyring.open(one.credential, `accounts/${two.id}`)).toThrow(ConfigError);
  const [old, fresh] = [newKeys('old'), newKeys('new')];
  const sealed = createKeyring(old).seal('credential', 'accounts/a');
  const both = createKeyring(`${fresh},${old}`);
  expect(both.open(sealed, 'accounts/a')).toBe('credential');
  expect(both.isCurrent(sealed)).toBe(false);
  const resealed = both.seal('credential', 'accounts/a');
  expect(both.isCurrent(resealed)).toBe(true);
  expect(createKeyring(fresh).open(resealed, 'accounts/a')).toBe('credential');
  expect(() => createKeyring(fresh).open(sealed, 'accounts/a')).toThrow(/encrypted with the key "old"/);
});

describe('a keyring', () => {
  const keyring = createKeyring(newKeys());

  test('opens what it sealed, and seals nothing twice alike', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, place) => {
        const sealed = keyring.seal(text, place);
        expect(keyring.open(sealed, place)).toBe(text);
        expect(keyring.seal(text, place)).not.toBe(sealed);
      }),
    );
  });

  test('opens nothing that was changed in any character, cut or lengthened', () => {
    for (const text of ['credential', 'credentials', 'credentials.']) {
      const sealed = keyring.seal(text, 'here');
      for (let index = 0; index < sealed.length; index += 1) {
        for (const other of ['A', 'B', 'Q', '_', '=', '.', '!'].filter((character) => character !== sealed[index])) {
          const changed = sealed.slice(0, index) + other + sealed.slice(index + 1);
          expect(() => keyring.open(changed, 'here'), changed).toThrow(ConfigError);
        }
        expect(() => keyring.open(sealed.slice(0, index), 'here')).toThrow(ConfigError);
      }
      for (const end of ['A', '=', '.', '.A', ' '])
        expect(() => keyring.open(sealed + end, 'here')).toThrow(ConfigError);
    }
  });

  test('says which key is missing and where it was needed, and not what was sealed', () => {
    const sealed = createKeyring(newKeys('lost')).seal('credential', 'accounts/a');
    expect(() => keyring.open(sealed, 'accounts/a')).toThrow(/accounts\/a was encrypted with the key "lost"/);
  });

  test('tells another key of the same name', () => {
    const sealed = createKeyring(newKeys()).seal('credential', 'accounts/a');
    expect(() => keyring.open(sealed, 'accounts/a')).toThrow(/another key of that name/);
  });

  const key = Buffer.alloc(32, 250);
  test.each([
    ['base64', `k:${key.toString('base64')}`],
    ['base64url', `k:${key.toString('base64url')}`],
    ['white space around', ` k:${key.toString('base64url')} , l:${newKeys().slice(3)}\n`],
  ])('takes keys in %s', (_, keys) => {
    const sealed = createKeyring(`k:${key.toString('base64url')}`).seal('credential', 'here');
    expect(createKeyring(keys).open(sealed, 'here')).toBe('credential');
  });

  test.each([
    ['nothing', ''],
    ['no id', key.toString('base64')],
    ['an empty id', `:${key.toString('base64')}`],
    ['an id with a dot', `k.1:${key.toString('base64')}`],
    ['a short key', `k:${key.subarray(1).toString('base64')}`],
    ['a long key', `k:${Buffer.alloc(33, 250).toString('base64')}`],
    ['hexadecimal digits', `k:${key.toString('hex')}`],
    ['an end without a key', `k:${key.toString('base64')},`],
    ['one id twice', `k:${key.toString('base64')},k:${Buffer.alloc(32).toString('base64')}`],
  ])('refuses %s, without repeating it', (_, keys) => {
    const error = (() => {
      try {
        createKeyring(keys);
      } catch (thrown) {
        return thrown;
      }
    })();
    if (!(error instanceof ConfigError)) throw new Error(`it threw ${String(error)}`);
    expect(error.message).toMatch(/^GATEWAY_KEYS cannot be used/);
    expect(error.message + error.help).not.toContain('vr6-vr6-');
    expect(error.message + error.help).not.toContain('+vr6+vr6');
    const [example = ''] = /k1:\S+/.exec(error.help) ?? [];
    expect(() => createKeyring(example)).not.toThrow();
  });
});
