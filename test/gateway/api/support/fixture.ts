import { expect } from 'vitest';
import { TOMBSTONE_LIFETIME } from '../../../../gateway/context/gateway-context.ts';
import { createSandbox } from '../../../../sandbox/index.ts';
import { ADMIN_KEY, type TestGateway, testGateway } from '../../support/gateway.ts';
import { describedApi } from './contract.ts';

const sandbox = createSandbox({ rateLimit: 1_000_000 });

/** Intercom with more than one workspace: the token `elsewhere` leads to another one, `refused` to none, `us-only` to none in Europe, `strange` to something else. */
const intercom: typeof fetch = async (input, init) => {
  const request = new Request(input, init);
  const token = request.headers.get('authorization')?.replace('Bearer ', '');
  const isEurope = new URL(request.url).port === '2';
  if (token === 'refused' || (token === 'us-only' && isEurope))
    return Response.json({ type: 'error.list', errors: [{ code: 'unauthorized', message: 'no' }] }, { status: 401 });
  if (token === 'down') throw new TypeError('connection refused');
  if (token === 'strange') return Response.json([]);
  const answer = await sandbox.fetch(request);
  if (token !== 'elsewhere') return answer;
  return new Response((await answer.text()).replaceAll('"fernhill"', '"elsewhere"'), answer);
};

const ANSWERED_ONCE = /imcp_(?:srv|api)_[\w-]{43}/;

/** A gateway whose answers are held against its document and searched for secrets. */
export async function startApi(): Promise<TestGateway> {
  const gateway = await testGateway({ fetch: intercom });
  const described = await describedApi(gateway);
  const api: TestGateway['api'] = async (method, path, body, headers) => {
    const answered = await described(method, path, body, headers);
    const text = JSON.stringify(answered.body);
    const rows = await Promise.all(
      (['accounts', 'servers', 'api_tokens'] as const).map((table) =>
        gateway.store.db.selectFrom(table).selectAll().execute(),
      ),
    );
    const hidden = rows
      .flat()
      .flatMap((row) => ['credential', 'digest'].flatMap((key) => (key in row ? [Object(row)[key]] : [])));
    for (const secret of ['secret-token', ADMIN_KEY, ...hidden]) expect(text).not.toContain(secret);
    const shows =
      method === 'POST' && (/\/mcp$|\/rotate$/.test(path) || path === '/api-token') && answered.status < 300;
    expect({ method, path, shown: ANSWERED_ONCE.test(text) }).toEqual({ method, path, shown: shows });
    return answered;
  };
  return { ...gateway, api };
}

/** Connects the sample workspace; answers the id of its account. */
export async function connect({ api }: TestGateway, more: object = {}): Promise<string> {
  return (await api('POST', '/integrated-account', { region: 'us', access_token: 'secret-token', ...more })).body.id;
}

/** Who did what in an account, newest first. */
export async function auditOf({ api }: TestGateway, id: string): Promise<unknown[]> {
  const { body } = await api('GET', `/integrated-account/${id}/audit`);
  return body.result.map(({ actor, action, status, mcp_id }: Record<string, unknown>) => ({
    actor,
    action,
    status,
    mcp_id,
  }));
}

/** An entry of {@link auditOf} about a change that the operator made. */
export function byAdmin(action: string, mcp_id: string | null = null) {
  return {
    actor: 'admin_key:environment',
    action,
    status: 'ok',
    mcp_id,
  };
}

/** All rows that the API can change. */
export function everything({ store: { db } }: TestGateway): Promise<unknown[]> {
  const tables = ['accounts', 'servers', 'tombstones', 'api_tokens', 'audit'] as const;
  return Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute()));
}

/** A token that ended now is known as revoked for as long as the gateway promises, and then forgotten. */
export async function expectGrave({ gateway, store, pass }: TestGateway, token: string): Promise<void> {
  const digest = gateway.context.digest(token);
  pass(TOMBSTONE_LIFETIME - 1);
  await gateway.sweep();
  expect(await store.servers.find(digest)).toEqual({ ended: 'revoked' });
  pass(1);
  await gateway.sweep();
  expect(await store.servers.find(digest)).toBeUndefined();
}
