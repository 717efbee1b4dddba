import { Parser } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { type Figure, growthOf } from '../../../bench/growth/figure.ts';
import { shownNumber } from '../../../bench/growth/shown-number.ts';
import { barPlot } from '../../../bench/plots/bar-plot.ts';
import { growthText, withGrowth } from '../../../bench/plots/growth-text.ts';
import { linePlot } from '../../../bench/plots/line-plot.ts';
import { escapeXml } from '../../../bench/plots/svg.ts';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** The elements of a picture, and all its texts; throws where it is no well-formed XML. */
function read(picture: string): { elements: readonly Element[]; texts: string } {
  const elements: Element[] = [];
  let texts = '';
  const parser = new Parser(
    {
      onopentag: (name, attributes) => elements.push({ name, attributes }),
      ontext: (text) => {
        texts += text;
      },
    },
    { xmlMode: true },
  );
  parser.end(picture);
  const open = picture.match(/<[a-z]+(?=[\s>])(?:"[^"]*"|[^">])*(?<!\/)>/g) ?? [];
  const closed = picture.match(/<\/[a-z]+>/g) ?? [];
  if (open.length !== closed.length) throw new Error(`${open.length} elements begin, ${closed.length} end`);
  if (/&(?!amp;|lt;|gt;|quot;)/.test(picture)) throw new Error('an & is not escaped');
  return { elements, texts };
}

const figure: Figure = {
  name: 'tools',
  title: 'Tools & <their> "cost"',
  x: { label: 'tools', unit: '' },
  y: { label: 'CPU time', unit: 'ms' },
  series: [
    {
      name: 'list',
      points: [
        [50, 0.4],
        [231, 1.6],
        [10_000, 71],
      ],
    },
    {
      name: 'call <b>',
      points: [
        [50, 1.1],
        [231, 1.2],
        [10_000, 1.1],
      ],
    },
    { name: 'one', points: [[231, 1.15]] },
  ],
};

const numbers = (element: Element, ...names: readonly string[]) =>
  names.map((name) => Number(element.attributes[name]));

