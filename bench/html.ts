// How long the worst HTML holds a process: milliseconds, the best of some rounds, at 1x, 2x and 4x of a size in
// characters and at 5 MB: `node bench/html.ts [size]`.
import { htmlToMarkdown } from '../runtime/shape/html/html-to-markdown.ts';
import { worstHtml } from '../test/runtime/shape/support/worst-html.ts';

const ROUNDS = 5;
const size = Number(process.argv[2] ?? 10_000);
const sizes = [size, size * 2, size * 4, 5_000_000];

function best(html: string): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    htmlToMarkdown(html);
    return performance.now() - start;
  });
  return Math.min(...times);
}

for (const make of Object.values(worstHtml)) htmlToMarkdown(make(size));

const rows = Object.entries(worstHtml).map(([name, make]) => ({ name, times: sizes.map((of) => best(make(of))) }));
rows.sort((one, other) => Math.max(...other.times) - Math.max(...one.times));
console.log(`${''.padEnd(50)}${sizes.map((of) => `${of / 1000} kB`.padStart(10)).join('')}   2x/1x   4x/2x`);
for (const { name, times } of rows) {
  const [once = 0, twice = 0, fourTimes = 0] = times;
  const ratios = [twice / once, fourTimes / twice].map((ratio) => ratio.toFixed(1).padStart(8)).join('');
  console.log(`${name.padEnd(50)}${times.map((time) => time.toFixed(2).padStart(10)).join('')}${ratios}`);
}
