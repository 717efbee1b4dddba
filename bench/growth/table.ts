import { type Figure, growthOf } from './figure.ts';
import { shownNumber } from './shown-number.ts';

/** A figure as rows of texts: a series in each, with its costs by size and the power by which it grows at its end. */
export function tableOf({ series }: Pick<Figure, 'series'>): string[][] {
  const sizes = [...new Set(series.flatMap(({ points }) => points.map(([size]) => size)))].sort((a, b) => a - b);
  const rows = series.map((one) => {
    const costs = sizes.map((size) => one.points.find(([at]) => at === size)?.[1]);
    const shown = costs.map((cost) => (cost === undefined ? '' : shownNumber(cost)));
    return [one.name, ...shown, growthOf(one)?.toFixed(2) ?? ''];
  });
  return [['', ...sizes.map(shownNumber), 'power'], ...rows];
}
