import { describe, expect, test } from 'vitest';
import type { Json } from '../../../generator/json/json-schema.ts';
import { asking, problems, read, securityOf, withSchemes } from './support/read.ts';

const BEARER = { type: 'http', scheme: 'bearer' };
const BASIC = { type: 'http', scheme: 'basic' };

function keyIn(place: string, name: string, more: Json = {}): Json {
  return { type: 'apiKey', in: place, name, ...more };
}
function oauth(...flows: readonly string[]): Json {
  const flow = { tokenUrl: 'https://acme.test/token', authorizationUrl: 'https://acme.test/login', scopes: {} };
  return { type: 'oauth2', flows: Object.fromEntries(flows.map((name) => [name, flow])) };
}

describe('a scheme is sent as it is described', () => {
  test.each<[string, Json, Json]>([
    ['bearer', BEARER, { type: 'bearer', environment: { token: 'ACME_TOKEN' } }],
    [
      'bearer in capitals',
      { type: 'http', scheme: 'Bearer', bearerFormat: 'JWT' },
      { type: 'bearer', environment: { token: 'ACME_TOKEN' } },
    ],
    [
      'another word of HTTP',
      { type: 'http', scheme: 'Token' },
      { type: 'bearer', prefix: 'Token', environment: { token: 'ACME_TOKEN' } },
    ],
    ['basic', BASIC, { type: 'basic', environment: { username: 'ACME_USERNAME', password: 'ACME_PASSWORD' } }],
    [
      'basic of Swagger 2',
      { type: 'basic' },
      { type: 'basic', environment: { username: 'ACME_USERNAME', password: 'ACME_PASSWORD' } },
    ],
    [
      'a key in a header',
      keyIn('header', 'X-Key'),
      { type: 'apiKey', in: 'header', name: 'X-Key', environment: { key: 'ACME_API_KEY' } },
    ],
    [
      'a key in the query',
      keyIn('query', 'key'),
      { type: 'apiKey', in: 'query', name: 'key', environment: { key: 'ACME_API_KEY' } },
    ],
    [
      'a key in a cookie',
      keyIn('cookie', 'sid'),
      { type: 'apiKey', in: 'cookie', name: 'sid', environment: { key: 'ACME_API_KEY' } },
    ],
    [
      'a key behind a word',
      keyIn('header', 'Authorization', { description: 'Send `Authorization: Key {your key}`.' }),
      { type: 'apiKey', in: 'header', name: 'Authorization', prefix: 'Key ', environment: { key: 'ACME_API_KEY' } },
    ],
    ['an authorization code', oauth('authorizationCode'), { type: 'bearer', environment: { token: 'ACME_TOKEN' } }],
    ['an implicit flow', oauth('implicit'), { type: 'bearer', environment: { token: 'ACME_TOKEN' } }],
    ['a password flow', oauth('password'), { type: 'bearer', environment: { token: 'ACME_TOKEN' } }],
    ['flows that are missing', { type: 'oauth2' }, { type: 'bearer', environment: { token: 'ACME_TOKEN' } }],
    [
      'OpenID Connect',
      { type: 'openIdConnect', openIdConnectUrl: 'https://acme.test' },
      { type: 'bearer', environment: { token: 'ACME_TOKEN' } },
    ],
    [
      'client credentials, also beside another flow',
      oauth('authorizationCode', 'clientCredentials'),
      {
        type: 'clientCredentials',
        tokenUrl: 'https://acme.test/token',
        environment: {
          token: 'ACME_TOKEN',
          clientId: 'ACME_CLIENT_ID',
          clientSecret: 'ACME_CLIENT_SECRET',
          scopes: 'ACME_SCOPES',
          tokenUrl: 'ACME_TOKEN_URL',
        },
      },
    ],
  ])('%s', (_, declared, scheme) => {
    const made = read(withSchemes({ own: declared }));
    expect(securityOf(made)).toEqual({ schemes: { own: scheme }, requirements: [['own']] });
    expect(problems(made)).toEqual([]);
    expect(made.diagnostics).toContainEqual(
      expect.objectContaining({
        code: 'SECURITY_SCHEME',
        severity: 'info',
        pointer: '/components/securitySchemes/own',
      }),
    );
  });
});

test('tokens that are to be had over http alone are said', () => {
  const flows = { clientCredentials: { tokenUrl: 'http://acme.test/token', scopes: {} } };
  const made = read(withSchemes({ own: { type: 'oauth2', flows } }));
  expect(made.connection.environment?.allowHttp).toBe('ACME_ALLOW_HTTP');
  expect(made.diagnostics).toContainEqual(
    expect.objectContaining({ code: 'SERVER_INSECURE', pointer: '/components/securitySchemes/own' }),
  );
});

test('a scheme may be a reference', () => {
  const document = withSchemes({ own: { $ref: '#/components/x-schemes/a' } });
  const components = { ...(document.components as Json), 'x-schemes': { a: keyIn('header', 'X-Key') } };
  expect(securityOf(read({ ...document, components })).schemes.own).toMatchObject({ type: 'apiKey', name: 'X-Key' });
});

