import { once } from 'node:events';
import { connect as connectSocket } from 'node:net';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { createAuditLink } from '../../gateway/audit/audit-entry.ts';
import { verifyChain } from '../../gateway/audit/verify-chain.ts';
import { serveGateway } from '../../gateway/index.ts';
import { createKeyring } from '../../gateway/secrets/keyring.ts';
import { readSharedSecrets } from '../../gateway/secrets/shared-secrets.ts';
import { hostIntercom } from '../../intercom/hosting.ts';
import { readAnswer } from '../support/mcp-post.ts';
import { type Engine, engines } from './support/engines.ts';
import { ADMIN_KEY, KEYS } from './support/gateway.ts';
import { openTestStore, type TestStore } from './support/open-test-store.ts';
import { askApi, type GatewayProcess, startGateway } from './support/process.ts';
import {
  call,
  connect,
  createThrough,
  type Era,
  listenWorkspace,
  type Made,
  namesOf,
  search,
  send,
} from './support/workspaces.ts';

/** Everything that was acknowledged before the process ended. */
interface Acknowledged {
  readonly servers: Made[];
  readonly revoked: Made[];
  readonly apiTokens: string[];
  /** Numbers of the calls that were answered, and what they were calls of. */
  readonly calls: Map<number, Made>;
}

/** Writes and calls, several at once, until the process does not answer any more; `enough` is told after each. */
async function work(gateway: GatewayProcess, accountId: string, enough: (sofar: Acknowledged) => void) {
  const done: Acknowledged = { servers: [], revoked: [], apiTokens: [], calls: new Map() };
  let number = 0;
  const lane = async (): Promise<void> => {
    for (;;) {
      const server = await createThrough(gateway, accountId);
      done.servers.push(server);
      for (let turn = 0; turn < 3; turn += 1) {
        number += 1;
        const mine = number;
        const { status, names } = await call({ through: gateway, token: server.token }, mine);
        expect({ status, names }).toEqual({ status: 200, names: ['Contact of us'] });
        done.calls.set(mine, server);
        enough(done);
      }
      const made = await gateway.api('POST', '/api-token', { name: 'Second factor', integrated_account_id: null });
      done.apiTokens.push(made.body.id);
      const doomed = await createThrough(gateway, accountId);
      await gateway.api('DELETE', doomed.path);
      done.revoked.push(doomed);
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: 8 }, lane));
  const faults = ended.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  // What ends a lane is that nobody answers, and nothing else.
  expect(faults.filter((fault) => !(fault instanceof TypeError))).toEqual([]);
  return done;
}

/** Calls in the audit log by the workspace's id of their answer, after a look at the counters: they add up to them. */
async function auditedCalls(store: TestStore): Promise<Map<string, string | null>> {
  const rows = await store.db.selectFrom('audit').selectAll().where('action', '=', 'tools/call').execute();
  for (const scope of ['gateway', 'account:', 'server:']) {
    const counters = await store.db
      .selectFrom('call_counters')
      .select(['span', 'calls'])
      .where(sql<boolean>`scope like ${`${scope}%`}`)
      .where('tool', '=', '')
      .execute();
    for (const span of ['hour', 'day'])
      expect(counters.reduce((sum, row) => sum + (row.span === span ? row.calls : 0), 0)).toBe(rows.length);
  }
  const byRequest = new Map(rows.map(({ request_id, server_id }) => [request_id ?? '', server_id]));
  expect(byRequest.size).toBe(rows.length);
  return byRequest;
}

/** True where nobody listens at an address any more. */
async function isRefused({ url }: { url: string }): Promise<boolean> {
  const { hostname, port } = new URL(url);
  const socket = connectSocket(Number(port), hostname);
  try {
    await once(socket, 'connect');
    return false;
  } catch {
    return true;
  } finally {
    socket.destroy();
  }
}

