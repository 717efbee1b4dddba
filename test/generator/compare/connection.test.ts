import { describe, expect, test } from 'vitest';
import type { Surface } from '../../../generator/compare/change.ts';
import { compareSurfaces } from '../../../generator/compare/compare-surfaces.ts';
import { surfaceOf } from '../../../generator/compare/surface.ts';
import { isRecord, type Json } from '../../../generator/json/json-schema.ts';
import { changesOf, document, surfaceFrom } from './support/compared.ts';

/** Two operations with what is their own, and what is of the whole API. */
function api({ pets = {}, cats = {}, path = {}, schemes, ...more }: Json = {}): Json {
  const responses = { 200: { description: 'ok' } };
  const own = (value: unknown): Json => (isRecord(value) ? value : {});
  const made = document({
    '/pets': { ...own(path), get: { operationId: 'listPets', responses, ...own(pets) } },
    '/cats': { get: { operationId: 'listCats', responses, ...own(cats) } },
  });
  const components = { schemas: {}, ...(schemes !== undefined && { securitySchemes: schemes }) };
  return { ...made, components, ...more };
}

function at(...urls: (string | [url: string, description: string])[]): Json {
  return { servers: urls.map((url) => (typeof url === 'string' ? { url } : { url: url[0], description: url[1] })) };
}

function withVariable(variable: Json, url = 'https://{tenant}.acme.test'): Json {
  return { servers: [{ url, variables: { tenant: variable } }] };
}

function key(own: Json = {}, more: Json = {}): Json {
  return {
    schemes: { petKey: { type: 'apiKey', in: 'header', name: 'X-Pet-Key', ...own } },
    security: [{ petKey: [] }],
    ...more,
  };
}

const oauth = (tokenUrl: string): Json => ({
  type: 'oauth2',
  flows: { clientCredentials: { tokenUrl, scopes: { read: '', write: '' } } },
});

const scheme = (one: Json): Json => ({ schemes: { one }, security: [{ one: [] }] });
const [bearer, basic] = ['bearer', 'basic'].map((kind): Json => ({ type: 'http', scheme: kind }));
const two = { petKey: { type: 'apiKey', in: 'header', name: 'X-Pet-Key' }, other: bearer };

/** Name, before, after, and the messages of all changes, each with whom it breaks (models, importers, or `-`). */
type Row = readonly [name: string, before: Json, after: Json, ...want: string[]];

const servers: readonly Row[] = [
  [
    'another address',
    at('https://a.acme.test'),
    at('https://b.acme.test'),
    'M server: calls go to https://b.acme.test now unless said otherwise, and went to https://a.acme.test',
  ],
  [
    'another path of the address',
    at('https://a.acme.test/v1'),
    at('https://a.acme.test/v2'),
    'M server: calls go to https://a.acme.test/v2 now unless said otherwise, and went to https://a.acme.test/v1',
  ],
  ['a slash at the end', at('https://a.acme.test'), at('https://a.acme.test/')],
  ['a description of a lone server', at('https://a.acme.test'), at(['https://a.acme.test', 'Live'])],
  [
    'one more',
    at('https://us.acme.test'),
    at('https://us.acme.test', 'https://eu.acme.test'),
    '- server: it can be reached at https://eu.acme.test as well (eu)',
  ],
  [
    'one less',
    at('https://us.acme.test', 'https://eu.acme.test'),
    at('https://us.acme.test'),
    'M server: eu (https://eu.acme.test) is no server of it any more',
  ],
  [
    'the first is gone',
    at('https://us.acme.test', 'https://eu.acme.test'),
    at('https://eu.acme.test'),
    'M server: calls go to https://eu.acme.test now unless said otherwise, and went to https://us.acme.test',
  ],
  [
    'another address of one that is chosen by its description',
    at(['https://us.acme.test', 'Live'], ['https://eu.acme.test', 'Europe']),
    at(['https://us.acme.test', 'Live'], ['https://europe.acme.test', 'Europe']),
    'M server: europe is https://europe.acme.test now, and was https://eu.acme.test',
  ],
  [
    'another one in place of the second',
    at('https://us.acme.test', 'https://eu.acme.test'),
    at('https://us.acme.test', 'https://au.acme.test'),
    '- server: it can be reached at https://au.acme.test as well (au)',
    'M server: eu (https://eu.acme.test) is no server of it any more',
  ],
  [
    'in another order, the first one too',
    at('https://us.acme.test', 'https://eu.acme.test', 'https://au.acme.test'),
    at('https://eu.acme.test', 'https://us.acme.test', 'https://au.acme.test'),
    'M server: calls go to https://eu.acme.test now unless said otherwise, and went to https://us.acme.test',
  ],
  [
    'in another order after the first',
    at('https://us.acme.test', 'https://eu.acme.test', 'https://au.acme.test'),
    at('https://us.acme.test', 'https://au.acme.test', 'https://eu.acme.test'),
  ],
  [
    'a description by which one is chosen',
    at('https://us.acme.test', 'https://eu.acme.test'),
    at('https://us.acme.test', ['https://eu.acme.test', 'Europe']),
    'M server: https://eu.acme.test is chosen as europe now, and was as eu (ACME_SERVER)',
  ],
  [
    'none any more',
    at('https://a.acme.test'),
    {},
    'M server: calls go to / now unless said otherwise, and went to https://a.acme.test',
  ],
  [
    'the first ever',
    {},
    at('https://a.acme.test'),
    '- server: calls go to https://a.acme.test now unless said otherwise, and went to /',
  ],
];

