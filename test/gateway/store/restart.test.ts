import { expect, test } from 'vitest';
import { readAnswer } from '../../support/mcp-post.ts';
import { findBinaries, startCluster } from '../../support/postgres-setup.ts';
import { openTestStore } from '../support/open-test-store.ts';
import { type GatewayProcess, startGateway } from '../support/process.ts';
import { connect, createThrough, listenWorkspace, type Made, namesOf, search, send } from '../support/workspaces.ts';

const bin = findBinaries();
if (bin === undefined)
  console.warn('SKIPPED: no PostgreSQL that can be restarted: install it (Debian: apt-get install postgresql).');

/** Milliseconds within which everything is answered, however the store is. */
const STATED = 20_000;

interface Seen {
  readonly what: string;
  readonly status: number;
  readonly isSound: boolean;
  readonly ms: number;
}

/** Asks the API and the MCP server over and over; answers what was seen once `isOver`. */
async function load(gateway: GatewayProcess, server: Made, isOver: () => boolean): Promise<Seen[]> {
  const seen: Seen[] = [];
  let number = 0;
  const note = async (what: string, ask: () => Promise<Omit<Seen, 'what' | 'ms'>>): Promise<void> => {
    const began = performance.now();
    seen.push({ what, ...(await ask()), ms: performance.now() - began });
  };
  const api = async () => {
    const { status, headers, body } = await gateway.api('GET', server.path);
    const isAway = body.error?.code === 'store_unavailable' && Number(headers.get('retry-after')) > 0;
    return { status, isSound: status === 200 ? body.id === server.id : isAway };
  };
  const call = async () => {
    number += 1;
    const target = { through: gateway, token: server.token };
    const answer = await readAnswer(await send(target, 'tools/call', search(number)));
    const { status, headers, message } = answer;
    const isAway = /store of this gateway/.test(message.error?.message ?? '') && headers.has('retry-after');
    return { status, isSound: status === 200 ? namesOf(answer) !== undefined : isAway };
  };
  const client = async (what: string, ask: () => Promise<Omit<Seen, 'what' | 'ms'>>): Promise<void> => {
    while (!isOver()) await note(what, ask);
  };
  await Promise.all(
    Array.from({ length: 12 }, (_, index) => (index % 3 === 0 ? client('api', api) : client('call', call))),
  );
  return seen;
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test.skipIf(bin === undefined).for(['fast', 'immediate'] as const)(
  'a restart of PostgreSQL (%s) under load ends no process and loses no line; meanwhile it is an honest 503',
  async (mode) => {
    await using cluster = await startCluster(String(bin));
    await using workspace = await listenWorkspace('Contact of us');
    await using gateway = await startGateway({ store: cluster.url, upstreams: { us: workspace.url } });
    const server = await createThrough(gateway, await connect(gateway, 'us'), {
      rate_limit: { requests: 1_000_000, seconds: 3600 },
    });
    const restartUnderLoad = async (): Promise<void> => {
      await wait(1000);
      for (let restarts = 0; restarts < 2; restarts += 1) {
        await cluster.control('restart', '-m', mode);
        // The first of each after its return.
        const [ready, api, call] = await Promise.all([
          gateway.api('GET', '/readyz'),
          gateway.api('GET', server.path),
          send({ through: gateway, token: server.token }, 'tools/call', search(900_000 + restarts)).then(readAnswer),
        ]);
        expect([ready.status, api.status, call.status]).toEqual([200, 200, 200]);
        expect(namesOf(call)).toEqual([workspace.name]);
        await wait(500);
      }
    };
    let isOver = false;
    const loading = load(gateway, server, () => isOver);
    await restartUnderLoad().finally(() => {
      isOver = true;
      return loading;
    });
    const seen = await loading;
    expect(seen.filter(({ status, isSound }) => !isSound || ![200, 503].includes(status))).toEqual([]);
    // The restarts were felt, and not for long.
    expect(seen.filter(({ status }) => status === 503).length).toBeGreaterThan(0);
    expect(Math.max(...seen.map(({ ms }) => ms))).toBeLessThan(STATED);
    expect(await gateway.text('/metrics')).toMatch(
      /intercom_gateway_store_errors_total\{kind="(?:lost|unreachable)"\} [1-9]/,
    );

    // Each call that Intercom answered has its line, once.
    await using store = await openTestStore(cluster.url);
    const rows = await store.db.selectFrom('audit').select('request_id').where('action', '=', 'tools/call').execute();
    const lines = rows.map(({ request_id }) => request_id).filter((id) => id !== null);
    expect(lines.sort()).toEqual([...workspace.answered.values()].flat().sort());
    expect(await gateway.end('SIGTERM')).toBe(0);
  },
);