describe('what cannot be sent is said, and no call waits for it', () => {
  test.each<[Json, string]>([
    [
      { type: 'http', scheme: 'digest' },
      'own is HTTP digest, in which each request is computed anew: nothing is sent for it',
    ],
    [
      { type: 'http', scheme: 'HOBA' },
      'own is HTTP HOBA, in which each request is computed anew: nothing is sent for it',
    ],
    [
      { type: 'http', scheme: 'AWS4-HMAC-SHA256' },
      'own is HTTP AWS4-HMAC-SHA256, in which each request is computed anew: nothing is sent for it',
    ],
    [{ type: 'http' }, 'own names the HTTP scheme null, which is none: nothing is sent for it'],
    [
      { type: 'http', scheme: 'payone-hmac-sha256' },
      'own is HTTP payone-hmac-sha256, in which each request is computed anew: nothing is sent for it',
    ],
    [
      keyIn('header', 'Authorization', { description: 'Amazon Signature authorization v4' }),
      'own is a signature, which is computed anew for each request: nothing is sent for it',
    ],
    [{ type: 'mutualTLS' }, 'own is a certificate of the client: no request carries it'],
    [{ type: 'magic' }, 'own is of the type "magic", which is none: nothing is sent for it'],
    [{}, 'own is of the type null, which is none: nothing is sent for it'],
    [{ type: 'apiKey', in: 'header' }, 'own does not say what carries the key: nothing is sent for it'],
    [keyIn('body', 'key'), 'own has its key in "body", where no request has one: nothing is sent for it'],
    [
      keyIn('header', 'X Key: a'),
      'own has its key in a header that cannot be called "X Key: a": nothing is sent for it',
    ],
  ])('%j', (declared, message) => {
    const made = read(withSchemes({ own: declared }));
    expect(made.connection.authentication).toBe('none');
    expect(problems(made)).toEqual([`SECURITY_SCHEME_UNSUPPORTED ${message}`]);
  });
});

describe('what is required', () => {
  const schemes = {
    a: keyIn('header', 'X-A'),
    b: keyIn('query', 'b'),
    c: BEARER,
    d: BASIC,
    t: { type: 'mutualTLS' },
    u: { type: 'http', scheme: 'digest' },
  };

  test.each<[string, unknown, readonly (readonly string[])[]]>([
    ['one', [{ a: [] }], [['a']]],
    ['two at once', [{ a: [], b: [] }], [['a', 'b']]],
    ['either, in that order', [{ c: [] }, { a: [] }], [['c'], ['a']]],
    ['the same twice', [{ a: [] }, { a: [] }], [['a']]],
    ['one or none', [{}, { a: [] }], [['a'], []]],
    ['a certificate as well', [{ a: [], t: [] }], [['a']]],
    ['a certificate instead', [{ a: [] }, { t: [] }], [['a'], []]],
    ['one that can be sent or one that cannot', [{ u: [] }, { a: [] }], [['a']]],
    [
      'two that would stand in one place',
      [{ c: [], d: [], a: [] }],
      [
        ['c', 'a'],
        ['d', 'a'],
      ],
    ],
    ['something that is none', ['a', null, { a: [] }], [['a']]],
  ])('%s', (_, security, requirements) => {
    expect(securityOf(read(withSchemes(schemes, security))).requirements).toEqual(requirements);
  });

  test.each([[[]], [[{}]], [[{ t: [] }]], [[{ u: [] }]]])('nothing by %j', (security) => {
    expect(read(withSchemes(schemes, security)).connection.authentication).toBe('none');
  });

  test('two that would stand in one place are said', () => {
    expect(problems(read(withSchemes(schemes, [{ c: [], d: [] }])))).toEqual([
      'SECURITY_CONFLICT c and d would both be Authorization: one of them is sent',
    ]);
  });

  test('access tokens of two schemes at once are one', () => {
    const made = read(
      withSchemes({ implicit: oauth('implicit'), code: oauth('authorizationCode') }, [
        { implicit: ['x'], code: ['x'] },
      ]),
    );
    expect(securityOf(made).requirements).toEqual([['implicit', 'code']]);
    expect(problems(made)).toEqual([]);
    expect(made.connection.environment?.token).toBe('ACME_TOKEN');
  });

  test('a scheme that is not declared is taken as a token, and said', () => {
    const made = read(withSchemes({}, [{ gone: [] }]));
    expect(securityOf(made)).toMatchObject({ schemes: { gone: { type: 'bearer' } }, requirements: [['gone']] });
    expect(problems(made)).toEqual([
      'SECURITY_SCHEME_UNDECLARED gone is required and not declared: it is taken as a bearer token',
    ]);
  });

  test('schemes that nothing asks for are nothing to set', () => {
    const made = read(
      withSchemes({ a: keyIn('header', 'X-A'), b: BASIC, u: { type: 'http', scheme: 'digest' } }, [{ a: [] }]),
    );
    expect(Object.keys(securityOf(made).schemes)).toEqual(['a']);
    expect(problems(made)).toEqual([]);
  });

  test('without a word of what is needed what is set is sent', () => {
    const { security: _, ...document } = withSchemes({ a: keyIn('header', 'X-A'), b: keyIn('query', 'b'), c: BEARER });
    const made = read(document);
    expect(securityOf(made).requirements).toEqual([['a', 'b'], ['a'], ['b'], ['c'], []]);
    expect(made.diagnostics.map(({ code }) => code)).toContain('SECURITY_UNDECLARED');
  });

  test('an API without schemes asks for nothing', () => {
    expect(read({ paths: { '/things': { get: asking() } } }).connection.authentication).toBe('none');
    expect(read({ paths: { '/things': { get: asking([]) } } }).connection.authentication).toBe('none');
  });
});
