import { fileURLToPath } from 'node:url';
import { findBinaries, startCluster } from '../../test/support/postgres-setup.ts';
import { startProgram } from '../gateway-load/program.ts';
import { startChild } from '../support/child.ts';
import { collectSeries, type Measure } from './figure.ts';
import { type Loaded, load } from './load.ts';

const gatewayChild = fileURLToPath(new URL('gateway-child.ts', import.meta.url));

/** Clients of all processes together. */
const CLIENTS = 32;

/** Calls against the processes over one PostgreSQL, on this machine: clients, workspace and database share its cores. */
export const measureProcesses: Measure = async ({ isQuick, say }) => {
  const bin = findBinaries();
  if (bin === undefined) return [];
  const [rate, work] = [collectSeries(), collectSeries()];
  for (const count of isQuick ? [1, 2] : [1, 2, 3, 4]) {
    say(`${count} processes over one PostgreSQL`);
    await using stack = new AsyncDisposableStack();
    const cluster = stack.use(await startCluster(bin));
    const sandbox = await startProgram('sandbox');
    stack.defer(() => sandbox.stop());
    const processes: Loaded[] = [];
    for (let index = 0; index < count; index += 1) {
      const child = await startChild({ args: [gatewayChild, sandbox.url, '1', cluster.url] });
      stack.use(child);
      processes.push({ urls: JSON.parse(child.line), usage: child.usage });
    }
    const seconds = isQuick ? 2 : 6;
    const loads = await Promise.all(processes.map((one) => load(one, Math.round(CLIENTS / count), seconds)));
    const sum = (of: 'calls' | 'cpu' | 'perSecond') => loads.reduce((total, one) => total + one[of], 0);
    rate.add(count, { 'all processes together': sum('perSecond') });
    work.add(count, { 'of the processes': sum('cpu') / sum('calls') });
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
