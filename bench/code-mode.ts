import { parseArgs } from 'node:util';
import { programs } from './code-mode/programs.ts';
import { type ProgramCall, solveAll } from './code-mode/solve.ts';
import { neighbourPrograms } from './neighbour/programs.ts';
import type { Step } from './tasks/record.ts';
import { compare, report } from './tasks/report.ts';
import { workspaceAt } from './tasks/workspace.ts';

// The tasks of bench/tasks.ts, each solved by one fixed program that an expert would write: what is left of calls and tokens
// when nothing has to be found out. It ends with 1 where one is not solved.

const HELP = `usage, with intercom-mcp sandbox --rate-limit 100000 and the servers over it running:
  node bench/code-mode.ts --sandbox URL --mcp URL [--neighbour URL]
--mcp is that of intercom-mcp serve --code --http, --neighbour that of bench/neighbour.ts.`;

const { values } = parseArgs({
  options: { mcp: { type: 'string' }, sandbox: { type: 'string' }, neighbour: { type: 'string' } },
});

async function solve(url: string, sandbox: string, ofTasks: Readonly<Record<string, ProgramCall>>) {
  const steps = await solveAll({ url, workspace: workspaceAt(sandbox) }, ofTasks);
  console.log(`${url}\n${report(steps)}\n`);
  for (const line of steps.flatMap(wrongOf)) {
    console.error(line);
    process.exitCode = 1;
  }
  return steps;
}

function wrongOf(one: Step): readonly string[] {
  if (one.step !== 'end') return [];
  return [...one.problems, ...one.wrongWrites.map((row) => `wrong write: ${row}`)].map(
    (line) => `${one.task}: ${line}`,
  );
}

const { mcp, sandbox, neighbour } = values;
if (mcp === undefined || sandbox === undefined) {
  console.error(HELP);
  process.exitCode = 2;
} else if (neighbour === undefined) await solve(mcp, sandbox, programs);
else {
  const theirs = { name: 'neighbour', steps: await solve(neighbour, sandbox, neighbourPrograms) };
  const ours = { name: 'code mode', steps: await solve(mcp, sandbox, programs) };
  console.log(compare([theirs, ours]));
}
