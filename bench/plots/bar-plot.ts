import { shownNumber } from '../growth/shown-number.ts';
import { COLOUR_COUNT, picture, round, text } from './svg.ts';

/** One call, and how long its parts take, in microseconds. */
export interface Profiled {
  readonly name: string;
  /** The store of a gateway. */
  readonly store?: string | null | undefined;
  readonly spans: readonly { readonly name: string; readonly us: number }[];
}

const WIDTH = 820;
const LEFT = 170;
const RIGHT = 730;
const TOP = 56;
const BAR = { height: 26, step: 42 } as const;
const KEY = { step: 20, column: 260 } as const;

/** Profiles as bars of their parts, all to one scale, with a key of the parts beneath. */
export function barPlot(title: string, profiles: readonly Profiled[]): string {
  const totals = profiles.map(({ spans }) => spans.reduce((sum, { us }) => sum + us, 0));
  const scale = (RIGHT - LEFT) / Math.max(...totals);
  const parts = [...new Set(profiles.flatMap(({ spans }) => spans.map(({ name }) => name)))];
  const key = TOP + profiles.length * BAR.step + 14;
  const bars = profiles.flatMap(({ name, store, spans }, row) => {
    const y = TOP + row * BAR.step;
    let x = LEFT;
    const segments = spans.map((span) => {
      const width = span.us * scale;
      const colour = parts.indexOf(span.name) % COLOUR_COUNT;
      const label = width > 34 ? text(x + width / 2, y + 17, shownNumber(Math.round(span.us)), 'on middle') : '';
      const segment = `<rect class="f${colour}" x="${round(x)}" y="${y}" width="${round(width)}" height="${BAR.height}"/>${label}`;
      x += width;
      return segment;
    });
    return [
      text(LEFT - 10, y + 17, store == null ? name : `${name}, ${store}`, 'end'),
      ...segments,
      text(x + 8, y + 17, `${shownNumber(Math.round(totals[row] ?? 0))} µs`, 'small'),
    ];
  });
  const keys = parts.flatMap((part, index) => {
    const x = LEFT - 150 + (index % 3) * KEY.column;
    const y = key + Math.floor(index / 3) * KEY.step;
    return [
      `<rect class="f${index % COLOUR_COUNT}" x="${x}" y="${y}" width="12" height="12"/>`,
      text(x + 18, y + 11, part, 'small'),
    ];
  });
  const height = key + Math.ceil(parts.length / 3) * KEY.step + 16;
  return picture({ width: WIDTH, height, title }, [text(20, 30, title, 'title'), ...bars, ...keys]);
}