const variables: readonly Row[] = [
  [
    'another default',
    withVariable({ default: 'a' }),
    withVariable({ default: 'b' }),
    'M server variable: {tenant} of the address is b now unless it is set (ACME_TENANT), and was a',
  ],
  [
    'no default any more',
    withVariable({ default: 'a' }),
    withVariable({}),
    'M server variable: {tenant} of the address has to be set now (ACME_TENANT), and was a unless it was',
  ],
  [
    'a default at last',
    withVariable({}),
    withVariable({ default: 'a' }),
    '- server variable: {tenant} of the address is a now unless it is set (ACME_TENANT), and had to be set',
  ],
  [
    'a value less',
    withVariable({ default: 'a', enum: ['a', 'b'] }),
    withVariable({ default: 'a', enum: ['a'] }),
    'M server variable: {tenant} of the address cannot be b any more (ACME_TENANT)',
  ],
  [
    'a value more',
    withVariable({ default: 'a', enum: ['a'] }),
    withVariable({ default: 'a', enum: ['a', 'b'] }),
    '- server variable: {tenant} of the address may be b now',
  ],
  [
    'values in another order',
    withVariable({ default: 'a', enum: ['a', 'b'] }),
    withVariable({ default: 'a', enum: ['b', 'a'] }),
  ],
  [
    'values at last',
    withVariable({ default: 'a' }),
    withVariable({ default: 'a', enum: ['a', 'b'] }),
    'M server variable: {tenant} of the address has to be one of a, b now (ACME_TENANT)',
  ],
  [
    'any value',
    withVariable({ default: 'a', enum: ['a', 'b'] }),
    withVariable({ default: 'a' }),
    '- server variable: {tenant} of the address may be anything now',
  ],
  ['other words', withVariable({ default: 'a' }), withVariable({ default: 'a', description: 'Yours' })],
  [
    'a variable where its default stood',
    at('https://a.acme.test'),
    withVariable({ default: 'a' }),
    '- server: the address is written https://{tenant}.acme.test now, and was https://a.acme.test',
    '- server variable: {tenant} of the address is new, and is a unless it is set (ACME_TENANT)',
  ],
  [
    'its default where a variable stood',
    withVariable({ default: 'a' }),
    at('https://a.acme.test'),
    '- server: the address is written https://a.acme.test now, and was https://{tenant}.acme.test',
    'M server variable: {tenant} of the address is gone: ACME_TENANT does nothing any more',
  ],
  [
    'a variable that has to be set',
    at('https://a.acme.test'),
    withVariable({}),
    'M server: calls go to https://{tenant}.acme.test now unless said otherwise, and went to https://a.acme.test',
    'M server variable: {tenant} of the address is new, and has to be set (ACME_TENANT)',
  ],
];

