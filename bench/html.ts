// How long the worst HTML takes, and for how long it holds a process in one go: milliseconds, the best of some rounds, at
// 1x, 2x and 4x of a size in characters and at 5 MB: `node bench/html.ts [size]`.
import { convertInPieces } from '../runtime/shape/html/html-to-markdown.ts';
import { escapeTags } from '../runtime/shape/html/looks-like-html.ts';
import { worstHtml } from '../test/runtime/shape/support/worst-html.ts';

const ROUNDS = 5;
const size = Number(process.argv[2] ?? 10_000);
const sizes = [size, size * 2, size * 4, 5_000_000];

interface Times {
  readonly all: number;
  /** The longest step without a turn for others. */
  readonly longest: number;
}

function timesOf(html: string): Times {
  const steps: number[] = [];
  const pieces = convertInPieces(html);
  let markdown: string | undefined;
  while (markdown === undefined) {
    const start = performance.now();
    const { done, value } = pieces.next();
    steps.push(performance.now() - start);
    if (done) markdown = value.markdown;
  }
  const start = performance.now();
  escapeTags(markdown);
  steps.push(performance.now() - start);
  return { all: steps.reduce((sum, step) => sum + step, 0), longest: Math.max(...steps) };
}

function best(html: string): Times {
  const rounds = Array.from({ length: ROUNDS }, () => timesOf(html));
  return {
    all: Math.min(...rounds.map(({ all }) => all)),
    longest: Math.min(...rounds.map(({ longest }) => longest)),
  };
}

for (const make of Object.values(worstHtml)) timesOf(make(size));

const rows = Object.entries(worstHtml).map(([name, make]) => ({ name, times: sizes.map((of) => best(make(of))) }));
rows.sort((one, other) => (other.times.at(-1)?.longest ?? 0) - (one.times.at(-1)?.longest ?? 0));
console.log(`${''.padEnd(50)}${sizes.map((of) => `${of / 1000} kB`.padStart(10)).join('')}   2x/1x   4x/2x   at once`);
for (const { name, times } of rows) {
  const [once, twice, fourTimes, most] = times;
  const ratio = (a = once, b = once) => ((b?.all ?? 0) / (a?.all ?? 1)).toFixed(1).padStart(8);
  const all = times.map((time) => time.all.toFixed(2).padStart(10)).join('');
  console.log(
    `${name.padEnd(50)}${all}${ratio(once, twice)}${ratio(twice, fourTimes)}${(most?.longest ?? 0).toFixed(2).padStart(10)}`,
  );
}
