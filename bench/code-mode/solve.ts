import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { connected } from '../tasks/connected.ts';
import type { Step } from '../tasks/record.ts';
import { shownCall, shownList } from '../tasks/shown.ts';
import type { Task } from '../tasks/task.ts';
import { tasks } from '../tasks/tasks.ts';
import { verdictOf } from '../tasks/verdict.ts';
import type { Workspace } from '../tasks/workspace.ts';

/** A call that a program takes to run. */
export interface ProgramCall {
  readonly tool: string;
  readonly code: string;
}

/** A server that runs programs, and the workspace that it works on. */
export interface Setting {
  readonly url: string;
  /** Reaches a server of this process. */
  readonly fetch?: typeof fetch;
  readonly workspace: Workspace;
}

/** Solves every task by its one program, whose answer is the task's; as a model's steps would be written down. */
export async function solveAll(
  setting: Setting,
  programs: Readonly<Record<string, ProgramCall>>,
): Promise<readonly Step[]> {
  const list = countTokens(await connected(setting.url, shownList, setting.fetch));
  const steps: Step[] = [];
  for (const task of tasks) {
    const program = programs[task.name];
    if (program === undefined) throw new Error(`no program for the task ${task.name}`);
    steps.push({ task: task.name, step: 'begin', list }, ...(await solve(setting, task, program)));
  }
  return steps;
}

async function solve(
  { url, fetch, workspace }: Setting,
  task: Task,
  { tool, code }: ProgramCall,
): Promise<readonly Step[]> {
  await workspace.reset();
  await task.prepare?.(workspace);
  const { shown, failed } = await connected(url, (client) => shownCall(client, tool, { code }), fetch);
  const tokens = { written: countTokens(JSON.stringify({ code })), read: countTokens(shown) };
  const verdict = await verdictOf(task, { answer: shown, workspace, changes: await workspace.changes() });
  return [
    { task: task.name, step: 'call', tool, failed, ...tokens },
    { task: task.name, step: 'end', ...verdict, ...(failed && { problems: [...verdict.problems, shown] }) },
  ];
}