const ofTools: readonly Row[] = [
  [
    'a server of one operation',
    at('https://a.acme.test'),
    { ...at('https://a.acme.test'), pets: at('https://files.acme.test') },
    'M server: calls go to https://files.acme.test now, which ACME_FILES_URL replaces, and went to https://a.acme.test (get_single_acme_pet)',
  ],
  [
    'a server of one path',
    at('https://a.acme.test'),
    { ...at('https://a.acme.test'), path: at('https://files.acme.test') },
    'M server: calls go to https://files.acme.test now, which ACME_FILES_URL replaces, and went to https://a.acme.test (get_single_acme_pet)',
  ],
  [
    'a path without a server of its own',
    { ...at('https://a.acme.test'), path: at('https://files.acme.test') },
    at('https://a.acme.test'),
    'M server: calls go to https://a.acme.test now, which ACME_BASE_URL replaces, and went to https://files.acme.test (get_single_acme_pet)',
  ],
  [
    'the same one for a path',
    at('https://a.acme.test'),
    { ...at('https://a.acme.test'), path: at('https://a.acme.test') },
  ],
  [
    'the same one from a path to its operation',
    { ...at('https://a.acme.test'), path: at('https://b.acme.test') },
    { ...at('https://a.acme.test'), pets: at('https://b.acme.test') },
  ],
  [
    'one that stays while that of all moves',
    at('https://a.acme.test'),
    { ...at('https://b.acme.test'), pets: at('https://a.acme.test') },
    'M server: calls go to https://b.acme.test now unless said otherwise, and went to https://a.acme.test',
    '- server: it is at https://a.acme.test by an address of its own now, which ACME_A_URL replaces (get_single_acme_pet)',
  ],
];

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
    '- credentials: other is new: a token as Authorization: Bearer, from ACME_TOKEN',
    'M security: calls need other now, and needed petKey',
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
    '- credentials: more is new: a key as the header X-More, from ACME_MORE',
    'M environment variable: ACME_API_KEY is called ACME_PET_KEY now',
    '- security: calls need petKey or more now, and needed petKey',
  ],
  [
    'a second token, beside which the first is still read by its old name',
    scheme(bearer ?? {}),
    { schemes: { one: bearer, more: bearer }, security: [{ one: [] }, { more: [] }] },
    '- credentials: more is new: a token as Authorization: Bearer, from ACME_MORE_TOKEN',
    '- environment variable: ACME_ONE_TOKEN is read before ACME_TOKEN, which still does',
    '- security: calls need one or more now, and needed one',
  ],
];

const security: readonly Row[] = [
  [
    'all of it needs a login',
    key({}, { security: [] }),
    key(),
    '- credentials: petKey is new: a key as the header X-Pet-Key, from ACME_API_KEY',
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
    '- credentials: X-API-Key is new: a key as the header X-API-Key, from ACME_API_KEY',
    'M security: calls need X-API-Key now, and needed no credentials (get_single_acme_pet)',
  ],
];

const versionHeader = (schema: Json, more: Json = {}): Json => ({
  name: 'Intercom-Version',
  in: 'header',
  schema,
  ...more,
});
const asking = (schema: Json): Json => ({ pets: { parameters: [versionHeader(schema)] } });

const headers: readonly Row[] = [
  [
    'a version less',
    asking({ enum: ['1', '2'], default: '2' }),
    asking({ enum: ['2'], default: '2' }),
    'M version header: Intercom-Version cannot be 1 any more (get_single_acme_pet)',
  ],
  [
    'a version more, which is usual',
    asking({ enum: ['1'], default: '1' }),
    asking({ enum: ['1', '2'], default: '2' }),
    '- version header: Intercom-Version can be 2 now (get_single_acme_pet)',
    '- version header: Intercom-Version is 2 now where none is sent, and was 1 (get_single_acme_pet)',
  ],
  [
    'no header',
    asking({ enum: ['1'] }),
    {},
    '- version header: it declares the version header Intercom-Version no more, which clients send all the same (get_single_acme_pet)',
  ],
  [
    'another version',
    asking({ enum: ['1'] }),
    { ...asking({ enum: ['1'] }), info: { title: 'Acme', version: '2' } },
    '- version header: calls ask for 2 by Intercom-Version unless said otherwise, and asked for 1',
  ],
];

