import { fileURLToPath } from 'node:url';
import { createCallers } from '../gateway-load/calls.ts';
import { type Program, startProgram } from '../gateway-load/program.ts';
import { type Child, startChild } from '../support/child.ts';
import { quantile } from '../support/statistics.ts';
import { collectSeries, type Measure } from './figure.ts';

/** A server whose processor and memory are known. */
interface Served {
  readonly url: string;
  readonly usage: () => Promise<{ readonly cpu: number; readonly resident: number }>;
}

const main = fileURLToPath(new URL('../../cli/main.ts', import.meta.url));

/** Cost against the clients that call at once: over HTTP for one workspace, and by the gateway. */
export const measureClients: Measure = async ({ isQuick, say }) => {
  await using stack = new AsyncDisposableStack();
  const sandbox = await startProgram('sandbox');
  stack.defer(() => sandbox.stop());
  const own = stack.use(
    await startChild({
      args: [main, 'serve', '--http', '0', '--methods', 'read'],
      env: { INTERCOM_ACCESS_TOKEN: 'sandbox', INTERCOM_BASE_URL: sandbox.url },
    }),
  );
  const gateway = await startProgram('gateway', sandbox.url);
  stack.defer(() => gateway.stop());
  const servers = { 'serve --http': servedChild(own), gateway: servedProgram(gateway) };

  const [rate, latency, work] = [collectSeries(), collectSeries(), collectSeries()];
  for (const clients of isQuick ? [1, 16, 100] : [1, 4, 16, 64, 250, 1000])
    for (const [name, server] of Object.entries(servers)) {
      say(`${clients} clients of ${name}`);
      const { calls, failed, perSecond, p50, p99, cpu, resident } = await load(server, clients, isQuick ? 2 : 5);
      if (failed > 0) say(`${failed} of ${calls} calls failed`);
      rate.add(clients, { [name]: perSecond });
      latency.add(clients, { [`${name}, p50`]: p50, [`${name}, p99`]: p99 });
      work.add(clients, { [`${name}, CPU µs a call`]: (1000 * cpu) / calls, [`${name}, memory in MiB`]: resident });
    }
  const x = { label: 'clients at once', unit: '' };
  return [
    { name: 'clients', title: 'Clients: calls', x, y: { label: 'calls', unit: '1/s' }, series: rate.series() },
    {
      name: 'clients-latency',
      title: 'Clients: latency',
      x,
      y: { label: 'time of a call', unit: 'ms' },
      series: latency.series(),
    },
    {
      name: 'clients-cost',
      title: 'Clients: work and memory',
      x,
      y: { label: 'cost', unit: 'µs, MiB' },
      series: work.series(),
    },
  ];
};

/** What so many clients got of a server in so many seconds; throws where more than one in a hundred failed. */
export async function load(server: Served, clients: number, seconds: number) {
  const callers = createCallers(server.url, { clients, era: 'modern' });
  const times: number[] = [];
  let failed = 0;
  await callers.run(1, () => {});
  const before = await server.usage();
  const began = performance.now();
  await callers.run(seconds, (milliseconds, isGood) => {
    times.push(milliseconds);
    if (!isGood) failed += 1;
  });
  const passed = (performance.now() - began) / 1000;
  const after = await server.usage();
  callers.close();
  if (failed > times.length / 100) throw new Error(`${failed} of ${times.length} calls of ${clients} clients failed`);
  return {
    calls: times.length,
    failed,
    perSecond: times.length / passed,
    ...{ p50: quantile(times, 0.5), p99: quantile(times, 0.99) },
    ...{ cpu: after.cpu - before.cpu, resident: after.resident },
  };
}

function servedChild(child: Child): Served {
  return { url: child.url, usage: async () => child.usage() ?? { cpu: Number.NaN, resident: Number.NaN } };
}

/** A program of the load of the gateway. */
export function servedProgram({ url, ask }: Program): Served {
  return {
    url,
    usage: async () => {
      const { cpu, memory = '' } = await ask('memory');
      return { cpu, resident: Number(/of (\d+)/.exec(memory)?.[1]) };
    },
  };
}
