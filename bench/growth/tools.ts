import { collectSeries, type Measure } from './figure.ts';
import { runChild } from './run-child.ts';

/** Cost against the number of tools that one server has. */
export const measureTools: Measure = async ({ isQuick, say }) => {
  const [time, memory] = [collectSeries(), collectSeries()];
  for (const count of [50, 231, 1000, ...(isQuick ? [] : [10_000])]) {
    say(`${count} tools`);
    const costs = await runChild('tools', count);
    const { start = 0, index = 0, list = 0, search = 0, call = 0 } = costs;
    time.add(count, { 'start, to the first list': start, 'first search in discovery': index });
    time.add(count, { 'a further list': list, 'a further search': search, 'a call': call });
    memory.add(count, { 'heap of the server': costs.memory ?? 0, 'bytes of the list': (costs.bytes ?? 0) / 2 ** 20 });
  }
  const x = { label: 'tools of the server', unit: '' };
  return [
    { name: 'tools', title: 'Tools: time', x, y: { label: 'CPU time', unit: 'ms' }, series: time.series() },
    { name: 'tools-memory', title: 'Tools: memory', x, y: { label: 'size', unit: 'MiB' }, series: memory.series() },
  ];
};
