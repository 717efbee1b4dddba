import { type Callers, createCallers } from '../gateway-load/calls.ts';
import type { ProcessUsage } from '../support/process-usage.ts';
import { quantile } from '../support/statistics.ts';

/** A server whose processor and memory are known. */
export interface Loaded {
  /** Addresses of which each takes {@link CLIENTS_OF_ONE}. */
  readonly urls: readonly string[];
  readonly usage: () => ProcessUsage | undefined;
}

/** Clients of one server and of one address of callers: a gateway answers a hundred requests of each at the same time. */
export const CLIENTS_OF_ONE = 50;

function callersOf(urls: readonly string[], clients: number): Callers[] {
  const groups = Math.ceil(clients / CLIENTS_OF_ONE);
  return Array.from({ length: groups }, (_, index) =>
    createCallers(urls[index % urls.length] ?? '', {
      clients: Math.ceil((clients - index) / groups),
      era: 'modern',
      from: `127.0.0.${index + 2}`,
    }),
  );
}

/** Calls a server until it has answered so many. */
export async function warm({ urls }: Loaded, clients: number, calls: number): Promise<void> {
  const callers = callersOf(urls, clients);
  for (let answered = 0; answered < calls; )
    await Promise.all(
      callers.map((one) =>
        one.run(1, () => {
          answered += 1;
        }),
      ),
    );
  for (const one of callers) one.close();
}

/** What so many clients got of a server in so many seconds; throws where more than one call in a hundred failed. `onBegin` is called after a second that does not count. */
export async function load({ urls, usage }: Loaded, clients: number, seconds: number, onBegin = () => {}) {
  const callers = callersOf(urls, clients);
  const times: number[] = [];
  let failed = 0;
  const run = (length: number, onCall: (milliseconds: number, isGood: boolean) => void) =>
    Promise.all(callers.map((one) => one.run(length, onCall)));
  await run(1, () => {});
  const before = usage()?.cpu ?? Number.NaN;
  onBegin();
  const began = performance.now();
  await run(seconds, (milliseconds, isGood) => {
    times.push(milliseconds);
    if (!isGood) failed += 1;
  });
  const passed = (performance.now() - began) / 1000;
  const { cpu = Number.NaN, resident = Number.NaN } = usage() ?? {};
  for (const one of callers) one.close();
  if (failed > times.length / 100) throw new Error(`${failed} of ${times.length} calls of ${clients} clients failed`);
  return {
    ...{ calls: times.length, failed, perSecond: times.length / passed },
    ...{ p50: quantile(times, 0.5), p99: quantile(times, 0.99) },
    ...{ cpu: cpu - before, resident },
  };
}
