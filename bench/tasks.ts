import { parseArgs } from 'node:util';
import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { connected } from './tasks/connected.ts';
import { conversationTasks } from './tasks/conversation-tasks.ts';
import { otherTasks } from './tasks/other-tasks.ts';
import { record, recorded, report } from './tasks/record.ts';
import { at, workspaceAt } from './tasks/workspace.ts';

// Twelve tasks of a support team, solved by a model that has nothing but this command and an MCP server over the sample
// workspace. What the model does is written down: calls, failures, tokens.

/** The sample workspace begins anew for each. */
const tasks = [...conversationTasks, ...otherTasks];

const HELP = `usage, with intercom-mcp sandbox and intercom-mcp serve --http running:
  node bench/tasks.ts names                          the tasks
  node bench/tasks.ts begin TASK                     a fresh workspace, and what to do
  node bench/tasks.ts tools TASK                     what tools/list and the server's instructions say
  node bench/tasks.ts call TASK TOOL '{"id": 1}'     calls a tool, prints what it answers
  node bench/tasks.ts end TASK 'the answer'          checks the answer and the workspace
  node bench/tasks.ts report                         a row a task
options: --mcp URL --sandbox URL --record FILE (or TASKS_MCP, TASKS_SANDBOX, TASKS_RECORD)`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { mcp: { type: 'string' }, sandbox: { type: 'string' }, record: { type: 'string' } },
});
const [command = '', name = '', ...rest] = positionals;
const { TASKS_MCP, TASKS_SANDBOX, TASKS_RECORD } = process.env;
const url = values.mcp ?? TASKS_MCP ?? 'http://127.0.0.1:4000/mcp';
const workspace = workspaceAt(values.sandbox ?? TASKS_SANDBOX ?? 'http://127.0.0.1:4010');
const file = values.record ?? TASKS_RECORD ?? 'tasks.ndjson';

function task() {
  const found = tasks.find((one) => one.name === name);
  if (found === undefined)
    throw new Error(`no task is called ${JSON.stringify(name)}: ${tasks.map((one) => one.name)}`);
  return found;
}

async function listTools(): Promise<string> {
  return connected(url, async (client) => {
    const { tools } = await client.listTools();
    const shown = tools.map(({ name: tool, description, inputSchema }) =>
      JSON.stringify({ name: tool, description, inputSchema }),
    );
    return [`Instructions of the server:`, client.getInstructions() ?? '(none)', '', ...shown].join('\n');
  });
}

async function call(tool: string, text: string): Promise<{ shown: string; failed: boolean }> {
  try {
    const args: unknown = text === '' ? {} : JSON.parse(text);
    const answer = await connected(url, (client) =>
      client.callTool({ name: tool, arguments: args as Record<string, unknown> }),
    );
    const content: readonly unknown[] = Array.isArray(answer.content) ? answer.content : [];
    const parts = content.map((part) => String(at(part, 'text') ?? JSON.stringify(part)));
    return { shown: parts.join('\n'), failed: answer.isError === true };
  } catch (error) {
    return { shown: String(error), failed: true };
  }
}

const commands: Readonly<Record<string, () => Promise<string> | string>> = {
  names: () => tasks.map((one) => one.name).join('\n'),
  begin: async () => {
    const { question, prepare } = task();
    await workspace.reset();
    await prepare?.(workspace);
    record(file, { task: name, step: 'begin' });
    return question;
  },
  tools: async () => {
    const shown = await listTools();
    record(file, { task: task().name, step: 'list', read: countTokens(shown) });
    return shown;
  },
  call: async () => {
    const [tool = '', args = ''] = rest;
    const { shown, failed } = await call(tool, args);
    record(file, {
      task: task().name,
      step: 'call',
      tool,
      failed,
      written: countTokens(args),
      read: countTokens(shown),
    });
    return failed ? `ERROR\n${shown}` : shown;
  },
  end: async () => {
    const problems = await task().problems({ answer: rest.join(' '), workspace, changes: await workspace.changes() });
    record(file, { task: name, step: 'end', problems });
    return 'noted';
  },
  report: () => report(recorded(file)),
};

const run = Object.hasOwn(commands, command) ? commands[command] : undefined;
console.log(run === undefined ? HELP : await run());
