import { describe, expect, test } from 'vitest';
import type { Json } from '../../../generator/json/json-schema.ts';
import { key, type Row, told } from './support/connected.ts';

const oauth = (tokenUrl: string): Json => ({
  type: 'oauth2',
  flows: { clientCredentials: { tokenUrl, scopes: { read: '', write: '' } } },
});

const scheme = (one: Json): Json => ({ schemes: { one }, security: [{ one: [] }] });
const [bearer, basic] = ['bearer', 'basic'].map((kind): Json => ({ type: 'http', scheme: kind }));
const two = { petKey: { type: 'apiKey', in: 'header', name: 'X-Pet-Key' }, other: bearer };

const credentials: readonly Row[] = [
  [
    'another header',
    key(),
    key({ name: 'X-Key' }),
    'M credentials: petKey is a key as the header X-Key now, and was a key as the header X-Pet-Key',
  ],
  ['the same header in other letters', key(), key({ name: 'x-pet-key' })],
  [
    'a query parameter in place of a header',
    key(),
    key({ in: 'query' }),
    'M credentials: petKey is a key as the query parameter X-Pet-Key now, and was a key as the header X-Pet-Key',
  ],
  ['other words', key(), key({ description: 'Yours' })],
  [
    'a word before the key',
    key({ name: 'Authorization' }),
    key({ name: 'Authorization', description: 'Authorization: Token {key}' }),
    'M credentials: petKey is a key as the header Authorization, behind Token now, and was a key as the header Authorization',
  ],
  [
    'a name and a password in place of a token',
    scheme(bearer ?? {}),
    scheme(basic ?? {}),
    'MI credentials: one is a user name and a password as Authorization: Basic now (ACME_USERNAME, ACME_PASSWORD), and was a token as Authorization: Bearer (ACME_TOKEN)',
  ],
  [
    'another word before a token',
    scheme(bearer ?? {}),
    scheme({ type: 'http', scheme: 'SSWS' }),
    'M credentials: one is a token as Authorization: SSWS now, and was a token as Authorization: Bearer',
  ],
  [
    'another place for tokens',
    scheme(oauth('https://a.acme.test/token')),
    scheme(oauth('https://b.acme.test/token')),
    'M credentials: one is a token for a client id and secret, from https://b.acme.test/token now, and was a token for a client id and secret, from https://a.acme.test/token',
  ],
  [
    'another name of the scheme',
    scheme(bearer ?? {}),
    { schemes: { other: bearer }, security: [{ other: [] }] },
    'I credentials: one is called other now: programs give it by that name',
  ],
  [
    'another scheme',
    key(),
    { schemes: two, security: [{ other: [] }] },
    'I credentials: petKey, a key as the header X-Pet-Key, is gone: nothing reads ACME_API_KEY for it any more',
    '- credentials: other is new: a token as Authorization: Bearer (ACME_TOKEN)',
    'M security: calls need other now, and needed petKey',
  ],
  [
    'what no client can send by itself',
    scheme(bearer ?? {}),
    scheme({ type: 'http', scheme: 'digest' }),
    'MI credentials: one is something that no request carries by itself now, and was a token as Authorization: Bearer (ACME_TOKEN)',
  ],
  ['what no client could send either', scheme({ type: 'http', scheme: 'hawk' }), scheme({ type: 'mutualTLS' })],
  [
    'a certificate beside it',
    scheme(bearer ?? {}),
    { schemes: { one: bearer, more: { type: 'mutualTLS' } }, security: [{ one: [], more: [] }] },
    '- credentials: more is new: something that no request carries by itself',
    'M security: calls need one with more now, and needed one',
  ],
  ['one that nothing asks for', key(), { schemes: two, security: [{ petKey: [] }] }],
  [
    'the name of a variable',
    key(),
    key({}, { 'x-mcp': { environment: { ACME_API_KEY: 'PET_KEY' } } }),
    'M environment variable: ACME_API_KEY is called PET_KEY now',
  ],
  [
    'a second key, by which the first gets its own variable',
    key(),
    {
      schemes: { petKey: two.petKey, more: { type: 'apiKey', in: 'header', name: 'X-More' } },
      security: [{ petKey: [] }, { more: [] }],
    },
    '- credentials: more is new: a key as the header X-More (ACME_MORE)',
    'M environment variable: ACME_API_KEY is called ACME_PET_KEY now',
    '- security: calls need petKey or more now, and needed petKey',
  ],
  [
    'a second token, beside which the first is still read by its old name',
    scheme(bearer ?? {}),
    { schemes: { one: bearer, more: bearer }, security: [{ one: [] }, { more: [] }] },
    '- credentials: more is new: a token as Authorization: Bearer (ACME_MORE_TOKEN)',
    '- environment variable: ACME_ONE_TOKEN is read before ACME_TOKEN, which still does',
    '- security: calls need one or more now, and needed one',
  ],
];

