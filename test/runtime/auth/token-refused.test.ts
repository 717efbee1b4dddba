import { expect, test } from 'vitest';
import { createClient } from '../../../runtime/client.ts';
import type { Reply } from '../../support/recorder.ts';
import { getThing } from '../../support/sample-tools.ts';
import { carried, granted, open } from './support/token-server.ts';

const LEAK = 'the secret is s3cret:ü/+';
const CHECK = 'Check ACME_CLIENT_ID and ACME_CLIENT_SECRET, and that the client may fetch tokens by itself.';

test.each<[string, Reply, string, string, string]>([
  [
    'id or secret',
    { status: 401, body: { error: 'invalid_client', error_description: LEAK } },
    'ConfigError',
    'invalid_client',
    CHECK,
  ],
  [
    'the scopes',
    { status: 400, body: { error: 'invalid_scope' } },
    'ConfigError',
    'invalid_scope',
    'Ask for scopes that the client may have (ACME_SCOPES), or for none.',
  ],
  ['in a text of its own', { status: 400, body: { error: LEAK } }, 'ConfigError', 'HTTP status 400', CHECK],
  ['in another form', { status: 403, body: LEAK }, 'ConfigError', 'HTTP status 403', CHECK],
  [
    'for too many requests',
    { status: 429, body: {} },
    'NetworkError',
    'HTTP status 429',
    'Call again in a little while.',
  ],
  [
    'for a fault of its own',
    { status: 503, body: LEAK },
    'NetworkError',
    'HTTP status 503',
    'Call again in a little while.',
  ],
  ['with a page', { body: '<html>' }, 'ResponseError', 'no access token', 'Check the address of the token endpoint.'],
  [
    'with another object',
    { body: { token: LEAK } },
    'ResponseError',
    'no access token',
    'Check the address of the token endpoint.',
  ],
  [
    'with a redirect',
    { status: 302, headers: { Location: 'https://else.test/' } },
    'ResponseError',
    'no access token',
    'Check the address of the token endpoint.',
  ],
])('an endpoint that refuses %s is said to, without its words and the secret', async (_, reply, name, reason, help) => {
  await using at = await open({ token: () => reply });
  const error = await at.call().catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name, message: expect.stringContaining(reason), help });
  expect(JSON.stringify([error, String(error)])).not.toContain('s3cret');
  expect(carried(at.server)).toEqual([]);
});

test('an endpoint that does not answer is given up in time, and asked again by the next call', async () => {
  await using at = await open({ token: (request, nth) => (nth === 1 ? undefined : granted(request, nth)) });
  await expect(at.call()).rejects.toMatchObject({ name: 'TimeoutError', code: 'timeout' });
  await at.call();
  expect(carried(at.server)).toEqual(['Bearer fetched-token-2']);
});

test.each([
  [
    'http://acme.test/token',
    'The address of Acme, acme.test, is described with http:// alone, which anybody on the way can read.',
  ],
  ['https://acme.test/token', 'baseUrl is on this machine, and the token endpoint of Acme is at acme.test.'],
  ['https://{tenant}.acme.test/token', 'The address of Acme needs to know "tenant".'],
])('no secret is sent to %s', async (tokenUrl, message) => {
  const connection = {
    addresses: {},
    authentication: { schemes: { client: { type: 'clientCredentials', tokenUrl } }, requirements: [['client']] },
  } as const;
  const client = createClient({
    profile: { id: 'acme', name: 'Acme', connection },
    baseUrl: 'http://127.0.0.1:9',
    auth: { client: { clientId: 'id', clientSecret: 's3cret' } },
    fetch: () => Promise.reject(new Error('sent')),
  });
  await expect(client.exchange(getThing, { thing_id: 1 })).rejects.toMatchObject({ name: 'ConfigError', message });
});
