import type { Change, ChangeReport, Label, Todo } from './change.ts';
import { adviceOn, groupChanges } from './group-changes.ts';
import { LABELS } from './labels.ts';
import { reportLine } from './report-line.ts';
import { summaryLine } from './summary-line.ts';
import { listText } from './value-text.ts';

/** Formats a text for the terminal that it is written to. */
export type Paint = (format: 'bold' | 'dim' | 'red' | 'yellow', text: string) => string;

/** Tools or shared changes of one label that are listed; the rest is counted. */
const MOST_BLOCKS = 60;
/** Tools that are new or gone that are listed. */
const MOST_TOOLS = 100;
/** Things left to do that are listed. */
const MOST_TODOS = 100;
/** Changes of one tool that are listed. */
const MOST_CHANGES = 25;

/** A report for a terminal: one line that sums it up, then the changes by label, what to do about them, and what is left to do. */
export function printReport(report: ChangeReport, paint: Paint = (_, text) => text): string {
  const { changes, todos } = report;
  const lines = [
    paint('bold', reportLine(summaryLine(report))),
    ...LABELS.flatMap((label) => sectionOf(label, changes, paint)),
    ...todoLines('To do by hand', { todos: todos.filter(({ certain }) => !certain), paint }),
    ...todoLines('Certain moves, which --apply-moves writes into the overlays', {
      todos: todos.filter(({ certain }) => certain),
      paint,
    }),
  ];
  return `${lines.join('\n')}\n`;
}

function sectionOf(label: Label, changes: readonly Change[], paint: Paint): string[] {
  const { count, whole, byTool, shared, general } = groupChanges(changes, label);
  if (count === 0) return [];
  const head = `${label.slice(0, 1).toUpperCase()}${label.slice(1)} (${count})`;
  const blocks = [
    ...(general.length > 0 ? [{ head: 'all tools', changes: general }] : []),
    ...shared.map(({ tools, changes: own }) => ({
      head: `in ${tools.length} tools: ${listText(tools)}`,
      changes: own,
    })),
    ...byTool.map(([tool, own]) => ({ head: tool, changes: own })),
  ];
  const width = Math.max(0, ...blocks.flatMap((block) => block.changes.map(({ kind }) => kind.length)));
  const shown = blocks.slice(0, MOST_BLOCKS);
  const left = blocks.slice(MOST_BLOCKS).reduce((sum, block) => sum + block.changes.length, 0);
  return [
    '',
    paint(label.startsWith('breaking') ? 'red' : 'bold', head),
    ...wholeLines(whole, paint),
    ...shown.flatMap((block) => [
      `  ${reportLine(block.head)}`,
      ...block.changes
        .slice(0, MOST_CHANGES)
        .map((change) => `    ${paint('dim', change.kind.padEnd(width))}  ${reportLine(change.message)}`),
      ...moreLines(block.changes.length - MOST_CHANGES, ' of this tool', paint),
    ]),
    ...moreLines(left, ' in other tools; `--report FILE.md` writes them all', paint),
    ...adviceLines(
      changes.filter((change) => change.label === label),
      paint,
    ),
  ];
}

/** Tools that are new or gone, one a line. */
function wholeLines(whole: readonly Change[], paint: Paint): string[] {
  const width = Math.max(0, ...whole.slice(0, MOST_TOOLS).map(({ kind }) => kind.length));
  return [
    ...whole
      .slice(0, MOST_TOOLS)
      .map(
        ({ kind, tool = '', message }) => `  ${paint('dim', kind.padEnd(width))}  ${reportLine(`${tool}: ${message}`)}`,
      ),
    ...moreLines(whole.length - MOST_TOOLS, ' tools', paint),
  ];
}

function moreLines(count: number, what: string, paint: Paint): string[] {
  return count > 0 ? [paint('dim', `    and ${count} more${what}`)] : [];
}

function adviceLines(changes: readonly Change[], paint: Paint): string[] {
  const advice = adviceOn(changes);
  if (advice.length === 0) return [];
  return [
    '  What to do',
    ...advice.map(({ kinds, help }) => paint('dim', `    ${kinds.join(', ')}: ${reportLine(help)}`)),
  ];
}

function todoLines(title: string, { todos, paint }: { todos: readonly Todo[]; paint: Paint }): string[] {
  if (todos.length === 0) return [];
  return [
    '',
    paint('yellow', `${title} (${todos.length})`),
    ...todos
      .slice(0, MOST_TODOS)
      .flatMap(({ action, message, suggestion, certain }) => [
        `  ${reportLine(action === undefined ? message : `${action}: ${message}`)}`,
        ...(suggestion === undefined ? [] : [`    ${certain ? 'now' : 'perhaps now'} ${reportLine(suggestion)}`]),
      ]),
    ...moreLines(todos.length - MOST_TODOS, '; `--report FILE.md` writes them all', paint),
  ];
}
