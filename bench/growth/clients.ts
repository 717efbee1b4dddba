import { fileURLToPath } from 'node:url';
import { startProgram } from '../gateway-load/program.ts';
import { startChild } from '../support/child.ts';
import { collectSeries, type Measure } from './figure.ts';
import { CLIENTS_OF_ONE, type Loaded, load } from './load.ts';

const MOST = 1000;

const main = fileURLToPath(new URL('../../cli/main.ts', import.meta.url));
const gatewayChild = fileURLToPath(new URL('gateway-child.ts', import.meta.url));

/** Cost against the clients that call at once: over HTTP for one workspace, and by the gateway. */
export const measureClients: Measure = async ({ isQuick, say }) => {
  await using stack = new AsyncDisposableStack();
  const sandbox = await startProgram('sandbox');
  stack.defer(() => sandbox.stop());
  const own = await startChild({
    args: [main, 'serve', '--http', '0', '--methods', 'read'],
    env: { INTERCOM_ACCESS_TOKEN: 'sandbox', INTERCOM_BASE_URL: sandbox.url },
  });
  stack.use(own);
  const gateway = await startChild({ args: [gatewayChild, sandbox.url, String(MOST / CLIENTS_OF_ONE)] });
  stack.use(gateway);
  const servers: Record<string, Loaded> = {
    'serve --http': { urls: [own.url], usage: own.usage },
    gateway: { urls: JSON.parse(gateway.line), usage: gateway.usage },
  };

  const [rate, latency, work] = [collectSeries(), collectSeries(), collectSeries()];
  for (const clients of isQuick ? [1, 16, 100] : [1, 4, 16, 64, 250, MOST])
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
      ...{ name: 'clients-latency', title: 'Clients: latency', x },
      ...{ y: { label: 'time of a call', unit: 'ms' }, series: latency.series() },
    },
    {
      ...{ name: 'clients-cost', title: 'Clients: work and memory', x },
      ...{ y: { label: 'cost', unit: 'µs, MiB' }, series: work.series() },
    },
  ];
};
