import { describe, expect, test } from 'vitest';
import { at, type Row, told, withVariable } from './support/connected.ts';

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
    'another one by the name of one that got another name',
    at('https://us.acme.test', ['https://a.acme.test', 'Test']),
    at('https://us.acme.test', ['https://b.acme.test', 'Test'], ['https://a.acme.test', 'Old']),
    '- server: it can be reached at https://b.acme.test as well (test)',
    'M server: https://a.acme.test is chosen as old now, and was as test (ACME_SERVER)',
  ],
  [
    'another one by the name of the first, which is the second now',
    at(['https://a.acme.test', 'Live'], ['https://eu.acme.test', 'Europe']),
    at(['https://eu.acme.test', 'Europe'], ['https://b.acme.test', 'Live']),
    'M server: calls go to https://eu.acme.test now unless said otherwise, and went to https://a.acme.test',
    'M server: live is https://b.acme.test now, and was https://a.acme.test',
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
  [
    'an address that anybody on the way can read',
    at('https://a.acme.test'),
    at('http://a.acme.test'),
    'M server: calls go to http://a.acme.test now unless said otherwise, where ACME_ALLOW_HTTP=1 allows that, and went to https://a.acme.test',
  ],
  [
    'another path below the host that was set',
    at('/v1'),
    at('/v2'),
    'M server: calls go to /v2 now unless said otherwise, and went to /v1',
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

const tables: Readonly<Record<string, readonly Row[]>> = {
  servers,
  'variables of addresses': variables,
  'servers of tools': ofTools,
};

describe.each(Object.entries(tables))('what changes in %s', (_, rows) => {
  test.each(rows.map(([name, ...row]) => [name, row] as const))('%s', (_name, [before, after, ...want]) => {
    expect(told(before, after)).toEqual(want.toSorted());
  });
});
