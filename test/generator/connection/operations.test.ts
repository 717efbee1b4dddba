import { describe, expect, test } from 'vitest';
import type { Json } from '../../../generator/json/json-schema.ts';
import { asking, read, securityOf, withSchemes } from './support/read.ts';

const BASIC = { type: 'http', scheme: 'basic' };

function keyIn(place: string, name: string, more: Json = {}): Json {
  return { type: 'apiKey', in: place, name, ...more };
}
function oauth(...flows: readonly string[]): Json {
  const flow = { tokenUrl: 'https://acme.test/token', authorizationUrl: 'https://acme.test/login', scopes: {} };
  return { type: 'oauth2', flows: Object.fromEntries(flows.map((name) => [name, flow])) };
}

describe('operations', () => {
  const schemes = { a: keyIn('header', 'X-A'), o: oauth('clientCredentials') };
  function of(paths: Json, security?: unknown) {
    const made = read({ components: { securitySchemes: schemes }, ...(security !== undefined && { security }), paths });
    return { ...securityOf(made), own: Object.fromEntries(made.security) };
  }

  test('that ask for something else say so, and the credential is then looked for at the call', () => {
    const made = of(
      {
        '/a': { get: asking(), post: asking([{ o: ['write'] }]) },
        '/b': { get: asking() },
        '/login': { post: asking([]) },
      },
      [{ a: [] }],
    );
    expect(made).toMatchObject({ requirements: [['a']], varies: true });
    expect(made.own).toEqual({ '/paths/~1a/post': [['o']], '/paths/~1login/post': [] });
  });

  test('that all say the same say nothing', () => {
    const made = of({ '/a': { get: asking([{ a: [] }]), post: asking([{ a: [] }]) } });
    expect(made).toMatchObject({ requirements: [['a']], own: {} });
    expect(made).not.toHaveProperty('varies');
  });

  test('most of which say the same say it for the API', () => {
    const made = of({ '/a': { get: asking([{ a: [] }]), post: asking([{ a: [] }]) }, '/b': { get: asking() } });
    expect(made).toMatchObject({ requirements: [['a']], own: { '/paths/~1b/get': [] } });
  });

  test('that are said to be open say so, also where the API asks for nothing', () => {
    const made = read({ paths: { '/a': { get: asking([]), post: asking([{}]), put: asking() } } });
    expect(Object.fromEntries(made.security)).toEqual({ '/paths/~1a/get': [], '/paths/~1a/post': [] });
  });

  test('name the scopes that a token is asked for with', () => {
    const made = of({ '/a': { get: asking([{ o: ['read'] }]), post: asking([{ o: ['read', 'write'] }]) } });
    expect(made.schemes.o).toMatchObject({ scopes: ['read', 'write'] });
  });
});

describe('a parameter that is a key and that no scheme is declared for', () => {
  const parameter = (place: string, name: string, required: boolean) => ({
    in: place,
    name,
    required,
    schema: { type: 'string' },
  });

  test.each<[string, string, Json]>([
    ['query', 'api_key', { type: 'apiKey', in: 'query', name: 'api_key', environment: { key: 'ACME_API_KEY' } }],
    ['header', 'X-API-Key', { type: 'apiKey', in: 'header', name: 'X-API-Key', environment: { key: 'ACME_API_KEY' } }],
    [
      'header',
      'authorization',
      { type: 'apiKey', in: 'header', name: 'authorization', environment: { key: 'ACME_API_KEY' } },
    ],
  ])('in %s, %s, is sent by the client', (place, name, scheme) => {
    const parameters = [parameter(place, name, true)];
    const made = read({
      paths: { '/a': { parameters, get: asking() }, '/b': { get: asking(undefined, { parameters }) } },
    });
    expect(securityOf(made)).toEqual({ schemes: { [name]: scheme }, requirements: [[name]] });
  });

  test('is optional where the parameter is, and beside what is asked for', () => {
    const parameters = [parameter('query', 'access_token', false)];
    const document = withSchemes({ own: BASIC });
    const made = read({ ...document, paths: { '/a': { get: asking(undefined, { parameters }) } } });
    expect(securityOf(made).requirements).toEqual([['own', 'access_token'], ['own']]);
  });

  test('is none where a scheme is declared for that place', () => {
    const parameters = [parameter('header', 'x-api-KEY', true)];
    const document = withSchemes({ own: keyIn('header', 'X-Api-Key') });
    const made = read({ ...document, paths: { '/a': { get: asking(undefined, { parameters }) } } });
    expect(Object.keys(securityOf(made).schemes)).toEqual(['own']);
  });
});
