import { describe, expect, test } from 'vitest';
import { serverAddress } from '../../../generator/connection/server-address.ts';
import type { Json } from '../../../generator/json/json-schema.ts';
import { asking, problems, read } from './support/read.ts';

test.each<[string, string | undefined, string | undefined]>([
  ['https://acme.test/v1/', undefined, 'https://acme.test/v1'],
  ['  https://acme.test ', undefined, 'https://acme.test'],
  ['https://acme.test/?a=b#c', undefined, 'https://acme.test'],
  ['//acme.test/v1', undefined, 'https://acme.test/v1'],
  ['acme.test/v1', undefined, 'https://acme.test/v1'],
  ['localhost:8080', undefined, 'http://localhost:8080'],
  ['v1.0/api', undefined, '/v1.0/api'],
  ['127.0.0.1:80/v1', undefined, 'http://127.0.0.1:80/v1'],
  ['{sub}.acme.test', undefined, 'https://{sub}.acme.test'],
  ['{scheme}://{host}/v1', undefined, '{scheme}://{host}/v1'],
  ['{baseUrl}/v1', undefined, '{baseUrl}/v1'],
  ['/', undefined, '/'],
  ['', undefined, '/'],
  ['/api/v3', undefined, '/api/v3'],
  ['./v3', undefined, '/v3'],
  ['wss://acme.test', undefined, undefined],
  ['mailto:a@acme.test', undefined, undefined],
  ['/', 'https://acme.test/docs/openapi.json', 'https://acme.test'],
  ['/api/{v}', 'https://acme.test/docs/openapi.json', 'https://acme.test/api/{v}'],
  ['v3', 'https://acme.test/docs/openapi.json', 'https://acme.test/docs/v3'],
  ['../v3', 'https://acme.test/docs/openapi.json', 'https://acme.test/v3'],
  ['/api', './openapi.json', '/api'],
  ['/api', 'file:///openapi.json', '/api'],
  ['https://acme.test', 'https://else.test/openapi.json', 'https://acme.test'],
])('the address %j in %s is %s', (url, location, address) => {
  expect(serverAddress(url, location)).toBe(address);
});

function atServers(servers: unknown, paths: Json = { '/things': { get: asking() } }, location?: string) {
  return read({ ...(servers !== undefined && { servers }), paths }, { location });
}

describe('addresses', () => {
  test.each<[string, unknown, Record<string, string>]>([
    ['one', [{ url: 'https://acme.test' }], { default: 'https://acme.test' }],
    [
      'by their descriptions',
      [
        { url: 'https://a.test', description: 'Production' },
        { url: 'https://b.test', description: 'Test server' },
      ],
      { production: 'https://a.test', 'test-server': 'https://b.test' },
    ],
    ['by their names', [{ url: 'https://a.test', name: 'eu', description: 'Europe' }], { eu: 'https://a.test' }],
    [
      'by what each has of its own',
      [{ url: 'https://api.acme.test' }, { url: 'https://api.eu.acme.test' }, { url: 'https://api.acme.test/v2' }],
      { default: 'https://api.acme.test', eu: 'https://api.eu.acme.test', v2: 'https://api.acme.test/v2' },
    ],
    [
      'of the same name',
      [
        { url: 'https://a.test', name: 'x' },
        { url: 'https://b.test', name: 'X' },
      ],
      { x: 'https://a.test', 'x-2': 'https://b.test' },
    ],
    [
      'by names in other scripts',
      [
        { url: 'https://a.test', name: '本番' },
        { url: 'https://b.test', name: '検証' },
      ],
      { a: 'https://a.test', b: 'https://b.test' },
    ],
    ['twice', [{ url: 'https://a.test/' }, { url: 'https://a.test' }], { default: 'https://a.test' }],
    ['by http and https', [{ url: 'http://a.test' }, { url: 'https://a.test' }], { default: 'https://a.test' }],
    [
      'none that HTTP reaches',
      [{ url: 'wss://a.test' }, { url: 'https://b.test' }, null, {}],
      { default: 'https://b.test' },
    ],
  ])('%s', (_, servers, addresses) => {
    const { connection } = atServers(servers);
    expect(connection.addresses).toEqual(addresses);
    expect(connection.defaultRegion).toBe(Object.keys(addresses)[0]);
    expect(connection.environment).toEqual({
      baseUrl: 'ACME_BASE_URL',
      ...(Object.keys(addresses).length > 1 && { region: 'ACME_SERVER' }),
    });
  });

  test.each([undefined, [], 'https://acme.test', [{ url: 'wss://acme.test' }]])('%j is none, and said', (servers) => {
    const made = atServers(servers);
    expect(made.connection.addresses).toEqual({ default: '/' });
    expect(problems(made)).toContain(
      'SERVER_RELATIVE the address of the API is known as "/" alone: clients need a base URL (ACME_BASE_URL)',
    );
  });

  test('none is where the description is', () => {
    const made = atServers(undefined, undefined, 'https://acme.test/docs/openapi.json');
    expect(made.connection.addresses).toEqual({ default: 'https://acme.test' });
    expect(problems(made)).toEqual([]);
  });

  test('the first that clients do not refuse is the default', () => {
    const { connection } = atServers([{ url: 'http://a.test' }, { url: 'https://b.test' }, { url: 'https://c.test' }]);
    expect(connection).toMatchObject({ addresses: { a: 'http://a.test' }, defaultRegion: 'b' });
  });

  test('http alone is said, and may be allowed', () => {
    const made = atServers([{ url: 'http://acme.test' }, { url: 'http://localhost:80' }]);
    expect(made.connection.environment?.allowHttp).toBe('ACME_ALLOW_HTTP');
    expect(problems(made)).toEqual([
      'SERVER_INSECURE http://acme.test is described without https: it is used where ACME_ALLOW_HTTP=1 allows that',
    ]);
    expect(atServers([{ url: 'http://127.0.0.1:80/v1' }]).connection.environment).toEqual({ baseUrl: 'ACME_BASE_URL' });
  });
});

