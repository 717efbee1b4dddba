import { startChild } from '../support/child.ts';
import { createMcpLoad } from '../support/mcp-load.ts';
import type { ProcessUsage } from '../support/process-usage.ts';
import type { Command } from '../support/run-program.ts';
import { quantile } from '../support/statistics.ts';
import { type Figures, messageOf } from './figures.ts';
import type { HttpMetricName } from './metrics.ts';

/** A server over HTTP that is measured. */
export interface HttpServer {
  readonly name: string;
  readonly command: Command;
}

/** How often each is loaded in turn, and by how many requests. */
export interface HttpEffort {
  readonly turns: number;
  /** Calls before anything is measured. */
  readonly warmCalls: number;
  /** Calls by one client, by sixteen, and lists by one. */
  readonly callsAlone: number;
  readonly callsMany: number;
  readonly lists: number;
}

/** Loads servers in turns, all of them there for the whole of it; one that does not start or answer says so in its column. */
export async function measureHttp(
  servers: readonly HttpServer[],
  figures: Figures<HttpMetricName>,
  { progress, ...effort }: HttpEffort & { progress: (text: string) => void },
): Promise<void> {
  await using running = new AsyncDisposableStack();
  const started: Started[] = [];
  for (const { name, command } of servers) {
    progress(`starting ${name}`);
    try {
      const child = running.use(await startChild(command));
      // A gateway tells its address first and that of its server last.
      const load = running.use(createMcpLoad(child.url.includes('/mcp') ? child.url : `${child.url}/mcp`));
      await load.call({ clients: 16, count: effort.warmCalls });
      started.push({ name, load, usage: child.usage });
      figures.add(name, 'listWire', await load.listBytes());
      figures.add(name, 'listGzip', await load.listBytes('gzip'));
      figures.add(name, 'listBrotli', await load.listBytes('gzip, br'));
    } catch (error) {
      progress(`${name} takes no part: ${messageOf(error)}`);
      figures.refuse(name, 'calls1', error);
    }
  }
  for (let turn = 0; turn < effort.turns; turn += 1) {
    progress(`load ${turn + 1} of ${effort.turns}`);
    for (const one of turn % 2 === 0 ? started : started.toReversed()) await measureTurn(one, figures, effort);
  }
}

interface Started {
  readonly name: string;
  readonly load: ReturnType<typeof createMcpLoad>;
  readonly usage: () => ProcessUsage | undefined;
}

async function measureTurn(
  { name, load, usage }: Started,
  figures: Figures<HttpMetricName>,
  { callsAlone, callsMany, lists: listCount }: HttpEffort,
): Promise<void> {
  const alone = await load.call({ clients: 1, count: callsAlone });
  figures.add(name, 'calls1', alone.times.length / alone.seconds);
  const before = usage();
  const many = await load.call({ clients: 16, count: callsMany });
  const after = usage();
  figures.add(name, 'calls16', many.times.length / many.seconds);
  figures.add(name, 'late16', quantile(many.times, 0.99));
  figures.add(name, 'failures', alone.failures + many.failures);
  const lists = await load.list(listCount);
  if (lists.failures > 0) throw new Error(`${lists.failures} lists of ${name} failed`);
  figures.add(name, 'lists', lists.times.length / lists.seconds);
  if (before === undefined || after === undefined) return;
  figures.add(name, 'callCpu', (after.cpu - before.cpu) / many.times.length);
  figures.add(name, 'memory', after.resident);
}