const tables: Readonly<Record<string, readonly Row[]>> = {
  servers,
  'variables of addresses': variables,
  'servers of tools': ofTools,
  credentials,
  'what calls need': security,
  'the version header': headers,
};

describe.each(Object.entries(tables))('what changes in %s', (_, rows) => {
  test.each(rows.map(([name, ...row]) => [name, row] as const))('%s', (_name, [before, after, ...want]) => {
    const told = changesOf(api(before), api(after))
      .filter(({ kind }) => kind !== 'tokens')
      .map(({ kind, message, breaks, tool }) => {
        const whom = breaks.map((one) => one.slice(0, 1).toUpperCase()).join('') || '-';
        return `${whom} ${kind}: ${message}${tool === undefined ? '' : ` (${tool})`}`;
      });
    expect(told.sort()).toEqual(want.toSorted());
  });
});

test('every change of a connection leads to its place', () => {
  const changes = changesOf(
    api({ ...key(), ...withVariable({ default: 'a' }) }),
    api({ ...key({ name: 'X-Key' }, { pets: { security: [] } }), ...withVariable({ default: 'b' }) }),
  );
  expect(changes.map(({ place, pointer }) => `${place} ${pointer}`)).toEqual([
    'variables.tenant /servers/0/variables/tenant',
    'schemes.petKey /components/securitySchemes/petKey',
    'security /paths/~1pets/get',
  ]);
});

describe('what was generated before there was a record of connections', () => {
  const [before, after] = [surfaceFrom(api(at('https://a.acme.test'))), surfaceFrom(api(at('https://b.acme.test')))];
  const without = (connection: unknown): Surface => {
    const { connection: _, ...operations } = before.operations;
    return surfaceOf({ ...before, operations: JSON.stringify({ ...operations, connection }) });
  };

  test.each<[string, unknown]>([
    ['none', undefined],
    ['null', null],
    ['a list', []],
    ['a text', 'https://a.acme.test'],
    ['parts of other types', { ...before.operations.connection, addresses: ['https://a.acme.test'] }],
    ['requirements that are none', { ...before.operations.connection, security: [null] }],
  ])('is said once and breaks nothing: %s', (_, connection) => {
    expect(compareSurfaces(without(connection), after).map(({ kind, label }) => `${kind}: ${label}`)).toEqual([
      'connection: cosmetic',
    ]);
  });

  test('is not said where neither side has one', () => {
    expect(compareSurfaces(without(undefined), without(undefined))).toEqual([]);
  });
});

test('a scheme may be called like a keyword or like what every object has', () => {
  const named = (name: string): Json => ({
    schemes: Object.fromEntries([[name, { type: 'http', scheme: 'bearer' }]]),
    pets: { security: [Object.fromEntries([[name, ['read']]])] },
    cats: { security: [] },
  });
  for (const name of ['title', 'description', 'constructor', 'toString']) {
    const changes = changesOf(api(named(name)), api({ ...named(name), pets: { security: [] } }));
    expect(changes.map(({ message }) => message)).toContain(`calls need no credentials now, and needed ${name} (read)`);
  }
});

test('a thousand servers of operations are compared in a pass', () => {
  const responses = { 200: { description: 'ok' } };
  const many = (host: string): Json =>
    document(
      Object.fromEntries(
        Array.from({ length: 1000 }, (_, index) => [
          `/p${index}`,
          { get: { operationId: `get${index}`, responses, servers: [{ url: `https://s${index}.${host}` }] } },
        ]),
      ),
    );
  const changes = changesOf(many('acme.test'), many('acme.example'));
  expect(changes.filter(({ kind }) => kind === 'server')).toHaveLength(1000);
});
