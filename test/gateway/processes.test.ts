import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readAnswer } from '../support/mcp-post.ts';
import { callWhileChanging } from './support/clients.ts';
import { type Engine, engines } from './support/engines.ts';
import { type Pair, startPair } from './support/pair.ts';
import { call, createThrough, type Era, send } from './support/workspaces.ts';

const ERAS: readonly Era[] = ['modern', 'legacy'];

/** Within which every process sees a change, in milliseconds. */
const SECOND = 1000;

/** By how much the time of a process may differ from the database's: half of the slowest answer by which it sets its own. */
const VAGUE = SECOND / 2;

let count = 0;
function nextNumber(): number {
  count += 1;
  return count;
}

/** Asks again and again until the status is another; answers it, and how long after the start the last question with the old one began. */
async function changed(from: number, ask: () => Promise<{ readonly status: number }>) {
  const since = performance.now();
  for (let late = 0; ; ) {
    const began = performance.now() - since;
    const { status } = await ask();
    if (status !== from) return { status, late };
    if (began > 20 * SECOND) throw new Error(`still ${from} after ${began} ms`);
    late = began;
  }
}

describe.each(engines)('two gateway processes on one $name', (engine: Engine) => {
  describe.skipIf(!engine.isThere).concurrent('agree on', () => {
    let pair: Pair;
    beforeAll(async () => {
      pair = await startPair(engine);
    });
    afterAll(async () => {
      await pair?.[Symbol.asyncDispose]();
    });

    // Changes are made through A alone: a process forgets what it remembers when it makes one itself.
    const throughB = (token: string, bearer?: string) => call({ through: pair.b, token, bearer }, nextNumber());

    test('a server: created through one, it works on the other at once, for clients of both eras', async () => {
      for (const { accountId, workspace } of [pair.us, pair.eu]) {
        for (const era of ERAS) {
          const { token } = await createThrough(pair.a, accountId);
          const called = await call({ through: pair.b, token, era }, nextNumber());
          expect(called).toMatchObject({ status: 200, names: [workspace.name] });
        }
      }
    });

    test('a revoked server: refused by the other within a second', async () => {
      const { token, path } = await createThrough(pair.a, pair.us.accountId);
      expect((await throughB(token)).status).toBe(200);
      expect((await pair.a.api('DELETE', path)).status).toBe(204);
      expect((await call({ through: pair.a, token }, nextNumber())).status).toBe(410);
      const { status, late } = await changed(200, () => throughB(token));
      expect(status).toBe(410);
      expect(late).toBeLessThan(SECOND);
      expect((await pair.b.api('GET', path)).status).toBe(404);
    });

    test('a rotated server: its old URL refused by the other within a second, the new one answered at once', async () => {
      const { token, path } = await createThrough(pair.a, pair.us.accountId);
      expect((await throughB(token)).status).toBe(200);
      const { status: rotated, body } = await pair.a.api('POST', `${path}/rotate`);
      expect(rotated).toBe(200);
      expect((await throughB(body.token)).status).toBe(200);
      const { status, late } = await changed(200, () => throughB(token));
      expect(status).toBe(410);
      expect(late).toBeLessThan(SECOND);
    });

    test('an API token: taken by the other at once, and refused within a second of its end', async () => {
      const config = { require_api_token_auth: true };
      const { token } = await createThrough(pair.a, pair.us.accountId, config);
      const made = await pair.a.api('POST', '/api-token', { name: 'Second factor', integrated_account_id: null });
      expect(made.status).toBe(201);
      expect((await throughB(token)).status).toBe(401);
      expect((await throughB(token, made.body.token)).status).toBe(200);
      expect((await pair.a.api('DELETE', `/api-token/${made.body.id}`)).status).toBe(204);
      const { status, late } = await changed(200, () => throughB(token, made.body.token));
      expect(status).toBe(401);
      expect(late).toBeLessThan(SECOND);
    });

    test('the tools of a server: fewer on the other within a second', async () => {
      const { token, path } = await createThrough(pair.a, pair.us.accountId);
      const tools = async (): Promise<unknown[]> => {
        const { message } = await readAnswer(await send({ through: pair.b, token }, 'tools/list', {}));
        const listed = message.result?.tools;
        return Array.isArray(listed) ? listed : [];
      };
      expect((await tools()).length).toBeGreaterThan(1);
      const only = { config: { tools: ['get_single_intercom_me'] } };
      expect((await pair.a.api('PATCH', path, only)).status).toBe(200);
      const { late } = await changed(200, async () => ({ status: (await tools()).length > 1 ? 200 : 0 }));
      expect(late).toBeLessThan(SECOND);
      expect(await tools()).toMatchObject([{ name: 'get_single_intercom_me' }]);
    });

    test('a disconnected workspace: its servers are refused by the other within a second', async () => {
      const { status: connected, body } = await pair.a.api('POST', '/integrated-account', {
        region: 'us',
        access_token: 'sandbox',
      });
      expect(connected).toBe(201);
      const { token } = await createThrough(pair.a, body.id);
      expect((await throughB(token)).status).toBe(200);
      expect((await pair.a.api('DELETE', `/integrated-account/${body.id}`)).status).toBe(204);
      const { status, late } = await changed(200, () => throughB(token));
      expect(status).toBe(410);
      expect(late).toBeLessThan(SECOND);
    });

    test('a rate limit: both spend it together', async () => {
      // A window of a day, so that the calls are in one.
      const config = { rate_limit: { requests: 10, seconds: 86_400 } };
      const { token } = await createThrough(pair.a, pair.us.accountId, config);
      const called = await Promise.all(
        Array.from({ length: 30 }, (_, index) =>
          call({ through: index % 2 === 0 ? pair.a : pair.b, token }, nextNumber()),
        ),
      );
      const statuses = called.map(({ status }) => status).sort();
      expect(statuses).toEqual([...Array(10).fill(200), ...Array(20).fill(429)]);
    });

    test('the end of a server, by the real clock', async () => {
      const { token, path, id } = await createThrough(pair.a, pair.us.accountId);
      // The first call of a process looks names up as well, which takes its time.
      for (const through of [pair.a, pair.b]) expect((await call({ through, token }, nextNumber())).status).toBe(200);
      // Through the API the shortest life is a minute.
      const end = Date.now() + 4000;
      await pair.store.servers.update(pair.us.accountId, id, { expires_at: end });
      const seen = { before: 0, after: 0 };
      while (seen.after < 10) {
        const began = Date.now();
        const through = (seen.before + seen.after) % 2 === 0 ? pair.a : pair.b;
        const { status } = await call({ through, token }, nextNumber());
        if (Date.now() < end - VAGUE) {
          seen.before += 1;
          expect(status).toBe(200);
        } else if (began > end + VAGUE) {
          seen.after += 1;
          expect(status).toBe(410);
        }
      }
      expect(seen.before).toBeGreaterThan(0);
      for (const { api } of [pair.a, pair.b]) expect((await api('GET', path)).status).toBe(404);
    });
  });

  test.skipIf(!engine.isThere)(
    'answer 20 clients rightly while servers come and go, and write down every call once',
    async () => {
      await using pair = await startPair(engine);
      const { a, b, us, eu, store } = pair;
      const { calls, operated } = await callWhileChanging(pair, { clients: 20, time: 3000, answers: 101 });
      expect(calls.filter(({ fault }) => fault !== undefined)).toEqual([]);
      const answered = calls.filter(({ isAnswered }) => isAnswered);
      const [fewest] = Object.values(operated).sort((one, other) => one - other);
      expect(answered.length).toBeGreaterThan(100);
      expect(fewest).toBeGreaterThan(2);

      expect(await Promise.all([a.end('SIGTERM'), b.end('SIGTERM')])).toEqual([0, 0]);
      expect(a.complaint() + b.complaint()).toBe('');
      const rows = await store.db.selectFrom('audit').selectAll().where('action', '=', 'tools/call').execute();
      // Which calls the rows are of, by the ids that the workspaces gave their answers.
      const byRequest = new Map(
        [us, eu].flatMap(({ workspace }) =>
          [...workspace.answered].flatMap(([n, ids]) => ids.map((id) => [id, n] as const)),
        ),
      );
      const written = rows.map((row) => ({ number: byRequest.get(row.request_id ?? ''), ...row }));
      const numbers = written.map(({ number }) => number).filter((number) => number !== undefined);
      expect(new Set(numbers).size).toBe(numbers.length);
      const places = new Map(
        written.map(({ number, account_id, server_id }) => [number, `${account_id} ${server_id}`]),
      );
      const wrong = answered.filter(
        ({ number, accountId, server }) => places.get(number) !== `${accountId} ${server.id}`,
      );
      expect(wrong).toEqual([]);
      // What was cut off by a change is written down too, and its call judged above like all others.
      const others = written.filter(({ number }) => number === undefined || !calls[number]?.isAnswered);
      expect(rows.length).toBe(answered.length + others.length);
      expect(others.filter(({ number, status }) => number === undefined && status !== 'cancelled')).toEqual([]);

      const counters = await store.db
        .selectFrom('call_counters')
        .selectAll()
        .where('scope', 'like', 'server:%')
        .where('tool', '=', '')
        .execute();
      const days = counters.filter(({ span }) => span === 'day');
      const counted = Object.fromEntries(
        days.map((row) => [`${row.scope.replace('server:', '')} ${row.status} ${row.start}`, row.calls]),
      );
      const expected: Record<string, number> = {};
      for (const { server_id, status, at } of rows) {
        const key = `${server_id} ${status} ${new Date(at).toISOString().slice(0, 10)}`;
        expected[key] = (expected[key] ?? 0) + 1;
      }
      expect(counted).toEqual(expected);
      const { db } = store;
      const changes = await db.selectFrom('audit').select('action').where('action', 'like', 'server.%').execute();
      const times = (action: string) => changes.filter((row) => row.action === action).length;
      expect({
        created: times('server.create'),
        rotated: times('server.rotate'),
        revoked: times('server.delete'),
      }).toEqual({
        created: operated.created,
        rotated: operated.rotated,
        revoked: operated.revoked,
      });
    },
  );
});
