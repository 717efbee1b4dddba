import { describe, expect, test } from 'vitest';
import { openServers, type ServerOptions } from '../../../runtime/http/servers.ts';
import type { Connection } from '../../../runtime/profile/connection.ts';

const connection = {
  addresses: { us: 'https://{sub}.acme.test/{version}', eu: 'https://{sub}.eu.acme.test' },
  defaultRegion: 'us',
  variables: {
    sub: { default: 'api', environment: 'ACME_SUB' },
    version: { default: 'v2', enum: ['v1', 'v2'] },
    tenant: { environment: 'ACME_TENANT' },
  },
  servers: {
    'https://upload.acme.test': { addresses: { eu: 'https://upload.eu.acme.test' }, environment: 'ACME_UPLOAD_URL' },
    'https://{tenant}.acme.test': {},
  },
  authentication: 'none',
  environment: { baseUrl: 'ACME_BASE_URL', allowHttp: 'ACME_ALLOW_HTTP' },
} as const satisfies Connection;

function openAt(options: ServerOptions, own: Partial<Connection> = {}) {
  return openServers(options, { name: 'Acme', connection: { ...connection, ...own } });
}

function addressOf(server: string | undefined, options: ServerOptions, own: Partial<Connection> = {}): string {
  return openAt(options, own).of({ name: 'operate', ...(server !== undefined && { server }) }).href;
}

const UPLOAD = 'https://upload.acme.test';
const LOCAL = 'http://127.0.0.1:4010/mock';

test.each<[string, string | undefined, ServerOptions, string]>([
  ['the API, with its variables as they are', undefined, {}, 'https://api.acme.test/v2'],
  [
    'the API, with variables that are set',
    undefined,
    { variables: { sub: 'x', version: 'v1' } },
    'https://x.acme.test/v1',
  ],
  ['the API in another region', undefined, { region: 'eu' }, 'https://api.eu.acme.test/'],
  ['the API elsewhere', undefined, { baseUrl: 'https://proxy.test/acme/' }, 'https://proxy.test/acme'],
  ['another server', UPLOAD, {}, 'https://upload.acme.test/'],
  ['another server in another region', UPLOAD, { region: 'eu' }, 'https://upload.eu.acme.test/'],
  [
    'another server, whatever the base URL',
    UPLOAD,
    { baseUrl: 'https://proxy.test/acme' },
    'https://upload.acme.test/',
  ],
  ['another server that was replaced', UPLOAD, { servers: { [UPLOAD]: `${LOCAL}/` } }, LOCAL],
  [
    'another server with a variable',
    'https://{tenant}.acme.test',
    { variables: { tenant: 'ann' } },
    'https://ann.acme.test/',
  ],
  ['another path of the API', '/upload/v1/', {}, 'https://api.acme.test/upload/v1'],
  ['another path of an own address', '/upload', { baseUrl: LOCAL }, 'http://127.0.0.1:4010/upload'],
  ['a path without a slash', 'upload', {}, 'https://api.acme.test/upload'],
  ['a host without a scheme', '//files.acme.test/v1', {}, 'https://files.acme.test/v1'],
  ['a server that the connection does not know', 'https://else.test/a', {}, 'https://else.test/a'],
])('a call goes to %s', (_, server, options, address) => {
  expect(addressOf(server, options)).toBe(address);
});

