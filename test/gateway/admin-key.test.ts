import { describe, expect, test } from 'vitest';
import { createGateway, type GatewayOptions } from '../../gateway/index.ts';
import type { Store } from '../../gateway/store/contract/store.ts';
import { hostIntercom } from '../../intercom/hosting.ts';
import { ConfigError } from '../../runtime/value/errors.ts';
import { type Engine, emptyStore, engines } from './support/engines.ts';
import { ADMIN_KEY, KEYS, PUBLIC_URL } from './support/gateway.ts';
import { type GatewayProcess, startGateway } from './support/process.ts';

/** For which a process remembers the key, in milliseconds. */
const HALF_A_SECOND = 500;

/** What a gateway answers somebody with this key. */
async function statusOf({ url }: Pick<GatewayProcess, 'url'>, key: string): Promise<number> {
  const response = await fetch(new URL('/audit', url), { headers: { authorization: `Bearer ${key}` } });
  await response.arrayBuffer();
  return response.status;
}

/**
 * Asks again and again until the status is this one; answers when the last question with another one began: however busy
 * the machine is, that is no later than the moment for which it was right.
 */
async function until(status: number, ask: () => Promise<number>): Promise<number> {
  const started = Date.now();
  for (let last = Number.NEGATIVE_INFINITY; ; ) {
    const began = Date.now();
    if ((await ask()) === status) return last;
    if (began - started > 20_000) throw new Error(`it is not answered with ${status}`);
    last = began;
  }
}

async function keyLines(store: Store) {
  const { rows } = await store.audit.list({}, { limit: 100 });
  return rows.filter(({ action }) => action.startsWith('admin_key.'));
}

function open(store: Store, options: Partial<GatewayOptions> = {}) {
  return createGateway({ apis: [hostIntercom()], store, keys: KEYS, publicUrl: PUBLIC_URL, ...options });
}

function ask(gateway: { fetch: (request: Request) => Promise<Response> }, key: string | undefined) {
  const headers = { authorization: `Bearer ${key}` };
  return gateway.fetch(new Request(`${PUBLIC_URL}/audit`, { headers })).then(({ status }) => status);
}

