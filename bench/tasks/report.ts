import type { Step } from './record.ts';

/** What is counted of a model's steps, in the order of columns. */
const MEASURES: Readonly<Record<string, (steps: readonly Step[]) => number>> = {
  runs,
  solved,
  'wrong writes': (steps) => sum(steps, (one) => (one.step === 'end' ? one.wrongWrites.length : 0)),
  calls,
  failed: (steps) => sum(steps, (one) => (one.step === 'call' && one.failed ? 1 : 0)),
  list,
  'list once': listOnce,
  written,
  read,
  sum: (steps) => list(steps) + written(steps) + read(steps),
  'sum, list once': (steps) => listOnce(steps) + written(steps) + read(steps),
};

/**
 * A row a task and one of all: runs, how many are solved, wrong writes, calls, failed calls, and tokens: of the list with the
 * instructions in every run, and of one connection for all of them; of what the model wrote; of what it read.
 */
export function report(steps: readonly Step[]): string {
  const rows = tasksOf(steps).map((task) => [task, ...cellsOf(steps.filter((step) => step.task === task))]);
  return table([['task', ...Object.keys(MEASURES)], ...rows, ['all', ...cellsOf(steps)]]);
}

/** A model's steps by one way of offering tools. */
export interface Recorded {
  readonly name: string;
  readonly steps: readonly Step[];
}

/** A column a record with what was measured of all tasks, and which were solved; beside each but the first its ratio to the first, by the run. */
export function compare([first, ...others]: readonly [Recorded, ...Recorded[]]): string {
  const head = others.flatMap(({ name }) => [name, `/ ${first.name}`]);
  const rows = Object.entries(MEASURES).map(([name, of]) => {
    const byRun = (steps: readonly Step[]) => of(steps) / runs(steps);
    const cells = others.flatMap(({ steps }) => [of(steps), ratio(byRun(steps), byRun(first.steps))]);
    return [name, of(first.steps), ...cells];
  });
  const tasks = tasksOf([first, ...others].flatMap(({ steps }) => steps)).map((task) => [
    task,
    outcome(task, first.steps),
    ...others.flatMap(({ steps }) => [outcome(task, steps), '']),
  ]);
  return table([['', first.name, ...head], ...rows, ['solved, in calls'], ...tasks]);
}

function outcome(task: string, steps: readonly Step[]): string {
  const own = steps.filter((step) => step.task === task);
  return `${solved(own)}/${runs(own)} in ${calls(own)}`;
}

function tasksOf(steps: readonly Step[]): readonly string[] {
  return [...new Set(steps.map(({ task }) => task))];
}

function cellsOf(steps: readonly Step[]): readonly number[] {
  return Object.values(MEASURES).map((of) => of(steps));
}

function ratio(value: number, base: number): string {
  const found = value / base;
  return Number.isFinite(found) ? found.toFixed(2) : '-';
}

function runs(steps: readonly Step[]): number {
  return steps.filter(({ step }) => step === 'begin').length;
}

function solved(steps: readonly Step[]): number {
  return steps.filter((one) => one.step === 'end' && one.problems.length === 0 && one.wrongWrites.length === 0).length;
}

function calls(steps: readonly Step[]): number {
  return steps.filter(({ step }) => step === 'call').length;
}

function list(steps: readonly Step[]): number {
  return sum(steps, (one) => (one.step === 'begin' ? one.list : 0));
}

function listOnce(steps: readonly Step[]): number {
  return Math.max(0, ...steps.map((one) => (one.step === 'begin' ? one.list : 0)));
}

function written(steps: readonly Step[]): number {
  return sum(steps, (one) => (one.step === 'call' ? one.written : 0));
}

function read(steps: readonly Step[]): number {
  return sum(steps, (one) => (one.step === 'call' ? one.read : 0));
}

function sum(steps: readonly Step[], of: (step: Step) => number): number {
  return steps.reduce((total, step) => total + of(step), 0);
}

function table(rows: readonly (readonly (string | number)[])[]): string {
  const width = (column: number) => Math.max(...rows.map((row) => String(row[column] ?? '').length));
  const widths = Array.from({ length: Math.max(...rows.map((row) => row.length)) }, (_, column) => width(column));
  return rows
    .map((row) =>
      row
        .map((cell, at) => pad(String(cell), widths[at] ?? 0, at))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function pad(cell: string, width: number, column: number): string {
  return column === 0 ? cell.padEnd(width) : cell.padStart(width);
}
