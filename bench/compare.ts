import { writeFile } from 'node:fs/promises';
import { compare } from './compare/compare.ts';
import { HELP, measureNames, readOptions } from './compare/options.ts';
import { showComparison } from './compare/show.ts';
import { contestants } from './contestants/index.ts';

// Ours beside the floor and its neighbours, in turns: npm run bench -- --help
const names = contestants.map(({ name }) => name);
if (process.argv.includes('--help')) {
  console.log(HELP.replace('NAMES', names.join(', ')).replace('MEASURES', measureNames.join(', ')));
} else {
  const options = readOptions(process.argv.slice(2), names);
  const { stdio } = await compare(options, (text) => process.stderr.write(`${text}\n`));
  console.log(showComparison(stdio, { colours: process.stdout.isTTY }));
  if (options.json !== undefined)
    await writeFile(options.json, `${JSON.stringify({ stdio: stdio.figures }, undefined, 1)}\n`);
}
