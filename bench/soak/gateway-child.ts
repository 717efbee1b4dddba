import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { openStore, serveGateway } from '../../gateway/index.ts';
import { hostIntercom } from '../../intercom/hosting.ts';

// A gateway in a process of its own: `node gateway-child.ts STORE WORKSPACE KEYS ADMIN_KEY`. It prints its address, and then
// answers each line: `measure` with its memory and its event loop since the last time, `clock MS` by shifting its clock.

const [address = '', workspace = '', keys = '', adminKey = ''] = process.argv.slice(2);
let shift = 0;
const delay = monitorEventLoopDelay({ resolution: 10 });
const listening = await serveGateway({
  store: await openStore(address),
  keys,
  adminKey,
  apis: [hostIntercom({ addresses: { workspace } })],
  now: () => Date.now() + shift,
  // Limits are counted, and never reached: a call that is refused for them would be no test of anything else.
  ...{ accountLimit: 1e9, addressLimit: 1e9 },
});
console.log(JSON.stringify({ url: listening.url }));
delay.enable();

for await (const line of createInterface({ input: process.stdin })) {
  const [command, argument] = line.split(' ');
  if (command === 'clock') shift = Number(argument);
  if (command === 'measure') {
    globalThis.gc?.();
    const { rss, heapUsed } = process.memoryUsage();
    console.log(JSON.stringify({ rss, heapUsed, delay: { max: delay.max / 1e6, p99: delay.percentile(99) / 1e6 } }));
  }
  if (command === 'forget') delay.reset();
  if (command === 'rss') console.log(JSON.stringify({ rss: process.memoryUsage().rss }));
}
await listening.close();
process.exit(0);
