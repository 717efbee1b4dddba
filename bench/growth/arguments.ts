import { collectSeries, type Measure } from './figure.ts';
import { runChild } from './run-child.ts';

/** Cost of a call against its arguments, beside each other and inside of each other. */
export const measureArguments: Measure = async ({ isQuick, say }) => {
  const time = collectSeries();
  const kinds = { wide: [1, 10, 100, 1000], deep: isQuick ? [1, 10] : [1, 3, 10, 30] } as const;
  for (const [kind, sizes] of Object.entries(kinds))
    for (const size of sizes) {
      say(`${size} arguments, ${kind}`);
      const { right = 0, wrong = 0 } = await runChild('arguments', kind, size);
      const of = kind === 'wide' ? 'side by side' : 'inside of each other';
      time.add(size, { [`right, ${of}`]: right, [`one wrong, ${of}`]: wrong });
    }
  const [x, y] = [
    { label: 'arguments of the call', unit: '' },
    { label: 'CPU time of a call', unit: 'ms' },
  ];
  return [{ name: 'arguments', title: 'Arguments of a call', x, y, series: time.series() }];
};
