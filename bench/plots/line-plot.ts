import type { Axis, Figure, Series } from '../growth/figure.ts';
import { shownNumber } from '../growth/shown-number.ts';
import { COLOUR_COUNT, line, picture, round, text } from './svg.ts';

const WIDTH = 880;
const HEIGHT = 436;
/** The lines themselves; names of series stand to the right of them. */
const PLOT = { left: 76, right: 540, top: 74, bottom: 372 } as const;
/** Characters of a name that have room beside its line. */
const LONGEST_NAME = 36;
/** Pixels between two names. */
const LINE_HEIGHT = 18;

const LOWEST_NAME = PLOT.bottom + 10;

/** Turns values into pixels, by their logarithms. */
interface Scale {
  readonly at: (value: number) => number;
  readonly ticks: readonly number[];
}

/** Series as lines over two logarithmic axes, each named at its end; throws for a figure without points, with some that have no logarithm, or with a name that has no room. */
export function linePlot({ title, x, y, series }: Figure): string {
  const points = series.flatMap((one) => one.points);
  if (points.length === 0) throw new Error(`There is nothing to draw of ${title}.`);
  if (points.some((point) => point.some((value) => !(value > 0 && Number.isFinite(value)))))
    throw new Error(`${title} has a point that is not above zero.`);
  const long = series.find(({ name }) => name.length > LONGEST_NAME);
  if (long !== undefined) throw new Error(`${long.name} is longer than ${LONGEST_NAME} characters.`);
  const [sizes, costs] = [points.map(([size]) => size), points.map(([, cost]) => cost)];
  const across = scaleOf(
    sizes,
    [PLOT.left + 14, PLOT.right - 14],
    [...new Set(sizes)].sort((a, b) => a - b),
  );
  const [least, most] = decades(costs);
  const up = scaleOf([least, most], [PLOT.bottom, PLOT.top], between(least, most));
  return picture({ width: WIDTH, height: HEIGHT, title: `${title}: ${labelOf(y)} by ${labelOf(x)}` }, [
    text(20, 30, title, 'title'),
    ...grid(across, up, [x, y]),
    guide(across, up, Math.min(...sizes), Math.max(...sizes), [least, most]),
    ...series.map(({ points: own }, index) => drawn(own, { across, up }, index)),
    ...names(series, up, across),
    text(WIDTH - 20, HEIGHT - 20, 'dotted: twice the size, twice the cost', 'small end'),
  ]);
}

function scaleOf(values: readonly number[], [from, to]: readonly [number, number], ticks: readonly number[]): Scale {
  const [low, high] = [Math.log10(Math.min(...values)), Math.log10(Math.max(...values))];
  const width = high - low || 1;
  return { ticks, at: (value) => from + ((to - from) * (Math.log10(value) - low)) / width };
}

/** The powers of ten around some values, never the same one. */
function decades(values: readonly number[]): readonly [number, number] {
  const low = Math.floor(Math.log10(Math.min(...values)));
  const high = Math.ceil(Math.log10(Math.max(...values)));
  return [10 ** low, 10 ** Math.max(high, low + 1)];
}

function between(least: number, most: number): number[] {
  const low = Math.round(Math.log10(least));
  const count = Math.round(Math.log10(most)) - low;
  const tens = Array.from({ length: count + 1 }, (_, index) => 10 ** (low + index));
  // Within one or two powers of ten there would be too few lines to read a value by.
  return count > 2 ? tens : tens.flatMap((ten) => [ten, 2 * ten, 5 * ten]).filter((tick) => tick <= most);
}

function grid(across: Scale, up: Scale, [x, y]: readonly [Axis, Axis]): string[] {
  const { left, right, top, bottom } = PLOT;
  let last = Number.NEGATIVE_INFINITY;
  return [
    ...up.ticks.flatMap((tick) => [
      line([left, up.at(tick)], [right, up.at(tick)], 'grid'),
      text(left - 8, up.at(tick) + 4, shownNumber(tick), 'small end'),
    ]),
    ...across.ticks.flatMap((tick) => {
      const at = across.at(tick);
      const isFree = at - last > 46;
      if (isFree) last = at;
      return [
        line([at, bottom], [at, bottom + 5], 'axis'),
        ...(isFree ? [text(at, bottom + 20, shownNumber(tick), 'small middle')] : []),
      ];
    }),
    line([left, bottom], [right, bottom], 'axis'),
    text(20, top - 18, labelOf(y), 'small'),
    text((left + right) / 2, bottom + 44, labelOf(x), 'small middle'),
  ];
}

/** What grows in proportion is parallel to this. */
function guide(across: Scale, up: Scale, from: number, to: number, [least, most]: readonly [number, number]): string {
  const end = Math.min(to, (from * most) / least);
  return line([across.at(from), up.at(least)], [across.at(end), up.at((least * end) / from)], 'guide');
}

function drawn(points: Series['points'], { across, up }: { across: Scale; up: Scale }, index: number): string {
  const colour = index % COLOUR_COUNT;
  const places = points.map(([size, cost]) => [round(across.at(size)), round(up.at(cost))] as const);
  const path = places.map(([px, py]) => `${px},${py}`).join(' ');
  const dots = places.map(([px, py]) => `<circle class="f${colour}" cx="${px}" cy="${py}" r="3.5"/>`);
  return [`<polyline class="line s${colour}" points="${path}"/>`, ...dots].join('\n');
}

/** The name of each series as high as it ends, or as near to that as others leave room. */
function names(series: readonly Series[], up: Scale, across: Scale): string[] {
  const ends = series
    .map(({ name, points }, index) => {
      const [size = 1, cost = 1] = points.at(-1) ?? [];
      return { name, index, cost, x: across.at(size), y: up.at(cost), at: up.at(cost) };
    })
    .sort((one, other) => one.y - other.y);
  for (const [place, end] of ends.entries()) {
    const above = ends[place - 1];
    if (above !== undefined) end.at = Math.max(end.at, above.at + LINE_HEIGHT);
  }
  const over = (ends.at(-1)?.at ?? 0) - LOWEST_NAME;
  let limit = Number.POSITIVE_INFINITY;
  for (const end of ends.toReversed()) {
    if (over > 0) end.at = Math.min(end.at, limit, LOWEST_NAME);
    limit = end.at - LINE_HEIGHT;
  }
  return ends.flatMap(({ name, index, cost, x, y, at }) => [
    line([x + 6, y], [PLOT.right + 20, at], `lead s${index % COLOUR_COUNT}`),
    `<g class="f${index % COLOUR_COUNT}">${text(PLOT.right + 26, at + 4, `${shownNumber(cost)} · ${name}`)}</g>`,
  ]);
}

function labelOf({ label, unit }: Axis): string {
  return unit === '' ? label : `${label}, ${unit}`;
}
