import { expect, test } from 'vitest';
import type { Json } from '../../../generator/json/json-schema.ts';
import { settingsFromEnvironment } from '../../../runtime/auth/from-environment.ts';
import { answers, description } from './support/describe.ts';
import { type Generated, generated, type SendOptions } from './support/wire.ts';

const OPEN = { operationId: 'open', responses: answers() };

function described(servers: unknown, paths: Json = { '/x': { get: OPEN } }): Json {
  return { ...description(paths), servers };
}

/** The address of a call with the generated connection and what an environment sets of it. */
async function addressOf(
  made: Generated,
  environment: Record<string, string> = {},
  options: SendOptions = {},
): Promise<string> {
  const profile = { id: 'acme', name: 'Acme', connection: made.connection };
  return (
    await made.send(
      {},
      { profile, token: undefined, ...settingsFromEnvironment(made.connection, environment), ...options },
    )
  ).raw;
}

test('variables of an address are as they are described until somebody sets them', async () => {
  const variables = { sub: { default: 'acme' }, v: { default: 'v2', enum: ['v1', 'v2'] } };
  await using made = await generated({ doc: described([{ url: 'https://{sub}.example.test/{v}', variables }]) });
  expect(await addressOf(made)).toBe('https://acme.example.test/v2/x');
  expect(await addressOf(made, { ACME_SUB: 'ann', ACME_V: 'v1' })).toBe('https://ann.example.test/v1/x');
  expect(await addressOf(made, {}, { variables: { sub: 'bob' } })).toBe('https://bob.example.test/v2/x');
  await expect(addressOf(made, { ACME_V: 'v3' })).rejects.toMatchObject({
    name: 'ConfigError',
    help: 'Set ACME_V to one of v1, v2.',
  });
});

test('one of several servers is chosen by its name', async () => {
  const servers = [
    { url: 'https://api.example.test', description: 'Production' },
    { url: 'https://test.example.test/v1', description: 'Sandbox' },
  ];
  await using made = await generated({ doc: described(servers) });
  expect(await addressOf(made)).toBe('https://api.example.test/x');
  expect(await addressOf(made, { ACME_SERVER: 'sandbox' })).toBe('https://test.example.test/v1/x');
  expect(await addressOf(made, { ACME_SERVER: 'sandbox', ACME_BASE_URL: 'http://127.0.0.1:1/y' })).toBe(
    'http://127.0.0.1:1/y/x',
  );
});

test('an operation at another server goes there, and elsewhere where that is said', async () => {
  const servers = [{ url: 'https://upload.example.test/v1' }];
  const paths = { '/up': { servers, post: OPEN }, '/x': { get: { ...OPEN, operationId: 'other' } } };
  await using made = await generated({ doc: described([{ url: 'https://api.example.test/v1' }], paths) });
  const tool = made.catalog.find(({ path }) => path === '/up')?.name ?? '';
  expect(await addressOf(made, {}, { tool })).toBe('https://upload.example.test/v1/up');
  expect(await addressOf(made, { ACME_BASE_URL: 'https://proxy.test' }, { tool })).toBe(
    'https://upload.example.test/v1/up',
  );
  expect(await addressOf(made, { ACME_UPLOAD_URL: 'http://127.0.0.1:1' }, { tool })).toBe('http://127.0.0.1:1/up');
  await expect(addressOf(made, { ACME_BASE_URL: 'http://127.0.0.1:1' }, { tool })).rejects.toMatchObject({
    name: 'ConfigError',
    help: 'Give its address as well: servers["https://upload.example.test/v1"], for example from ACME_UPLOAD_URL.',
  });
});

test('the credential of the API goes to its other servers as well, and to no redirect', async () => {
  const doc = described([{ url: 'https://api.example.test' }], {
    '/up': { servers: [{ url: 'https://up.example.test' }], post: OPEN },
  });
  await using made = await generated({
    doc: {
      ...doc,
      security: [{ own: [] }],
      components: { securitySchemes: { own: { type: 'http', scheme: 'bearer' } } },
    },
  });
  const profile = { id: 'acme', name: 'Acme', connection: made.connection };
  const sent = await made.send({}, { profile, token: 't0ken' });
  expect([sent.url.host, sent.headers.get('authorization')]).toEqual(['up.example.test', 'Bearer t0ken']);
  const answer = () => new Response(null, { status: 307, headers: { Location: 'https://evil.test/' } });
  await expect(made.send({}, { profile, token: 't0ken', answer })).rejects.toThrow(
    'An unexpected redirect to evil.test was not followed.',
  );
});

test('a description that says no host needs a base URL, which is said', async () => {
  await using made = await generated({ doc: described([{ url: '/api/v3' }]) });
  expect(made.diagnostics).toContainEqual(expect.objectContaining({ code: 'SERVER_RELATIVE', severity: 'warning' }));
  await expect(addressOf(made)).rejects.toMatchObject({
    name: 'ConfigError',
    help: 'Give baseUrl, such as https://api.example.com/api/v3, for example from ACME_BASE_URL.',
  });
  expect(await addressOf(made, { ACME_BASE_URL: 'https://acme.test/api/v3/' })).toBe('https://acme.test/api/v3/x');
});

test('a server without https is refused until that is allowed', async () => {
  await using made = await generated({ doc: described([{ url: 'http://api.example.test' }]) });
  await expect(addressOf(made)).rejects.toMatchObject({
    name: 'ConfigError',
    help: expect.stringContaining('ACME_ALLOW_HTTP=1'),
  });
  expect(await addressOf(made, { ACME_ALLOW_HTTP: '1' })).toBe('http://api.example.test/x');
});
