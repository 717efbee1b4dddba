import { findBinaries, startCluster } from '../../test/support/postgres-setup.ts';
import { startProgram } from '../gateway-load/program.ts';
import { load, servedProgram } from './clients.ts';
import { collectSeries, type Measure } from './figure.ts';

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
    const servers = [];
    for (let index = 0; index < count; index += 1) {
      const program = await startProgram('gateway', sandbox.url, cluster.url);
      stack.defer(() => program.stop());
      servers.push(servedProgram(program));
    }
    const loads = await Promise.all(
      servers.map((server) => load(server, Math.round(CLIENTS / count), isQuick ? 2 : 6)),
    );
    const calls = loads.reduce((sum, one) => sum + one.calls, 0);
    const cpu = loads.reduce((sum, one) => sum + one.cpu, 0);
    rate.add(count, { 'all processes together': loads.reduce((sum, one) => sum + one.perSecond, 0) });
    work.add(count, { 'CPU of the processes a call': cpu / calls });
  }
  const x = { label: 'processes', unit: '' };
  return [
    {
      name: 'processes',
      title: 'Processes over one PostgreSQL',
      x,
      y: { label: 'calls', unit: '1/s' },
      series: rate.series(),
    },
    {
      name: 'processes-cost',
      title: 'Processes: work of a call',
      x,
      y: { label: 'CPU time', unit: 'ms' },
      series: work.series(),
    },
  ];
};
