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
  const began = performance.now();
  const compared = await compare(options, (text) => process.stderr.write(`${text}\n`));
  const colours = process.stdout.isTTY;
  console.log(
    Object.entries(compared.titles)
      .map(([name, title]) => `${name}: ${title}`)
      .join('\n'),
  );
  for (const comparison of [showComparison(compared.stdio, { colours }), showComparison(compared.http, { colours })])
    if (comparison !== '') console.log(`\n${comparison}`);
  process.stderr.write(`${Math.round((performance.now() - began) / 1000)} s\n`);
  if (options.json !== undefined) {
    const { stdio, http, titles } = compared;
    await writeFile(
      options.json,
      `${JSON.stringify({ titles, stdio: stdio.figures, http: http.figures }, undefined, 1)}\n`,
    );
  }
}
