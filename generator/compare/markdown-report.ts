import type { Change, ChangeReport, Label, Todo } from './change.ts';
import { adviceOn, groupChanges } from './group-changes.ts';
import { LABELS } from './labels.ts';
import { reportLine } from './report-line.ts';
import { summaryLine } from './summary-line.ts';

/** Rows of one section that stand open; longer ones are folded. What breaks is read, and what is more is looked up. */
const OPEN_ROWS = { breaking: 60, other: 20 };
/** Tools that share a change and are named before the rest is folded away. */
const OPEN_TOOLS = 5;

/** A report as GitHub's Markdown, for a pull request: the same as on a terminal, and every change. */
export function markdownReport(report: ChangeReport): string {
  const { changes, todos, from, to } = report;
  const sections = [
    `# Tools: ${titleOf(from, to)}`,
    plain(summaryLine(report)),
    ...todoSection(todos.filter(({ certain }) => !certain)),
    ...movesSection(todos.filter(({ certain }) => certain)),
    ...LABELS.flatMap((label) => sectionOf(label, changes)),
  ];
  return `${sections.join('\n\n')}\n`;
}

function titleOf(from: string | undefined, to: string): string {
  if (from === undefined) return `first version, ${plain(to)}`;
  return `what changes, ${from === to ? plain(to) : `${plain(from)} -&gt; ${plain(to)}`}`;
}

function sectionOf(label: Label, changes: readonly Change[]): string[] {
  const { count, whole, byTool, shared, general } = groupChanges(changes, label);
  if (count === 0) return [];
  const rows = [
    ...general.map((change) => rowOf('all tools', change)),
    ...whole.map((change) => rowOf(code(change.tool ?? ''), change)),
    ...shared.flatMap(({ tools, changes: own }) =>
      own.map((change, at) => rowOf(at === 0 ? toolsCell(tools) : 'the same', change)),
    ),
    ...byTool.flatMap(([tool, own]) => own.map((change) => rowOf(code(tool), change))),
  ];
  const table = ['| tool | kind | change | where |', '|---|---|---|---|', ...rows].join('\n');
  const title = `${label.slice(0, 1).toUpperCase()}${label.slice(1)} (${count})`;
  const advice = adviceOn(changes.filter((change) => change.label === label)).map(
    ({ kinds, help }) => `- ${kinds.join(', ')}: ${prose(help)}`,
  );
  return [
    `## ${title}`,
    rows.length > OPEN_ROWS[label.startsWith('breaking') ? 'breaking' : 'other']
      ? `<details><summary>${rows.length} rows</summary>\n\n${table}\n\n</details>`
      : table,
    ...(advice.length > 0 ? [`What to do:\n\n${advice.join('\n')}`] : []),
  ];
}

function toolsCell(tools: readonly string[]): string {
  const named = tools.map(code);
  if (tools.length <= OPEN_TOOLS) return named.join(', ');
  return `<details><summary>${tools.length} tools</summary>${named.join(', ')}</details>`;
}

function rowOf(tool: string, { kind, message, pointer }: Change): string {
  return `| ${tool} | ${kind} | ${plain(message)} | ${pointer === '' ? '' : code(pointer)} |`;
}

function todoSection(todos: readonly Todo[]): string[] {
  if (todos.length === 0) return [];
  return [`## To do by hand (${todos.length})`, todos.map((todo) => `- [ ] ${itemOf(todo)}`).join('\n')];
}

function movesSection(moves: readonly Todo[]): string[] {
  if (moves.length === 0) return [];
  return [
    `## Certain moves (${moves.length})`,
    '`--apply-moves` writes these into the overlays; where it was given, nothing is left to do.',
    moves.map((move) => `- ${itemOf(move)}`).join('\n'),
  ];
}

function itemOf({ action, message, suggestion, certain }: Todo): string {
  const place = action === undefined ? '' : `${code(action)}: `;
  const end = suggestion === undefined || message.endsWith('.') ? '' : '.';
  const target = suggestion === undefined ? '' : ` ${certain ? 'Now' : 'Perhaps now'} ${code(suggestion)}.`;
  return `${place}${plain(message)}${end}${target}`;
}

/** A text of somebody else's as the letters that it is made of: no markup, no HTML, no mention, in one line. */
function plain(text: string): string {
  return (
    reportLine(text)
      .replace(/[\\`*_[\]#|~$]|^[-+]|(?<=^\d+)[.)](?=\s|$)/g, (character) => `\\${character}`)
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      // A name after an at sign calls somebody, a number after a hash is an issue, and a bare address becomes a link.
      .replaceAll('@', '@\u200b')
      .replace(/#(?=\w)/g, '#\u200b')
      .replace(/:(?=\/\/)/g, ':\u200b')
      .replace(/\b(?=www\.)/gi, '\u200b')
  );
}

/** Our own sentences, in which only what stands between backticks is marked. */
function prose(text: string): string {
  return reportLine(text).replaceAll('<', '&lt;').replaceAll('|', '\\|');
}

/** A name as code; also one with backticks. Inside a table a bar is escaped even there. */
function code(text: string): string {
  const own = reportLine(text).replaceAll('|', '\\|');
  const longest = Math.max(0, ...[...own.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const gap = own.startsWith('`') || own.endsWith('`') || own.trim() === '' ? ' ' : '';
  return `${fence}${gap}${own}${gap}${fence}`;
}
