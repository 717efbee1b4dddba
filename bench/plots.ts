import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { barPlot } from './plots/bar-plot.ts';
import { growthText, withGrowth } from './plots/growth-text.ts';
import { linePlot } from './plots/line-plot.ts';

// Draws what `npm run bench:growth -- --json FILE` and the programs of bench/profile measured:
//   npm run bench:plots -- [--growth FILE] [--profile FILE]... [--folder docs/images/benchmarks] [--page docs/scale.md]
const FOLDER = 'docs/images/benchmarks';

const axis = z.object({ label: z.string(), unit: z.string() });
const series = z.object({ name: z.string(), points: z.array(z.tuple([z.number(), z.number()])) });
const figure = z.object({
  name: z.string().regex(/^[a-z-]+$/),
  title: z.string(),
  x: axis,
  y: axis,
  series: z.array(series),
});
const growth = z.object({
  ...{ date: z.string(), cores: z.number(), node: z.string(), isQuick: z.boolean() },
  figures: z.array(figure),
});
const span = z.object({ name: z.string(), us: z.number() });
const profiled = z.object({ name: z.string(), store: z.string().nullish(), spans: z.array(span) });
const profiles = z.union([z.array(profiled), profiled.transform((one) => [one])]);

const { values } = parseArgs({
  options: {
    growth: { type: 'string', default: join(FOLDER, 'growth.json') },
    profile: { type: 'string', multiple: true, default: [join(FOLDER, 'profile.json')] },
    folder: { type: 'string', default: FOLDER },
    page: { type: 'string' },
  },
});
await mkdir(values.folder, { recursive: true });

async function read<Read>(file: string, schema: z.ZodType<Read>): Promise<Read | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) process.stderr.write(`${file} is not there: no picture of it is drawn.\n`);
  return text === undefined ? undefined : schema.parse(JSON.parse(text));
}

async function write(name: string, drawn: string): Promise<void> {
  const file = join(values.folder, `${name}.svg`);
  await writeFile(file, drawn);
  console.log(file);
}

const grown = await read(values.growth, growth);
for (const one of grown?.figures ?? []) await write(one.name, linePlot(one));
if (values.page !== undefined && grown !== undefined) {
  const pictures = relative(dirname(values.page), values.folder).split(sep).join('/');
  await writeFile(values.page, withGrowth(await readFile(values.page, 'utf8'), growthText(grown, pictures)));
}
const calls = (await Promise.all(values.profile.map((file) => read(file, profiles)))).flatMap((some) => some ?? []);
if (calls.length > 0) await write('profile', barPlot('One call: where its CPU time goes, in microseconds', calls));