describe('a plot of growth', () => {
  test('draws every point of every series, and names each, whatever is in its name', () => {
    const { elements, texts } = read(linePlot(figure));
    expect(elements.filter(({ name }) => name === 'circle')).toHaveLength(7);
    for (const shown of [
      'Tools & <their> "cost"',
      'list',
      'call <b>',
      'one',
      'CPU time, ms',
      'tools',
      '10,000',
      '71 ·',
    ])
      expect(texts).toContain(shown);
  });

  test('puts larger sizes to the right and larger costs up, in equal steps for equal factors', () => {
    const points = [1, 10, 100, 1000].map((size) => [size, size] as const);
    const { elements } = read(linePlot({ ...figure, series: [{ name: 'all', points }] }));
    const places = elements.filter(({ name }) => name === 'circle').map((circle) => numbers(circle, 'cx', 'cy'));
    const steps = places
      .slice(1)
      .map(([x = 0, y = 0], index) => [x - (places[index]?.[0] ?? 0), y - (places[index]?.[1] ?? 0)]);
    for (const [across = 0, up = 0] of steps) {
      expect(across).toBeCloseTo(steps[0]?.[0] ?? 0, 0);
      expect(up).toBeCloseTo(steps[0]?.[1] ?? 0, 0);
      expect(across).toBeGreaterThan(0);
      expect(up).toBeLessThan(0);
    }
  });

  test('keeps names apart, and everything inside of the picture', () => {
    const series = Array.from({ length: 9 }, (_, index) => ({
      name: `s${index}`,
      points: [
        [1, 1],
        [10, 1 + index / 100],
      ] as const,
    }));
    const { elements } = read(linePlot({ ...figure, series }));
    const height = Number(elements[0]?.attributes.height);
    const texts = elements.filter(({ name }) => name === 'text').map((element) => numbers(element, 'x', 'y'));
    for (const [x = 0, y = 0] of texts) expect([x >= 0, y > 0, y < height]).toEqual([true, true, true]);
    const names = texts
      .filter(([x = 0]) => x > 560 && x < 600)
      .map(([, y = 0]) => y)
      .sort((a, b) => a - b);
    expect(names).toHaveLength(9);
    for (const [index, y] of names.entries())
      if (index > 0) expect(y - (names[index - 1] ?? 0)).toBeGreaterThanOrEqual(17.9);
  });

  test.each([
    ['nothing', []],
    ['a zero', [{ name: 'x', points: [[1, 0]] }]],
    ['what is no number', [{ name: 'x', points: [[1, Number.NaN]] }]],
  ] as const)('of %s is refused', (_, series) => {
    expect(() => linePlot({ ...figure, series })).toThrow('Tools');
  });

  test('asks for no font and no file of another place, and has colours for the dark', () => {
    const drawn = linePlot(figure).replace('http://www.w3.org/2000/svg', '');
    expect(drawn).not.toMatch(/https?:|@import|@font-face|url\(|<script/);
    expect(drawn).toContain('prefers-color-scheme:dark');
  });
});

describe('a profile', () => {
  const profiles = [
    {
      name: 'stdio',
      spans: [
        { name: 'read', us: 30 },
        { name: 'MCP', us: 70 },
      ],
    },
    {
      name: 'gateway',
      store: 'sqlite',
      spans: [
        { name: 'MCP', us: 150 },
        { name: 'store & log', us: 50 },
      ],
    },
  ];

  test('has a bar of all parts, as long as they take, with a key and sums', () => {
    const { elements, texts } = read(barPlot('One call', profiles));
    const bars = elements.filter(({ name, attributes }) => name === 'rect' && attributes.height === '26');
    const widths = bars.map((bar) => numbers(bar, 'width')[0] ?? 0);
    const unit = (widths[0] ?? 0) / 30;
    expect(widths.map((width) => Math.round(width / unit))).toEqual([30, 70, 150, 50]);
    for (const shown of ['stdio', 'gateway, sqlite', 'store & log', '100 µs', '200 µs']) expect(texts).toContain(shown);
  });

  test('gives a part one colour in all bars', () => {
    const { elements } = read(barPlot('One call', profiles));
    const bars = elements.filter(({ name, attributes }) => name === 'rect' && attributes.height === '26');
    expect(bars[1]?.attributes.class).toBe(bars[2]?.attributes.class);
    expect(new Set(bars.map(({ attributes }) => attributes.class)).size).toBe(3);
  });
});

test('growth is told as a power: 1 in proportion, 0 not at all, unknown of one point', () => {
  const of = (...costs: readonly number[]) =>
    growthOf({ name: '', points: costs.map((cost, index) => [10 ** index, cost] as const) });
  expect([of(1, 10), of(3, 3), of(1, 5, 500), of(1)]).toEqual([1, 0, 2, undefined]);
});

test.each([
  ['a & b', 'a &amp; b'],
  ['<b>"', '&lt;b&gt;&quot;'],
])('%s stands in XML as %s', (text, want) => {
  expect(escapeXml(text)).toBe(want);
});

test.each([
  [1234.5, '1,230'],
  [0.0123, '0.0123'],
  [1_000_000, '1,000,000'],
])('%d is shown as %s', (value, want) => {
  expect(shownNumber(value)).toBe(want);
});

describe('growth on a page', () => {
  const grown = { date: '2026-11-29', cores: 2, node: 'v24', isQuick: false, figures: [figure] };
  const page =
    'Before.\n\n<!-- What npm run bench:plots writes begins here. -->\nold\n<!-- What npm run bench:plots writes ends here. -->\n\nAfter.\n';

  test('has the picture of each figure, and every number of it', () => {
    const written = growthText(grown, 'images/benchmarks');
    expect(written).toContain('(images/benchmarks/tools.svg)');
    expect(written).toContain('| list | 0.4 | 1.6 | 71 | 1.01 |');
    expect(written).toContain('| one |  | 1.15 |  |  |');
  });

  test('stands in place of what stood there before, and nothing else changes', () => {
    const once = withGrowth(page, 'new');
    expect(once).toBe(page.replace('\nold\n', '\n\nnew\n\n'));
    expect(withGrowth(once, 'new')).toBe(once);
    expect(() => withGrowth('a page of something else', 'new')).toThrow('bench:plots');
  });
});

test('a name that has no room beside its line is refused', () => {
  const series = [{ name: 'x'.repeat(40), points: [[1, 1]] as const }];
  expect(() => linePlot({ ...figure, series })).toThrow('longer than 36');
});
