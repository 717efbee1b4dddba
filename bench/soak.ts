// A gateway under all that happens to it in a bad week, in some minutes: sixteen official clients that call, search, write, read
// the worst mails and give calls up, servers that are revoked while they are used, a restart of PostgreSQL, a clock that jumps.
//   node bench/soak.ts [--minutes 10] [--store sqlite|postgres|both]
// It ends with 1 where a client saw anything but answers, calls that it gave up itself, 410 of a revoked server, and 503 with
// Retry-After while the database was away.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { newKeys } from '../gateway/secrets/keyring.ts';
import { newToken } from '../gateway/secrets/tokens.ts';
import { findBinaries, startCluster } from '../test/support/postgres-setup.ts';
import { runClient } from './soak/client.ts';
import { Api, createOperator } from './soak/operator.ts';
import { print } from './soak/print.ts';
import { type SoakGateway, startGateway, startWorkspace } from './soak/processes.ts';
import { Tally } from './soak/tally.ts';

const CLIENTS = 16;
/** Hours by which a clock jumps, and the milliseconds after which it is back: longer than between two clearings of what is over. */
const JUMP_HOURS = 2;
const JUMP_TIME = 12_000;

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '10' }, store: { type: 'string', default: 'both' } },
});
const duration = Number(values.minutes) * 60_000;
const stores = values.store === 'both' ? ['sqlite', 'postgres'] : [values.store];
if (!(duration > 0) || stores.some((store) => store !== 'sqlite' && store !== 'postgres'))
  throw new Error('node bench/soak.ts [--minutes 10] [--store sqlite|postgres|both]');

/** A store, how it restarts, and how many processes are over it. */
interface Place extends AsyncDisposable {
  readonly store: string;
  readonly processes: number;
  readonly restart?: () => Promise<void>;
}

async function placeOf(store: string): Promise<Place> {
  if (store === 'sqlite') {
    const folder = await mkdtemp(join(tmpdir(), 'soak-'));
    const dispose = () => rm(folder, { recursive: true });
    return { store: join(folder, 'gateway.db'), processes: 1, [Symbol.asyncDispose]: dispose };
  }
  const bin = findBinaries();
  if (bin === undefined) throw new Error('PostgreSQL is not installed');
  const cluster = await startCluster(bin);
  return {
    store: cluster.url,
    processes: 2,
    restart: () => cluster.control('restart', '-m', 'fast'),
    [Symbol.asyncDispose]: () => cluster[Symbol.asyncDispose](),
  };
}

async function soak(name: string): Promise<boolean> {
  await using opened = new AsyncDisposableStack();
  const place = opened.use(await placeOf(name));
  const workspace = opened.use(await startWorkspace());
  const adminKey = newToken('admin');
  const keys = newKeys();
  const gateways: SoakGateway[] = [];
  for (let count = 0; count < place.processes; count += 1)
    gateways.push(opened.use(await startGateway(place.store, workspace.url, keys, adminKey)));
  const tally = new Tally();
  const api = new Api(gateways, adminKey, tally);
  await api.connect();
  const expires_at = new Date(Date.now() + duration + (JUMP_HOURS * 3_600_000) / 2).toISOString();
  const [lasting, limited, expiring] = [
    await api.createServer(),
    await api.createServer({ rate_limit: { requests: 100_000, seconds: 60 } }),
    await api.createServer({ expires_at }),
  ];
  if (lasting === undefined || limited === undefined || expiring === undefined) throw new Error('no servers');
  const operator = await createOperator(api);

  const clients = (until: number, seenBy: Tally, count = CLIENTS) =>
    Array.from({ length: count }, (_, number) => {
      const gateway = gateways[number % gateways.length];
      if (gateway === undefined) throw new Error('no gateway');
      const server =
        number % 4 === Math.floor(number / 4) ? operator.victim : () => (number % 4 === 3 ? limited : lasting);
      return runClient(
        { number, gateway, era: number % 2 === 0 ? 'modern' : 'legacy', server, workspace, tally: seenBy },
        until,
      );
    });
  // Until everything is loaded and compiled.
  await Promise.all(clients(performance.now() + 5000, new Tally()));
  const measure = () => Promise.all(gateways.map((gateway) => gateway.measure()));
  const start = await measure();
  for (const gateway of gateways) gateway.forget();

  const began = performance.now();
  const until = began + duration;
  const at = async (part: number, act: () => Promise<void>): Promise<void> => {
    await pause(part * duration);
    await act();
  };
  await Promise.all([
    ...clients(until, tally),
    operator.run(until),
    at(0.35, async () => {
      if (place.restart === undefined) return;
      const away = { from: performance.now(), until: Number.POSITIVE_INFINITY };
      tally.away.push(away);
      await place.restart();
      away.until = performance.now();
    }),
    at(0.65, async () => {
      for (const hours of [JUMP_HOURS, -JUMP_HOURS]) {
        gateways[0]?.shiftClock(hours * 3_600_000);
        await pause(Math.min(JUMP_TIME, duration / 6));
        gateways[0]?.shiftClock(0);
      }
    }),
  ]);
  const seconds = (performance.now() - began) / 1000;
  // What would have been deleted by a clock that was ahead.
  await Promise.all(
    gateways.map((gateway, number) =>
      runClient({ number, gateway, era: 'modern', server: () => expiring, workspace, tally }, performance.now() + 300),
    ),
  );
  const ended = gateways.filter((gateway) => gateway.hasEnded()).length;
  const end = await measure();
  print({
    name,
    seconds,
    tally,
    revoked: operator.revoked(),
    ended,
    start,
    end,
    peaks: gateways.map((one) => one.peak()),
  });
  return ended === 0 && tally.dishonest.length === 0;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

let isGood = true;
for (const store of stores) isGood = (await soak(store)) && isGood;
process.exitCode = isGood ? 0 : 1;
