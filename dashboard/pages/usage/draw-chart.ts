import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartConfiguration,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from 'chart.js';
import type { PageColors } from './chart-colors.ts';
import type { Series } from './usage-series.ts';

Chart.register(
  ...[BarController, BarElement, CategoryScale, LinearScale, LineController, LineElement, PointElement, Tooltip],
);

/** What a chart shows: bars that stand on each other, or lines. */
export interface ChartSpec {
  readonly kind: 'bars' | 'lines';
  /** Names of the periods on the axis, and by themselves. */
  readonly labels: readonly string[];
  readonly titles: readonly string[];
  readonly series: readonly Series[];
  readonly say: (value: number) => string;
}

/** A chart on a canvas. */
export interface Drawn {
  readonly show: (spec: ChartSpec, colors: PageColors) => void;
  readonly end: () => void;
}

/** Bars from which on there is no room between them. */
const MANY = 62;

/** Draws on a canvas; what is shown later takes its place without a movement. */
export function drawChart(canvas: HTMLCanvasElement, spec: ChartSpec, colors: PageColors): Drawn {
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const chart = new Chart(canvas, configuration(spec, colors, isCalm ? 0 : 250));
  return {
    show: (next, as) => {
      const { data, options } = configuration(next, as, 0);
      chart.data = data;
      if (options !== undefined) chart.options = options;
      chart.update('none');
    },
    end: () => chart.destroy(),
  };
}

type Config = ChartConfiguration<'bar' | 'line', (number | null)[], string>;

function configuration({ kind, labels, titles, series, say }: ChartSpec, colors: PageColors, duration: number): Config {
  const isBars = kind === 'bars';
  const isTight = labels.length > MANY;
  const axis = { border: { color: colors.line }, grid: { color: colors.line, drawTicks: false } };
  const ticks = { color: colors['text-2'], padding: 8, maxRotation: 0, autoSkipPadding: 16 };
  return {
    type: isBars ? 'bar' : 'line',
    data: {
      labels: [...labels],
      datasets: series.map(({ name, color, isDashed = false, values }) => ({
        label: name,
        data: [...values],
        backgroundColor: colors[color],
        ...(isBars ? barStyle(isTight, colors.surface) : lineStyle(values, colors[color], isDashed)),
      })),
    },
    options: {
      animation: { duration },
      maintainAspectRatio: false,
      interaction: { mode: 'index', intersect: false },
      scales: {
        x: { ...axis, stacked: isBars, grid: { display: false }, ticks },
        y: {
          ...axis,
          stacked: isBars,
          beginAtZero: true,
          ticks: { ...ticks, precision: 0, maxTicksLimit: 6, callback: (value) => say(Number(value)) },
        },
      },
      plugins: {
        tooltip: {
          backgroundColor: colors.surface,
          borderColor: colors.line,
          borderWidth: 1,
          titleColor: colors.text,
          bodyColor: colors.text,
          padding: 10,
          boxPadding: 4,
          // Of the many that are nothing at this time no word is said.
          filter: ({ parsed, dataset }) => !isBars || parsed.y !== 0 || dataset.data.length === 1,
          callbacks: {
            title: ([item]) => titles[item?.dataIndex ?? 0] ?? '',
            label: ({ dataset, parsed }) => `${dataset.label}: ${say(parsed.y ?? 0)}`,
          },
        },
      },
    },
  };
}

function barStyle(isTight: boolean, surface: string) {
  // A line of the ground between those that stand on each other tells them apart without colours.
  const gap = isTight ? { categoryPercentage: 1, barPercentage: 1 } : { borderColor: surface, borderWidth: { top: 1 } };
  return { ...gap, maxBarThickness: 48 };
}

function lineStyle(values: readonly (number | null)[], color: string, isDashed: boolean) {
  const isAlone = (at: number): boolean => values[at - 1] == null && values[at + 1] == null;
  return {
    borderColor: color,
    borderWidth: 2,
    borderDash: isDashed ? [6, 4] : [],
    // A value between two that are missing has no line to be seen by.
    pointRadius: values.map((_, at) => (isAlone(at) ? 3 : 0)),
    pointHoverRadius: 4,
    spanGaps: false,
  };
}
