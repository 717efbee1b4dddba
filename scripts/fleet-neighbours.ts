// The same descriptions by other generators, listed by the official client, their requests judged by Prism:
// node --conditions=intercom-mcp-toolkit:source scripts/fleet-neighbours.ts --packages FOLDER --descriptions FOLDER --report FILE [--count 60] [--seed 1]
// FOLDER of packages is a scratch folder outside of this repository with openapi-mcp-generator 4.0.1, @ivotoby/openapi-mcp-server 1.16.1
// and what the first one's projects import: @modelcontextprotocol/sdk, axios, dotenv, json-schema-to-zod, zod 3.
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { table } from '../cli/output/table.ts';
import { chooseDescriptions, findDescriptions } from './fleet/choose.ts';
import { type NeighbourOutcome, neighbours, tryNeighbour } from './fleet/try-neighbour.ts';

const { values } = parseArgs({
  options: {
    packages: { type: 'string' },
    descriptions: { type: 'string' },
    report: { type: 'string' },
    count: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    skip: { type: 'string', default: '0' },
    calls: { type: 'string', default: '5' },
  },
});
const { packages, descriptions, report } = values;
if (packages === undefined || descriptions === undefined || report === undefined)
  throw new Error('--packages FOLDER, --descriptions FOLDER and --report FILE are needed');

const all = await findDescriptions(descriptions);
const chosen = chooseDescriptions(all, { count: Number(values.count), seed: Number(values.seed) }).slice(
  Number(values.skip),
);
const outcomes: (NeighbourOutcome & { kind: string; name: string })[] = [];
/** Prism takes minutes to read a larger description. */
const LARGEST_JUDGED = 2_000_000;

for (const { name, file, bytes } of chosen)
  for (const kind of Object.keys(neighbours)) {
    const outcome = await tryNeighbour(kind, {
      spec: file,
      packages,
      name,
      most: bytes > LARGEST_JUDGED ? 0 : Number(values.calls),
    });
    outcomes.push({ kind, name, ...outcome });
    console.log(`${name} ${kind}: ${JSON.stringify(outcome).slice(0, 260)}`);
    await writeFile(report, `${JSON.stringify(outcomes, undefined, 1)}\n`);
  }

const rows = [...Map.groupBy(outcomes, ({ kind }) => kind)].map(([kind, some]) => {
  const listed = some.filter(({ tools }) => tools > 0);
  const total = (pick: (one: NeighbourOutcome) => number): number => some.reduce((sum, one) => sum + pick(one), 0);
  const counts = [some.length, listed.length, total(({ tools }) => tools), total(({ tokens }) => tokens)];
  return [kind, ...counts, total(({ calls }) => calls), total(({ sent }) => sent), total(({ right }) => right)];
});
console.log(`\n${table([['', 'APIs', 'listed', 'tools', 'tokens', 'calls', 'sent', 'right'], ...rows])}`);