describe.each(engines)('the admin key on $name', (engine: Engine) => {
  describe.skipIf(!engine.isThere)('is', () => {
    test('another one in every process half a second after one made it, and after a restart', async () => {
      await using place = await emptyStore(engine);
      const { store, address } = place;
      const start = (adminKey: 'stored' | 'new') => startGateway({ store: address, upstreams: {}, adminKey });
      await using processes = new AsyncDisposableStack();
      const [a, b] = await Promise.all([start('stored'), start('stored')]);
      for (const one of [a, b]) processes.use(one);
      const made = [a.createdKey, b.createdKey].filter((key) => key !== undefined);
      expect(made).toEqual([expect.stringMatching(/^imcp_adm_/)]);
      const [old = ''] = made;
      for (const one of [a, b]) expect(await statusOf(one, old)).toBe(200);

      const ended = [a, b].map((one) => until(401, () => statusOf(one, old)));
      const c = processes.use(await start('new'));
      const { createdKey: fresh = '' } = c;
      const taken = [a, b].map((one) => until(200, () => statusOf(one, fresh)));
      const [created, rotated] = (await keyLines(store)).reverse();
      const since = rotated?.at ?? Number.NaN;
      // A machine that does other things beside it is late by as much again.
      for (const last of [...(await Promise.all(ended)), ...(await Promise.all(taken))])
        expect(last - since).toBeLessThanOrEqual(2 * HALF_A_SECOND);
      for (const one of [a, b, c])
        expect([await statusOf(one, old), await statusOf(one, fresh)], 'old and new').toEqual([401, 200]);

      const line = { actor: 'system', status: 'ok', account_id: null, server_id: null, tool: null, arguments: null };
      expect(created).toMatchObject({ ...line, action: 'admin_key.create' });
      expect(rotated).toMatchObject({ ...line, action: 'admin_key.rotate' });
      await Promise.all([a, b, c].map(({ end }) => end('SIGTERM')));
      const again = processes.use(await start('stored'));
      expect(again.createdKey).toBe(undefined);
      expect([await statusOf(again, old), await statusOf(again, fresh)]).toEqual([401, 200]);
      expect(await keyLines(store)).toHaveLength(2);
    });

    test('read once for many requests, and anew after a change of this process', async () => {
      await using place = await emptyStore(engine);
      let reads = 0;
      const adminKeys: Store['adminKeys'] = {
        ...place.store.adminKeys,
        find: (digest) => {
          reads += 1;
          return place.store.adminKeys.find(digest);
        },
      };
      await using gateway = await open({ ...place.store, adminKeys });
      const old = gateway.createdAdminKey;
      const began = performance.now();
      for (let count = 0; count < 50; count += 1) expect(await ask(gateway, old)).toBe(200);
      expect(reads).toBeLessThanOrEqual(1 + Math.floor((performance.now() - began) / HALF_A_SECOND));
      await using other = await open(place.store, { renewAdminKey: true });
      gateway.context.changed();
      expect([await ask(gateway, old), await ask(gateway, other.createdAdminKey)]).toEqual([401, 200]);
    });

    test.each([true, false])(
      'judged when the whole request is there, with its length said first: %s',
      async (isSaid) => {
        await using place = await emptyStore(engine);
        await using gateway = await open(place.store);
        const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
        const writer = writable.getWriter();
        const body = new TextEncoder().encode('{"name":"Second factor"}');
        const headers = {
          authorization: `Bearer ${gateway.createdAdminKey}`,
          'content-type': 'application/json',
          ...(isSaid && { 'content-length': String(body.length) }),
        };
        const request = { method: 'POST', headers, body: readable, duplex: 'half' } as const;
        const answer = gateway.fetch(new Request(`${PUBLIC_URL}/api-token`, request));
        // Taken once somebody reads, who has seen the key by then.
        await writer.write(body.subarray(0, 5));
        await using _other = await open(place.store, { renewAdminKey: true });
        gateway.context.changed();
        await writer.write(body.subarray(5));
        await writer.close();
        expect((await answer).status).toBe(401);
        expect((await place.store.apiTokens.list({ limit: 10 })).rows).toEqual([]);
      },
    );

    test('not taken while the store cannot say it, and taken once it can', async () => {
      await using place = await emptyStore(engine);
      let isAway = true;
      const adminKeys: Store['adminKeys'] = {
        ...place.store.adminKeys,
        find: (digest) => (isAway ? Promise.reject(new Error('away')) : place.store.adminKeys.find(digest)),
      };
      await using gateway = await open({ ...place.store, adminKeys });
      expect(await ask(gateway, gateway.createdAdminKey)).toBeGreaterThanOrEqual(500);
      isAway = false;
      expect(await ask(gateway, gateway.createdAdminKey)).toBe(200);
    });

    test('none where its row was deleted', async () => {
      await using place = await emptyStore(engine);
      await using gateway = await open(place.store);
      await place.store.db.deleteFrom('admin_keys').execute();
      for (const key of [gateway.createdAdminKey, '', 'undefined', 'null']) expect(await ask(gateway, key)).toBe(401);
    });

    test.each<[string, Partial<GatewayOptions>, RegExp]>([
      ['that can be guessed', { adminKey: 'a'.repeat(24) }, /^GATEWAY_ADMIN_KEY repeats/],
      ['beside a new one', { adminKey: ADMIN_KEY, renewAdminKey: true }, /^GATEWAY_ADMIN_KEY is set/],
    ])('not one of the operator %s, and nothing is changed', async (_, options, expected) => {
      await using place = await emptyStore(engine);
      const refused = async () => {
        const error = await open(place.store, options).catch((thrown: unknown) => thrown);
        if (!(error instanceof ConfigError)) throw new Error(`it is taken: ${String(error)}`);
        expect(error.message).toMatch(expected);
        expect(error.message + error.help).not.toContain(options.adminKey);
      };
      await refused();
      expect(await place.store.settings.all()).toEqual([]);
      await using gateway = await open(place.store);
      const before = await place.store.settings.all();
      await refused();
      expect(await place.store.settings.all()).toEqual(before);
      expect(await ask(gateway, gateway.createdAdminKey)).toBe(200);
      expect(await keyLines(place.store)).toHaveLength(1);
    });

    test('that of the operator alone where there is one, and that of the store stays', async () => {
      await using place = await emptyStore(engine);
      await using gateway = await open(place.store);
      await using own = await open(place.store, { adminKey: ADMIN_KEY });
      expect(own.createdAdminKey).toBe(undefined);
      expect([await ask(own, ADMIN_KEY), await ask(own, gateway.createdAdminKey)]).toEqual([200, 401]);
      expect([await ask(gateway, ADMIN_KEY), await ask(gateway, gateway.createdAdminKey)]).toEqual([401, 200]);
    });
  });
});
