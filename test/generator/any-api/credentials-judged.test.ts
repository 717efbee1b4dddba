import { expect, test } from 'vitest';
import type { Json } from '../../../generator/json/json-schema.ts';
import type { Auth } from '../../../runtime/profile/security.ts';
import { swaggerRequest } from '../../judges/request-judges.ts';
import { answers, description } from './support/describe.ts';
import { generated } from './support/wire.ts';

const USER = { username: 'ann', password: 'p:w' };
const AUTH: Auth = { header: 'k3y', query: 'a b&c', bearer: 't0ken', basic: USER, oauth: 'acc3ss', oidc: 'id3ntity' };

/** The same credentials as Swagger's client takes them. */
const AUTHORIZED = {
  ...AUTH,
  basic: { value: USER },
  oauth: { token: { access_token: AUTH.oauth, token_type: 'bearer' } },
  oidc: { token: { access_token: AUTH.oidc } },
};

const SCHEMES = {
  header: { type: 'apiKey', in: 'header', name: 'X-Acme-Key' },
  query: { type: 'apiKey', in: 'query', name: 'acme key' },
  bearer: { type: 'http', scheme: 'bearer' },
  basic: { type: 'http', scheme: 'Basic' },
  oauth: { type: 'oauth2', flows: { clientCredentials: { tokenUrl: 'https://api.example.test/token', scopes: {} } } },
  oidc: { type: 'openIdConnect', openIdConnectUrl: 'https://api.example.test/.well-known' },
};

/** Requirements that each leave no choice: where there is one, Swagger's client sends all at once. */
const REQUIREMENTS: readonly Json[] = [
  { header: [] },
  { query: [] },
  { bearer: [] },
  { basic: [] },
  { oauth: ['read'] },
  { oidc: [] },
  { header: [], query: [] },
  { header: [], query: [], basic: [] },
];

test('credentials stand where Swagger’s client has them, for operations that ask for each', async () => {
  const parameters = [{ name: 'q', in: 'query', schema: { type: 'string' } }];
  const paths = Object.fromEntries(
    [...REQUIREMENTS.map((one) => [one]), []].map((security, at) => [
      `/x${at}`,
      { get: { operationId: `open${at}`, parameters, security, responses: answers() } },
    ]),
  );
  const doc = description(paths, { security: [REQUIREMENTS[0]], components: { securitySchemes: SCHEMES } });
  await using made = await generated({ doc });
  const profile = { id: 'acme', name: 'Acme', connection: made.connection };
  for (const [at, path] of Object.keys(paths).entries()) {
    const tool = made.catalog.find((entry) => entry.path === path)?.name ?? '';
    const sent = await made.send({ q: 'a b' }, { tool, profile, auth: AUTH, token: undefined });
    const judge = swaggerRequest({
      spec: doc,
      operationId: `open${at}`,
      parameters: { q: 'a b' },
      securities: { authorized: AUTHORIZED },
    });
    const query = new URL(judge.url).searchParams;
    expect([path, Object.fromEntries(sent.url.searchParams)]).toEqual([path, Object.fromEntries(query)]);
    const headers = new Headers(judge.headers);
    for (const name of ['authorization', 'x-acme-key', 'cookie'])
      expect([path, name, sent.headers.get(name)]).toEqual([path, name, headers.get(name)]);
  }
});
