import { startGateway } from '../test/gateway/support/process.ts';
import { connect, createThrough, listenWorkspace, send } from '../test/gateway/support/workspaces.ts';
import { findBinaries, startCluster } from '../test/support/postgres-setup.ts';

// Two gateway processes over one PostgreSQL: how long the second one still takes what the first one ended.
//   npx node --conditions=intercom-mcp-toolkit:source bench/revocation.ts [turns]
const turns = Number(process.argv[2] ?? '15');

const bin = findBinaries();
if (bin === undefined) throw new Error('PostgreSQL is not installed');
await using opened = new AsyncDisposableStack();
const cluster = opened.use(await startCluster(bin));
const workspace = opened.use(await listenWorkspace('Contact of us'));
const place = { store: cluster.url, upstreams: { us: workspace.url } };
const a = opened.use(await startGateway(place));
const b = opened.use(await startGateway(place));
const accountId = await connect(a, 'us');

/** Milliseconds from now until the second process does not answer with 200 any more, asked again and again. */
async function untilRefused(ask: () => Promise<Response>, began: number): Promise<number> {
  for (;;) {
    const asked = performance.now();
    const response = await ask();
    await response.arrayBuffer();
    if (response.status !== 200) return asked - began;
  }
}

async function measure(
  name: string,
  turn: () => Promise<{ end: () => Promise<unknown>; ask: () => Promise<Response> }>,
) {
  const times: number[] = [];
  for (let index = 0; index < turns; index += 1) {
    const { end, ask } = await turn();
    // The second process remembers it.
    await (await ask()).arrayBuffer();
    await end();
    times.push(await untilRefused(ask, performance.now()));
  }
  times.sort((one, other) => one - other);
  const shown = [times[0], times[Math.floor(turns / 2)], times.at(-1)].map((time = 0) => Math.max(0, time).toFixed(0));
  console.log(`${name.padEnd(28)} least ${shown[0]} ms, median ${shown[1]} ms, most ${shown[2]} ms`);
}

await measure('a server that is deleted', async () => {
  const { token, path } = await createThrough(a, accountId);
  return {
    end: () => a.api('DELETE', path),
    ask: () => send({ through: b, token }, 'server/discover', {}),
  };
});

await measure('a URL that is replaced', async () => {
  const { token, path } = await createThrough(a, accountId);
  return {
    end: () => a.api('POST', `${path}/rotate`),
    ask: () => send({ through: b, token }, 'server/discover', {}),
  };
});

let number = 0;
await measure('an admin key that is revoked', async () => {
  number += 1;
  const { body } = await a.api('POST', '/admin-key', { name: `key ${number}`, role: 'auditor' });
  return {
    end: () => a.api('DELETE', `/admin-key/${body.id}`),
    ask: () => fetch(`${b.url}/integrated-account`, { headers: { authorization: `Bearer ${body.key}` } }),
  };
});
