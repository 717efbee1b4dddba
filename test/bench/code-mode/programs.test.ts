import { expect, test } from 'vitest';
import { settingInProcess } from '../../../bench/code-mode/in-process.ts';
import { programs } from '../../../bench/code-mode/programs.ts';
import { solveAll } from '../../../bench/code-mode/solve.ts';
import { tasks } from '../../../bench/tasks/tasks.ts';

const names = tasks.map(({ name }) => name);

test('every task has its program, and no program is left without one', () => {
  expect(Object.keys(programs).sort()).toEqual(names.toSorted());
});

test('code mode solves every task in one call, and writes nothing else', async () => {
  const steps = await solveAll(settingInProcess(), programs);
  expect(steps.filter((one) => one.step === 'call' && one.failed)).toEqual([]);
  expect(steps.filter(({ step }) => step === 'end')).toEqual(
    names.map((task) => ({ task, step: 'end', problems: [], wrongWrites: [] })),
  );
});
