import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism, type } from 'node:os';
import { basename } from 'node:path';
import { table } from '../cli/output/table.ts';
import { compare } from './compare/compare.ts';
import { judgeGoals } from './compare/goals.ts';
import { insertInto, markdownOf } from './compare/markdown.ts';
import { HELP, measureNames, readOptions } from './compare/options.ts';
import { showComparison } from './compare/show.ts';
import { contestants } from './contestants/index.ts';

// Ours beside the floor and its neighbours, in turns: npm run bench -- --help
const args = process.argv.slice(2);
const names = contestants.map(({ name }) => name);
if (args.includes('--help')) {
  console.log(HELP.replace('NAMES', names.join(', ')).replace('MEASURES', measureNames.join(', ')));
} else {
  const options = readOptions(args, names);
  const began = performance.now();
  const compared = await compare(options, (text) => process.stderr.write(`${text}\n`));
  const occasion = {
    date: new Date().toISOString().slice(0, 10),
    machine: `${availableParallelism()} cores, Node ${process.versions.node}, ${type()}`,
    description: basename(options.description),
    command: ['npm run bench', ...(options.quick ? ['-- --quick'] : [])].join(' '),
  };
  console.log(`${occasion.date}, ${occasion.machine}, ${occasion.description}\n`);
  console.log(table(Object.entries(compared.titles)));
  const colours = process.stdout.isTTY;
  for (const shown of [showComparison(compared.stdio, { colours }), showComparison(compared.http, { colours })])
    if (shown !== '') console.log(`\n${shown}`);
  const goals = judgeGoals(compared).flatMap(({ what, goal, measured, isMet }) =>
    isMet === undefined ? [] : [[what, goal, measured, isMet ? 'met' : 'missed']],
  );
  if (goals.length > 0) console.log(`\n${table([['goal', '', 'measured', ''], ...goals])}`);
  process.stderr.write(`${Math.round((performance.now() - began) / 1000)} s\n`);
  if (options.json !== undefined) {
    const { stdio, http, titles } = compared;
    const text = JSON.stringify({ ...occasion, titles, stdio: stdio.figures, http: http.figures }, undefined, 1);
    await writeFile(options.json, `${text}\n`);
  }
  if (options.markdown !== undefined)
    await writeFile(
      options.markdown,
      insertInto(await readFile(options.markdown, 'utf8'), markdownOf(compared, occasion)),
    );
}
