import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { measureArguments } from './growth/arguments.ts';
import { measureAudit } from './growth/audit.ts';
import { measureClients } from './growth/clients.ts';
import type { Figure, Measure } from './growth/figure.ts';
import { measureProcesses } from './growth/processes.ts';
import { measureResults } from './growth/results.ts';
import { measureServers } from './growth/servers.ts';
import { tableOf } from './growth/table.ts';
import { measureTools } from './growth/tools.ts';

// What grows with what, and how fast; --json keeps the figures, of which `npm run bench:plots` draws the pictures. With --only
// the others stay there as they are:
//   npm run bench:growth -- [--quick] [--only tools,servers] [--json FILE]
const measures = {
  tools: measureTools,
  arguments: measureArguments,
  results: measureResults,
  clients: measureClients,
  servers: measureServers,
  audit: measureAudit,
  processes: measureProcesses,
} as const satisfies Record<string, Measure>;

const { values } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, only: { type: 'string' }, json: { type: 'string' } },
});
const names = Object.keys(measures);
const only = values.only?.split(',') ?? names;
const unknown = only.filter((name) => !names.includes(name));
if (unknown.length > 0) throw new Error(`There is no growth against ${unknown.join(', ')}: ${names.join(', ')}.`);

const began = performance.now();
const say = (text: string): void => {
  process.stderr.write(`${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s  ${text}\n`);
};
const figures: Figure[] = [];
for (const [name, measure] of Object.entries(measures))
  if (only.includes(name)) {
    const measured = await measure({ isQuick: values.quick, say });
    for (const figure of measured) print(figure);
    figures.push(...measured);
  }
say('done');
if (values.json !== undefined) {
  const machine = { cores: availableParallelism(), node: process.version, platform: process.platform };
  const all = values.only === undefined ? figures : replaced(values.json, figures);
  const kept = { date: new Date().toISOString().slice(0, 10), ...machine, isQuick: values.quick, figures: all };
  writeFileSync(values.json, `${JSON.stringify(kept, undefined, 1)}\n`);
}

/** The figures of a file, with those that were measured anew in their places. */
function replaced(file: string, anew: readonly Figure[]): readonly Figure[] {
  const before = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as { figures: readonly Figure[] }).figures
    : [];
  const named = (name: string): Figure | undefined => anew.find((one) => one.name === name);
  return [
    ...before.map((one) => named(one.name) ?? one),
    ...anew.filter(({ name }) => !before.some((one) => one.name === name)),
  ];
}

function print(figure: Figure): void {
  const { title, x, y } = figure;
  const [head = [], ...rows] = tableOf(figure);
  const width = Math.max(...rows.map(([name = '']) => name.length), 24);
  console.log(`\n${title}: ${y.label} in ${y.unit}, by ${x.label}${x.unit === '' ? '' : ` in ${x.unit}`}`);
  for (const [name = '', ...cells] of [head, ...rows])
    console.log(`${name.padEnd(width)}${cells.map((cell) => cell.padStart(12)).join('')}`);
}
