import { parseArgs } from 'node:util';
import { settingInProcess } from './code-mode/in-process.ts';
import { programs } from './code-mode/programs.ts';
import { type ProgramCall, type Setting, solveAll } from './code-mode/solve.ts';
import { neighbourPrograms } from './neighbour/programs.ts';
import type { Step } from './tasks/record.ts';
import { compare, report } from './tasks/report.ts';
import { workspaceAt } from './tasks/workspace.ts';

// The tasks of bench/tasks.ts, each solved by one fixed program that an expert would write: what is left of calls and tokens
// when nothing has to be found out. It ends with 1 where one is not solved.

const HELP = `usage: node bench/code-mode.ts [--neighbour URL --sandbox URL]
Code mode runs in this process; the neighbour is what bench/neighbour.ts serves, over the workspace of --sandbox.`;

const { values } = parseArgs({ options: { neighbour: { type: 'string' }, sandbox: { type: 'string' } } });
const { neighbour, sandbox } = values;

async function solve(setting: Setting, ofTasks: Readonly<Record<string, ProgramCall>>): Promise<readonly Step[]> {
  const steps = await solveAll(setting, ofTasks);
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

if ((neighbour === undefined) !== (sandbox === undefined)) {
  console.error(HELP);
  process.exitCode = 2;
} else {
  const steps = await solve(settingInProcess(), programs);
  console.log(report(steps));
  if (neighbour !== undefined && sandbox !== undefined) {
    const theirs = await solve({ url: neighbour, workspace: workspaceAt(sandbox) }, neighbourPrograms);
    console.log(`\nThe neighbour:\n${report(theirs)}\n`);
    console.log(
      compare([
        { name: 'neighbour', steps: theirs },
        { name: 'code mode', steps },
      ]),
    );
  }
}
