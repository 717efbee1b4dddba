import { collectSeries, type Measure } from './figure.ts';
import { runChild } from './run-child.ts';

/** Cost of a call against the size of what the API answers: read, shaped, cut to what a model can take. */
export const measureResults: Measure = async ({ isQuick, say }) => {
  const [time, size] = [collectSeries(), collectSeries()];
  for (const bytes of [1e3, 1e4, 1e5, 1e6, ...(isQuick ? [] : [1e7])]) {
    say(`an answer of ${bytes} bytes`);
    const { call = 0, parse = 0, answered = 0, peak = 0 } = await runChild('results', bytes);
    time.add(bytes / 1000, { 'a call': call, 'of it JSON.parse alone': parse });
    size.add(bytes / 1000, { 'what the model gets, kB': answered / 1000, 'memory at most, MiB': peak });
  }
  const x = { label: 'answer of the API', unit: 'kB' };
  return [
    {
      name: 'results',
      title: 'Size of an answer: time',
      x,
      y: { label: 'CPU time of a call', unit: 'ms' },
      series: time.series(),
    },
    {
      name: 'results-size',
      title: 'Size of an answer: what is left, memory',
      x,
      y: { label: 'size', unit: 'kB, MiB' },
      series: size.series(),
    },
  ];
};
