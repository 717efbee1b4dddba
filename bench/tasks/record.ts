import { appendFileSync, readFileSync } from 'node:fs';

/** One step of a model, as it is written down: a line of JSON. */
export interface Step {
  readonly task: string;
  readonly step: 'begin' | 'list' | 'call' | 'end';
  readonly tool?: string;
  /** True for a call that answered an error. */
  readonly failed?: boolean;
  /** Tokens (o200k) that the model wrote, and that it read. */
  readonly written?: number;
  readonly read?: number;
  readonly problems?: readonly string[];
}

/** Writes a step down. */
export function record(file: string, step: Step): void {
  appendFileSync(file, `${JSON.stringify(step)}\n`);
}

/** All steps of a file. */
export function recorded(file: string): readonly Step[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line): Step => JSON.parse(line));
}

/** A row a task, and the sum: calls, calls that failed, tokens of arguments and of results. */
export function report(steps: readonly Step[]): string {
  const names = [...new Set(steps.map(({ task }) => task))];
  const rows = names.map((name) =>
    rowOf(
      name,
      steps.filter(({ task }) => task === name),
    ),
  );
  rows.push(rowOf('all', steps));
  const widths = HEAD.map((head, column) => Math.max(head.length, ...rows.map((row) => String(row[column]).length)));
  return [HEAD, ...rows]
    .map((row) => row.map((cell, at) => String(cell).padEnd(widths[at] ?? 0)).join('  '))
    .join('\n');
}

const HEAD = ['task', 'solved', 'calls', 'failed', 'first failed', 'arguments', 'results'];

function rowOf(name: string, all: readonly Step[]): readonly (string | number)[] {
  const calls = all.filter(({ step }) => step === 'call');
  const ends = all.filter(({ step }) => step === 'end');
  const sum = (key: 'written' | 'read') => calls.reduce((total, step) => total + (step[key] ?? 0), 0);
  const firsts = [...new Set(calls.map(({ task }) => task))].map((task) => calls.find((call) => call.task === task));
  return [
    name,
    `${ends.filter(({ problems }) => problems?.length === 0).length}/${ends.length}`,
    calls.length,
    calls.filter(({ failed }) => failed).length,
    firsts.filter((first) => first?.failed).length,
    sum('written'),
    sum('read'),
  ];
}
