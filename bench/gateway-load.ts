import { parseArgs } from 'node:util';
import { calls, createCallers, readEra } from './gateway-load/calls.ts';
import { type Program, startProgram } from './gateway-load/program.ts';
import { quantile } from './support/statistics.ts';

// Calls of tools through the gateway and through a bare server of the SDK, in turns over the same sample workspace:
//   npx node bench/gateway-load.ts [seconds for each] [connections] [an empty store] [--era legacy] [--slice seconds] [--json]
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { era: { type: 'string' }, slice: { type: 'string', default: '5' }, json: { type: 'boolean' } },
});
const [seconds = '60', connections = '16', store = ':memory:'] = positionals;
const slice = Number(values.slice);
const era = readEra(values.era);

function createLoad(program: Program) {
  const callers = createCallers(program.url, { clients: Number(connections), era });
  const latencies: number[] = [];
  const sizes: string[] = [];
  const counts = { errors: 0, milliseconds: 0 };
  /** Milliseconds of CPU time of the server's process for a call, in each slice. */
  const cpu: number[] = [];
  const noteMemory = async (): Promise<void> => {
    sizes.push((await program.ask('memory')).memory ?? '');
  };
  return {
    warm: async () => {
      await callers.run(slice, () => {});
      await noteMemory();
    },
    run: async () => {
      const before = await program.ask();
      const [began, callsBefore] = [performance.now(), latencies.length];
      await callers.run(slice, (milliseconds, isGood) => {
        latencies.push(milliseconds);
        if (!isGood) counts.errors += 1;
      });
      counts.milliseconds += performance.now() - began;
      cpu.push(((await program.ask()).cpu - before.cpu) / Math.max(1, latencies.length - callsBefore));
      await noteMemory();
    },
    figures: () => ({
      callsPerSecond: latencies.length / (counts.milliseconds / 1000),
      ...{ cpuMs: quantile(cpu, 0.5), cpuLeast: Math.min(...cpu) },
      ...{ p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99), errors: counts.errors },
      heap: [sizes[0], sizes[Math.floor(sizes.length / 2)], sizes.at(-1)].join(', '),
    }),
    close: () => {
      callers.close();
      program.stop();
    },
  };
}

const sandbox = await startProgram('sandbox');
const loads = {
  gateway: createLoad(await startProgram('gateway', sandbox.url, store)),
  bare: createLoad(await startProgram('bare', sandbox.url)),
};
const kinds = ['gateway', 'bare'] as const;
for (const kind of kinds) await loads[kind].warm();
for (let turn = 0; turn < Number(seconds) / slice; turn += 1) {
  // The first of a pair changes, so that none always follows a pause.
  for (const kind of turn % 2 === 0 ? kinds : kinds.toReversed()) await loads[kind].run();
  process.stderr.write(`\r${(turn + 1) * slice} of ${seconds} s`);
}
process.stderr.write('\r\x1b[K');

const figures = { gateway: loads.gateway.figures(), bare: loads.bare.figures() };
const ratios = {
  callsPerSecond: figures.gateway.callsPerSecond / figures.bare.callsPerSecond,
  cpuMs: figures.gateway.cpuMs / figures.bare.cpuMs,
  cpuLeast: figures.gateway.cpuLeast / figures.bare.cpuLeast,
};
if (values.json === true) console.log(JSON.stringify({ seconds, connections, store, era, figures, ratios }));
else print();
for (const kind of kinds) loads[kind].close();
sandbox.stop();

function print(): void {
  console.log(
    `${seconds} s each in turns of ${slice} s, ${connections} connections, ${calls.length} tools, ${era} era, store ${store}\n`,
  );
  console.log(
    '           calls/s   CPU ms/call, least   p50 ms   p99 ms   errors   MiB of heap after a collection, of all, at start, middle, end',
  );
  for (const kind of kinds) {
    const { callsPerSecond, cpuMs, cpuLeast, p50, p99, errors, heap } = figures[kind];
    console.log(
      [
        kind.padEnd(8),
        callsPerSecond.toFixed(0).padStart(9),
        `${cpuMs.toFixed(3)}, ${cpuLeast.toFixed(3)}`.padStart(20),
        p50.toFixed(2).padStart(8),
        p99.toFixed(2).padStart(8),
        String(errors).padStart(8),
        `  ${heap}`,
      ].join(' '),
    );
  }
  console.log(
    `\ngateway / bare: ${ratios.callsPerSecond.toFixed(2)} of the calls/s, ${ratios.cpuMs.toFixed(2)} of the CPU time, ${ratios.cpuLeast.toFixed(2)} of the least`,
  );
}