describe.each(engines)('a gateway process on $name', (engine: Engine) => {
  test.skipIf(!engine.isThere)('killed under load: after a restart all that it acknowledged is there', async () => {
    await using place = await engine.place();
    await using workspace = await listenWorkspace('Contact of us');
    const settings = { store: place.address, upstreams: { us: workspace.url } };
    await using killed = await startGateway(settings);
    const accountId = await connect(killed, 'us');
    const done = await work(killed, accountId, ({ calls }) => {
      if (calls.size === 150) void killed.end('SIGKILL');
    });
    expect(await killed.end('SIGKILL')).toBeNull();
    expect(done.revoked.length).toBeGreaterThan(0);

    await using again = await startGateway(settings);
    for (const { path, token } of done.servers) {
      expect((await again.api('GET', path)).status).toBe(200);
      expect((await send({ through: again, token }, 'server/discover', {})).status).toBe(200);
    }
    for (const { path, token } of done.revoked) {
      expect((await again.api('GET', path)).status).toBe(404);
      expect((await send({ through: again, token }, 'server/discover', {})).status).toBe(410);
    }
    for (const id of done.apiTokens) expect((await again.api('GET', `/api-token/${id}`)).status).toBe(200);

    await using store = await openTestStore(place.address);
    const audited = await auditedCalls(store);
    for (const [number, server] of done.calls) {
      const ids = workspace.answered.get(number) ?? [];
      expect(ids).toHaveLength(1);
      expect(audited.get(ids[0] ?? '')).toBe(server.id);
    }
    const { digest } = await readSharedSecrets(store, createKeyring(KEYS));
    expect((await verifyChain(store, createAuditLink(digest))).problems).toEqual([]);
    const written = await store.db.selectFrom('audit').selectAll().where('action', 'like', 'server.%').execute();
    const has = (action: string, { id }: Made) =>
      written.filter((row) => row.action === action && row.server_id === id).length;
    expect(done.servers.filter((server) => has('server.create', server) !== 1)).toEqual([]);
    expect(done.revoked.filter((server) => has('server.delete', server) !== 1)).toEqual([]);
  });

  test.skipIf(!engine.isThere)(
    'killed in the middle of a write: the log says that it went out, and is whole',
    async () => {
      const { promise: released, resolve: release } = Promise.withResolvers<void>();
      await using place = await engine.place();
      await using workspace = await listenWorkspace('Contact of us', released);
      await using gateway = await startGateway({ store: place.address, upstreams: { us: workspace.url } });
      const { id, token } = await createThrough(gateway, await connect(gateway, 'us'), { methods: ['write'] });
      const write = { name: 'create_a_intercom_contact', arguments: { role: 'user', email: 'call-1@nobody.example' } };
      const lost = send({ through: gateway, token }, 'tools/call', write).then(readAnswer, (error: unknown) => error);
      await workspace.reached(1);
      await gateway.end('SIGKILL');
      release();
      expect(await lost).toBeInstanceOf(Error);

      await using store = await openTestStore(place.address);
      const { digest } = await readSharedSecrets(store, createKeyring(KEYS));
      const { problems, unfinished } = await verifyChain(store, createAuditLink(digest));
      expect(problems).toEqual([]);
      expect(unfinished).toMatchObject([{ server_id: id, tool: write.name, status: 'begun', address: '127.0.0.1' }]);
    },
  );

  test.skipIf(!engine.isThere)('told to end: calls in flight are answered, nobody else is', async () => {
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    await using place = await engine.place();
    await using workspace = await listenWorkspace('Contact of us', released);
    await using gateway = await startGateway({ store: place.address, upstreams: { us: workspace.url } });
    const { token } = await createThrough(gateway, await connect(gateway, 'us'));
    // A subscription has nothing to tell, and a connection that was opened ahead of use nothing to send.
    const subscription = await send({ through: gateway, token }, 'subscriptions/listen', {
      notifications: { toolsListChanged: true },
    });
    expect(subscription.status).toBe(200);
    const { hostname, port } = new URL(gateway.url);
    const unused = connectSocket(Number(port), hostname);
    await once(unused, 'connect');
    // A call that lasts: its answer has begun before the end.
    const lasting = await send({ through: gateway, token, era: 'legacy' }, 'tools/call', search(0));
    expect(lasting.status).toBe(200);
    const eras: Era[] = ['modern', 'legacy'];
    const calls = Array.from({ length: 20 }, (_, index) =>
      call({ through: gateway, token, era: eras[index % 2] ?? 'modern' }, index + 1),
    );
    await workspace.reached(calls.length + 1);

    const ended = gateway.end('SIGTERM');
    while (!(await isRefused(gateway)));
    release();
    // Whoever sends more by a kept connection would be answered by one that is about to end.
    const expected = { status: 200, names: [workspace.name], isKept: false };
    expect(await Promise.all(calls)).toEqual(calls.map(() => expected));
    expect(namesOf(await readAnswer(lasting))).toEqual([workspace.name]);
    const answered = performance.now();
    expect(await ended).toBe(0);
    // It waits for nothing that will not come. The client itself ends a kept connection after four seconds.
    expect(performance.now() - answered).toBeLessThan(3000);
    expect(gateway.complaint()).toBe('');
    await subscription.text();
    unused.destroy();

    await using store = await openTestStore(place.address);
    const audited = await auditedCalls(store);
    expect([...audited.keys()].sort()).toEqual([...workspace.answered.values()].flat().sort());
    expect(audited.size).toBe(calls.length + 1);
  });

  test.skipIf(!engine.isThere)('out of patience: calls that are given up are written down', async () => {
    await using place = await engine.place();
    // It never answers.
    await using workspace = await listenWorkspace('Contact of us', new Promise(() => {}));
    await using store = await openTestStore(place.address);
    const apis = [hostIntercom({ addresses: { us: workspace.url } })];
    await using gateway = await serveGateway({ store, apis, keys: KEYS, adminKey: ADMIN_KEY });
    const api: GatewayProcess['api'] = (method, path, body) => askApi(new URL(path, gateway.url), method, body);
    const { token } = await createThrough({ api }, await connect({ api }, 'us'));
    const eras: Era[] = ['modern', 'legacy'];
    const calls = Array.from({ length: 10 }, (_, number) =>
      call({ through: gateway, token, era: eras[number % 2] ?? 'modern' }, number),
    );
    const given = Promise.allSettled(calls);
    await workspace.reached(calls.length);
    await gateway.close(0);
    const rows = await store.db.selectFrom('audit').select('status').where('action', '=', 'tools/call').execute();
    expect(rows).toEqual(calls.map(() => ({ status: 'cancelled' })));
    expect((await given).filter(({ status }) => status === 'fulfilled')).toEqual([]);
  });
});
