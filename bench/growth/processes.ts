import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { findBinaries, startCluster } from '../../test/support/postgres-setup.ts';
import { startProgram } from '../gateway-load/program.ts';
import { startChild } from '../support/child.ts';
import { countChildren } from '../support/children-usage.ts';
import { collectSeries, type Measure } from './figure.ts';
import { type Loaded, load, warm } from './load.ts';

const gatewayChild = fileURLToPath(new URL('gateway-child.ts', import.meta.url));

/** Clients of all processes together. */
const CLIENTS = 32;

/** Calls of each process before it is measured: the code of one that has answered fewer is not compiled yet, whatever it writes to. */
const WARM = 3000;

/** What processes share: one database, or nothing but the server of it, which is what the machine itself lets them do. */
const sharings = ['one database', 'a database each'] as const;

/** Calls against processes over one PostgreSQL, on this machine: clients, workspace and database share its cores. */
export const measureProcesses: Measure = async ({ isQuick, say }) => {
  const bin = findBinaries();
  if (bin === undefined) return [];
  const [rate, work] = [collectSeries(), collectSeries()];
  for (const count of isQuick ? [1, 2] : [1, 2, 3, 4])
    for (const sharing of sharings) {
      say(`${count} processes over ${sharing}`);
      const { calls, perSecond, processes, database } = await measure(bin, { count, sharing, isQuick });
      rate.add(count, { [sharing]: perSecond });
      work.add(count, { [`processes, ${sharing}`]: processes / calls, [`PostgreSQL, ${sharing}`]: database / calls });
    }
  const x = { label: 'processes', unit: '' };
  return [
    {
      ...{ name: 'processes', title: 'Processes over one PostgreSQL: calls', x },
      ...{ y: { label: 'calls', unit: '1/s' }, series: rate.series() },
    },
    {
      ...{ name: 'processes-cost', title: 'Processes over one PostgreSQL: work', x },
      ...{ y: { label: 'CPU time of a call', unit: 'ms' }, series: work.series() },
    },
  ];
};

interface Setting {
  readonly count: number;
  readonly sharing: (typeof sharings)[number];
  readonly isQuick: boolean;
}

/** Calls, how many a second, and milliseconds of processor that the processes and PostgreSQL took. */
async function measure(bin: string, { count, sharing, isQuick }: Setting) {
  await using stack = new AsyncDisposableStack();
  const cluster = stack.use(await startCluster(bin));
  const sandbox = await startProgram('sandbox');
  stack.defer(() => sandbox.stop());
  const processes: Loaded[] = [];
  for (let index = 0; index < count; index += 1) {
    const store = sharing === 'one database' ? cluster.url : await createDatabase(cluster.url, `own_${index}`);
    const child = await startChild({ args: [gatewayChild, sandbox.url, '1', store] });
    stack.use(child);
    processes.push({ urls: JSON.parse(child.line), usage: child.usage });
  }
  const clients = Math.round(CLIENTS / count);
  await Promise.all(processes.map((one) => warm(one, clients, isQuick ? WARM / 10 : WARM)));
  const server = Number((await readFile(join(cluster.folder, 'data', 'postmaster.pid'), 'utf8')).split('\n')[0]);
  let taken = countChildren(server);
  const begin = (): void => {
    taken = countChildren(server);
  };
  const loads = await Promise.all(processes.map((one) => load(one, clients, isQuick ? 2 : 6, begin)));
  const database = taken();
  const sum = (of: 'calls' | 'cpu' | 'perSecond') => loads.reduce((total, one) => total + one[of], 0);
  return { calls: sum('calls'), perSecond: sum('perSecond'), processes: sum('cpu'), database };
}

async function createDatabase(server: string, name: string): Promise<string> {
  const client = new Client({ connectionString: server });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`).finally(() => client.end());
  const url = new URL(server);
  url.pathname = name;
  return url.href;
}
