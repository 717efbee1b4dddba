import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { connected } from './tasks/connected.ts';
import { record, recorded } from './tasks/record.ts';
import { compare, report } from './tasks/report.ts';
import { shownCall, shownList } from './tasks/shown.ts';
import { tasks } from './tasks/tasks.ts';
import { verdictOf } from './tasks/verdict.ts';
import { workspaceAt } from './tasks/workspace.ts';

// Twelve tasks of a support team, solved by a model that has nothing but this command and an MCP server over the sample
// workspace. What the model does is written down: calls, failures, tokens.

const HELP = `usage, with intercom-mcp sandbox and intercom-mcp serve --http running:
  node bench/tasks.ts names                          the tasks
  node bench/tasks.ts begin TASK                     a fresh workspace, and what to do
  node bench/tasks.ts tools                          what tools/list and the server's instructions say
  node bench/tasks.ts call TASK TOOL '{"id": 1}'     calls a tool, prints what it answers
  node bench/tasks.ts call TASK TOOL --stdin code    the same, with standard input as the argument "code"
  node bench/tasks.ts end TASK 'the answer'          checks the answer and the workspace
  node bench/tasks.ts report                         a row a task
  node bench/tasks.ts report --record A --record B   a column a record, and its ratio to the first
options: --mcp URL --sandbox URL --record FILE (or TASKS_MCP, TASKS_SANDBOX, TASKS_RECORD)`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    mcp: { type: 'string' },
    sandbox: { type: 'string' },
    record: { type: 'string', multiple: true },
    stdin: { type: 'string' },
  },
});
const [command = '', name = '', ...rest] = positionals;
const { TASKS_MCP, TASKS_SANDBOX, TASKS_RECORD } = process.env;
const url = values.mcp ?? TASKS_MCP ?? 'http://127.0.0.1:4000/mcp';
const workspace = workspaceAt(values.sandbox ?? TASKS_SANDBOX ?? 'http://127.0.0.1:4010');
const files = values.record ?? [TASKS_RECORD ?? 'tasks.ndjson'];
const file = files[0] ?? '';

function task() {
  const found = tasks.find((one) => one.name === name);
  if (found === undefined)
    throw new Error(`no task is called ${JSON.stringify(name)}: ${tasks.map((one) => one.name)}`);
  return found;
}

/** The arguments as JSON, that of standard input among them. */
function argumentsOf(text: string): string {
  if (values.stdin === undefined) return text;
  const args: Record<string, unknown> = text === '' ? {} : JSON.parse(text);
  return JSON.stringify({ ...args, [values.stdin]: readFileSync(0, 'utf8') });
}

async function call(tool: string, text: string): Promise<{ shown: string; failed: boolean }> {
  try {
    const args: Record<string, unknown> = text === '' ? {} : JSON.parse(text);
    return await connected(url, (client) => shownCall(client, tool, args));
  } catch (error) {
    return { shown: String(error), failed: true };
  }
}

const commands: Readonly<Record<string, () => Promise<string> | string>> = {
  names: () => tasks.map((one) => one.name).join('\n'),
  begin: async () => {
    const { question, prepare } = task();
    const list = countTokens(await connected(url, shownList));
    await workspace.reset();
    await prepare?.(workspace);
    record(file, { task: name, step: 'begin', list });
    return question;
  },
  tools: () => connected(url, shownList),
  call: async () => {
    const { name: of } = task();
    const [tool = '', text = ''] = rest;
    const args = argumentsOf(text);
    const { shown, failed } = await call(tool, args);
    const tokens = { written: countTokens(args), read: countTokens(shown) };
    record(file, { task: of, step: 'call', tool, failed, ...tokens });
    return failed ? `ERROR\n${shown}` : shown;
  },
  end: async () => {
    const done = { answer: rest.join(' '), workspace, changes: await workspace.changes() };
    record(file, { task: name, step: 'end', ...(await verdictOf(task(), done)) });
    return 'noted';
  },
  report: () => {
    const [first, ...others] = files.map((one) => ({ name: basename(one, '.ndjson'), steps: recorded(one) }));
    if (first === undefined) return HELP;
    return others.length === 0 ? report(first.steps) : compare([first, ...others]);
  },
};

const run = Object.hasOwn(commands, command) ? commands[command] : undefined;
console.log(run === undefined ? HELP : await run());
