import { expect, test } from 'vitest';
import { type ApiRequest, requestApi } from '../../../bench/neighbour/api-request.ts';
import { neighbourPrograms } from '../../../bench/neighbour/programs.ts';
import { createVmExecutor } from '../../../bench/neighbour/vm-executor.ts';
import { tasks } from '../../../bench/tasks/tasks.ts';
import { verdictOf } from '../../../bench/tasks/verdict.ts';
import { workspaceAt } from '../../../bench/tasks/workspace.ts';
import { createSandbox } from '../../../sandbox/index.ts';

const sandbox = createSandbox({ rateLimit: 1e9 });
const workspace = workspaceAt('https://sandbox.test', sandbox.fetch);
const { execute } = createVmExecutor();

/** What a codemode server hands to programs, but for its specification. */
const request = (options: unknown) => requestApi('https://sandbox.test', options as ApiRequest, sandbox.fetch);

test.each(tasks.map((task) => [task.name, task] as const))(
  '%s is solved by the program for the neighbour',
  async (name, task) => {
    await workspace.reset();
    await task.prepare?.(workspace);
    const { result, error } = await execute(neighbourPrograms[name]?.code ?? '', [
      { name: 'codemode', fns: { request } },
    ]);
    expect(error).toBeUndefined();
    const done = { answer: JSON.stringify(result), workspace, changes: await workspace.changes() };
    expect(await verdictOf(task, done)).toEqual({ problems: [], wrongWrites: [] });
  },
);
