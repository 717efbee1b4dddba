// Generates from many descriptions of other vendors, each in a process of its own, and lists the tools through the official client:
// npm run fleet -- --descriptions FOLDER --report FILE [--count 300] [--seed 1] [--skip 0] [--only NAME] [--jobs 2] [--judge] [--keep]
// With --judge 25 requests of each are judged by Prism. Nothing of the descriptions is kept; FILE gets all that was found as JSON.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chooseDescriptions, findDescriptions } from './fleet/choose.ts';
import { describeOutcome, summary } from './fleet/report.ts';
import { tryDescription } from './fleet/try-description.ts';

const { values } = parseArgs({
  options: {
    descriptions: { type: 'string' },
    report: { type: 'string' },
    count: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    skip: { type: 'string', default: '0' },
    only: { type: 'string', multiple: true },
    jobs: { type: 'string', default: String(availableParallelism()) },
    seconds: { type: 'string', default: '300' },
    megabytes: { type: 'string', default: '4000' },
    judge: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  },
});
const { descriptions, report, only } = values;
if (descriptions === undefined || report === undefined)
  throw new Error('--descriptions FOLDER and --report FILE are needed');

const all = await findDescriptions(descriptions);
const chosen = only
  ? all.filter(({ name }) => only.includes(name))
  : chooseDescriptions(all, { count: Number(values.count), seed: Number(values.seed) }).slice(Number(values.skip));
if (chosen.length === 0) throw new Error(`no descriptions in ${descriptions}`);
// Inside of the project, so that generated modules find their packages.
const scratch = join(import.meta.dirname, '../.tmp/fleet');
await mkdir(scratch, { recursive: true });
const limits = { seconds: Number(values.seconds), megabytes: Number(values.megabytes) };
/** Prism takes minutes to read a larger description. */
const LARGEST_JUDGED = 2_000_000;
const left = [...chosen];
const outcomes: Awaited<ReturnType<typeof tryDescription>>[] = [];

async function work(): Promise<void> {
  for (let next = left.shift(); next !== undefined; next = left.shift()) {
    const folder = join(scratch, next.name.replaceAll(/[^\w.-]/g, '_'));
    const outcome = await tryDescription(next, {
      folder,
      limits,
      isJudged: values.judge && next.bytes < LARGEST_JUDGED,
    });
    outcomes.push(outcome);
    console.log(`${String(outcomes.length).padStart(4)}/${chosen.length} ${describeOutcome(outcome)}`);
    if (!values.keep) await rm(folder, { recursive: true, force: true });
    if (report !== undefined) await writeFile(report, `${JSON.stringify(outcomes, undefined, 1)}\n`);
  }
}

await Promise.all(Array.from({ length: Number(values.jobs) }, work));
console.log(`\n${summary(outcomes)}`);