const security: readonly Row[] = [
  [
    'all of it needs a login',
    key({}, { security: [] }),
    key(),
    '- credentials: petKey is new: a key as the header X-Pet-Key (ACME_API_KEY)',
    'M security: calls need petKey now, and needed no credentials',
  ],
  [
    'one operation needs none',
    key(),
    key({}, { pets: { security: [] } }),
    '- security: calls need no credentials now, and needed petKey (get_single_acme_pet)',
  ],
  [
    'one operation needs one',
    key({}, { pets: { security: [] } }),
    key(),
    'M security: calls need petKey now, and needed no credentials (get_single_acme_pet)',
  ],
  ['one operation says what all do', key(), key({}, { pets: { security: [{ petKey: [] }] } })],
  [
    'a scope more',
    { ...scheme(oauth('/token')), security: [{ one: ['read'] }] },
    { ...scheme(oauth('/token')), security: [{ one: ['read', 'write'] }] },
    'M security: calls need one (read, write) now, and needed one (read)',
  ],
  [
    'a scope less',
    { ...scheme(oauth('/token')), security: [{ one: ['read', 'write'] }] },
    { ...scheme(oauth('/token')), security: [{ one: ['read'] }] },
    '- security: calls need one (read) now, and needed one (read, write)',
  ],
  [
    'scopes in another order',
    { ...scheme(oauth('/token')), security: [{ one: ['read', 'write'] }] },
    { ...scheme(oauth('/token')), security: [{ one: ['write', 'read'] }] },
  ],
  [
    'a scope more of one operation, of a token that is got beforehand',
    { ...scheme(bearer ?? {}), pets: { security: [{ one: ['read'] }] } },
    { ...scheme(bearer ?? {}), pets: { security: [{ one: ['read', 'write'] }] } },
    'M security: calls need one (read, write) now, and needed one (read) (get_single_acme_pet)',
  ],
  [
    'both at once',
    { schemes: two, security: [{ petKey: [] }, { other: [] }] },
    { schemes: two, security: [{ petKey: [], other: [] }] },
    'M security: calls need petKey with other now, and needed petKey or other',
  ],
  [
    'it may be left out',
    key(),
    key({}, { security: [{ petKey: [] }, {}] }),
    '- security: calls need petKey or nothing now, and needed petKey',
  ],
  [
    'a key that operations declare as a parameter',
    {},
    { pets: { parameters: [{ name: 'X-API-Key', in: 'header', required: true, schema: { type: 'string' } }] } },
    '- credentials: X-API-Key is new: a key as the header X-API-Key (ACME_API_KEY)',
    'M security: calls need X-API-Key now, and needed no credentials (get_single_acme_pet)',
  ],
];

const tables: Readonly<Record<string, readonly Row[]>> = { credentials, 'what calls need': security };

describe.each(Object.entries(tables))('what changes in %s', (_, rows) => {
  test.each(rows.map(([name, ...row]) => [name, row] as const))('%s', (_name, [before, after, ...want]) => {
    expect(told(before, after)).toEqual(want.toSorted());
  });
});