describe('an address that cannot be used is refused, with what to do', () => {
  test.each<[string, string | undefined, ServerOptions, Partial<Connection>, string, string]>([
    [
      'a variable without a value',
      'https://{tenant}.acme.test',
      {},
      {},
      'The address of Acme needs to know "tenant".',
      'Set ACME_TENANT.',
    ],
    [
      'a value of none',
      undefined,
      { variables: { version: 'v3' } },
      {},
      '"version" of the address of Acme cannot be "v3". Did you mean "v1" or "v2"?',
      'Set variables["version"] to one of v1, v2.',
    ],
    [
      'a variable that is none',
      undefined,
      { variables: { su: 'x' } },
      {},
      'The addresses of Acme have no variable "su". Did you mean "sub"?',
      'They have sub, version, tenant.',
    ],
    [
      'a server that is none',
      undefined,
      { servers: { 'https://uplod.acme.test': LOCAL } },
      {},
      'No tool of Acme is at the server "https://uplod.acme.test". Did you mean "https://upload.acme.test"?',
      'Tools are at https://upload.acme.test, https://{tenant}.acme.test.',
    ],
    [
      'a path alone',
      undefined,
      {},
      { addresses: { default: '/api/v3/' }, defaultRegion: 'default' },
      'The description of Acme says of its address only that it is "/api/v3/".',
      'Give baseUrl, such as https://api.example.com/api/v3, for example from ACME_BASE_URL.',
    ],
    [
      'no more than a slash',
      undefined,
      {},
      { addresses: { default: '/' }, defaultRegion: 'default' },
      'The description of Acme says of its address only that it is "/".',
      'Give baseUrl, such as https://api.example.com, for example from ACME_BASE_URL.',
    ],
    [
      'http',
      undefined,
      {},
      { addresses: { us: 'http://acme.test' } },
      'The address of Acme, acme.test, is described with http:// alone, which anybody on the way can read.',
      'Give baseUrl with https, for example from ACME_BASE_URL. Where the API has no other, allow it with the option allowHttp, or with ACME_ALLOW_HTTP=1.',
    ],
    [
      'http at another server',
      'http://files.acme.test',
      {},
      {},
      'The address of Acme, files.acme.test, is described with http:// alone, which anybody on the way can read.',
      'Give baseUrl with https, for example from ACME_BASE_URL. Where the API has no other, allow it with the option allowHttp, or with ACME_ALLOW_HTTP=1.',
    ],
    [
      'the real server beside a stand-in',
      UPLOAD,
      { baseUrl: LOCAL },
      {},
      'baseUrl is on this machine, and operate of Acme is at upload.acme.test.',
      'Give its address as well: servers["https://upload.acme.test"], for example from ACME_UPLOAD_URL.',
    ],
    [
      'another scheme',
      undefined,
      {},
      { addresses: { us: 'wss://acme.test' } },
      'The address of Acme, acme.test, is described with wss:// alone, which anybody on the way can read.',
      'Give baseUrl with https, for example from ACME_BASE_URL. Where the API has no other, allow it with the option allowHttp, or with ACME_ALLOW_HTTP=1.',
    ],
  ])('%s', (_, server, options, own, message, help) => {
    expect(() => addressOf(server, options, own)).toThrow(
      expect.objectContaining({ name: 'ConfigError', message, help }),
    );
  });
});

test('http to another machine is used where it is allowed', () => {
  const own = { addresses: { us: 'http://acme.test/v1' } };
  expect(addressOf(undefined, { allowHttp: true }, own)).toBe('http://acme.test/v1');
  expect(addressOf(undefined, { allowHttp: true, baseUrl: 'http://10.0.0.1:80/x' })).toBe('http://10.0.0.1/x');
  expect(() => addressOf(undefined, { baseUrl: 'http://10.0.0.1/x' })).toThrow(
    'The base URL is neither https nor http',
  );
});

test.each([
  ['https://{part}.acme.test', 'evil.test/'],
  ['https://{part}.acme.test', 'evil.test?'],
  ['https://{part}.acme.test', 'ann:secret@evil.test#'],
  ['https://{part}.acme.test', 'evil.test\\\\'],
  ['https://acme.test:{part}/v1', '1@evil.test'],
  ['{part}://{part}.acme.test', 'https://evil.test/'],
  ['https://acme.test/{part}', '../admin'],
  ['https://acme.test/{part}', 'a?b=c'],
])('a variable of %s cannot be %s, which leads elsewhere', (address, part) => {
  const own = { addresses: { us: address }, variables: { part: { environment: 'ACME_PART' } } };
  expect(() => addressOf(undefined, { variables: { part } }, own)).toThrow(
    expect.objectContaining({
      message: '"part" of the address of Acme holds characters that lead elsewhere.',
      help: `Set ACME_PART to that part of ${address} alone.`,
    }),
  );
});

test.each([
  ['https://{part}/v1', 'acme.test:8443', 'https://acme.test:8443/v1'],
  ['{part}/v1', 'https://acme.test', 'https://acme.test/v1'],
  ['https://acme.test/{part}', 'a/b', 'https://acme.test/a/b'],
  ['https://acme.test:{part}/v1', '8443', 'https://acme.test:8443/v1'],
])('a variable of %s may be %s', (address, part, filled) => {
  const own = { addresses: { us: address }, variables: { part: {} } };
  expect(addressOf(undefined, { variables: { part } }, own)).toBe(filled);
});

test('names that every object has are no variables, servers or regions', () => {
  expect(() => addressOf('https://{constructor}.test', {})).toThrow('needs to know "constructor"');
  expect(() => addressOf(undefined, { region: 'toString' })).toThrow('Unknown region "toString".');
  expect(addressOf('constructor', {})).toBe('https://api.acme.test/constructor');
});