describe('variables', () => {
  test('have their defaults, their values and a variable of the environment', () => {
    const variables = {
      sub: { default: 'acme' },
      v: { default: 2, enum: [1, 2] },
      odd: { default: 'x', enum: ['y'] },
      open: { description: 'yours' },
    };
    const made = atServers([{ url: 'https://{sub}.{open}.test/{v}/{odd}/{gone}', variables }]);
    expect(made.connection.variables).toEqual({
      sub: { default: 'acme', environment: 'ACME_SUB' },
      v: { default: '2', enum: ['1', '2'], environment: 'ACME_V' },
      odd: { default: 'x', enum: ['y', 'x'], environment: 'ACME_ODD' },
      open: { environment: 'ACME_OPEN' },
      gone: { environment: 'ACME_GONE' },
    });
    expect(made.diagnostics.filter(({ code }) => code === 'SERVER_VARIABLE').map(({ message }) => message)).toContain(
      '{open} of the address has to be set: ACME_OPEN',
    );
  });

  test('of one name and two meanings are two', () => {
    const server = (url: string, preset: string) => ({ url, variables: { r: { default: preset } } });
    const made = atServers([
      server('https://{r}.a.test', 'us'),
      server('https://{r}.b.test', 'us'),
      server('https://{r}.c.test', 'eu'),
    ]);
    expect(Object.values(made.connection.addresses)).toEqual([
      'https://{r}.a.test',
      'https://{r}.b.test',
      'https://{r_2}.c.test',
    ]);
    expect(made.connection.variables).toMatchObject({
      r: { default: 'us' },
      r_2: { default: 'eu', environment: 'ACME_R_2' },
    });
  });

  test('that no address names are none', () => {
    expect(atServers([{ url: 'https://a.test', variables: { x: { default: 'y' } } }]).connection).not.toHaveProperty(
      'variables',
    );
  });
});

describe('servers of paths and operations', () => {
  const MAIN = [{ url: 'https://acme.test/v1' }];
  const of = (paths: Json, servers: unknown = MAIN) => {
    const made = atServers(servers, paths);
    return { at: Object.fromEntries(made.servers), servers: made.connection.servers, made };
  };

  test('are those of their tools, and each is said once', () => {
    const servers = [{ url: 'https://upload.acme.test/v1/' }];
    const {
      at,
      servers: known,
      made,
    } = of({ '/a': { servers, get: asking(), post: asking() }, '/b': { get: asking() } });
    expect(at).toEqual({
      '/paths/~1a/get': 'https://upload.acme.test/v1',
      '/paths/~1a/post': 'https://upload.acme.test/v1',
    });
    expect(known).toEqual({ 'https://upload.acme.test/v1': { environment: 'ACME_UPLOAD_URL' } });
    expect(made.diagnostics.filter(({ code }) => code === 'SERVER_OTHER')).toEqual([
      expect.objectContaining({
        severity: 'info',
        message: 'calls go to the server https://upload.acme.test/v1, which ACME_UPLOAD_URL replaces',
        pointer: '/paths/~1a/get',
      }),
    ]);
  });

  test('of an operation go before those of its path', () => {
    const { at } = of({
      '/a': {
        servers: [{ url: 'https://path.test' }],
        get: asking(),
        post: asking(undefined, { servers: [{ url: 'https://own.test' }] }),
      },
    });
    expect(Object.values(at)).toEqual(['https://path.test', 'https://own.test']);
  });

  test.each([[[]], [MAIN], [[{ url: 'https://acme.test/v1/' }]], [[{ url: 'wss://else.test' }]], ['else'], [null]])(
    'that are %j are none',
    (servers) => {
      expect(of({ '/a': { servers, get: asking() } })).toMatchObject({ at: {}, servers: undefined });
    },
  );

  test('without a host are below that of the API', () => {
    const { at, servers } = of({
      '/a': { servers: [{ url: '/upload/v1/' }], get: asking() },
      '/b': { servers: [{ url: '/' }], get: asking() },
    });
    expect(at).toEqual({ '/paths/~1a/get': '/upload/v1', '/paths/~1b/get': '/' });
    expect(servers).toEqual({
      '/upload/v1': { environment: 'ACME_UPLOAD_V1_URL' },
      '/': { environment: 'ACME_OTHER_URL' },
    });
  });

  test('follow the region by its name', () => {
    const regions = (host: string) => ['us', 'eu'].map((name) => ({ url: `https://${host}.${name}.test`, name }));
    const { servers } = of(
      { '/a': { servers: [...regions('up'), { url: 'https://up.x.test', name: 'x' }], get: asking() } },
      regions('api'),
    );
    expect(servers).toEqual({
      'https://up.us.test': { addresses: { eu: 'https://up.eu.test' }, environment: 'ACME_UP_URL' },
    });
  });

  test('share the variables of the API', () => {
    const variables = { sub: { default: 'acme' } };
    const main = [{ url: 'https://{sub}.test', variables }];
    const { at, made } = of(
      {
        '/a': { servers: [{ url: 'https://{sub}.test' }], get: asking() },
        '/b': { servers: [{ url: 'https://up.{sub}.test', variables }], get: asking() },
      },
      main,
    );
    expect(Object.values(at)).toEqual(['https://up.{sub}.test']);
    expect(Object.keys(made.connection.variables ?? {})).toEqual(['sub']);
  });
});
