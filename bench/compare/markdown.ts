import type { Compared } from './compare.ts';
import { judgeGoals } from './goals.ts';
import { type Comparison, notesOf, rowsOf, withRatio } from './show.ts';

const BEGIN = '<!-- What npm run bench writes begins here. -->';
const END = '<!-- What npm run bench writes ends here. -->';

/** Where and how something was measured. */
export interface Occasion {
  /** The day, as `2026-11-28`. */
  readonly date: string;
  /** Such as `2 cores, Node 24.21.0, Linux`. */
  readonly machine: string;
  /** What tools were made of. */
  readonly description: string;
  readonly command: string;
}

/** All that was measured as a part of a page. */
export function markdownOf(compared: Compared, { date, machine, description, command }: Occasion): string {
  const goals = judgeGoals(compared);
  return [
    `Measured on ${date}: ${machine}; tools of ${description}; \`${command}\`.`,
    pipes([
      ['goal', 'at', 'measured', ''],
      ...goals.map(({ what, goal, measured, isMet }) => [
        what,
        goal,
        measured,
        isMet === undefined ? '' : isMet ? 'met' : 'missed',
      ]),
    ]),
    pipes([['column', 'is'], ...Object.entries(compared.titles)], { isText: true }),
    section(compared.stdio),
    section(compared.http),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** Puts a text between the marks of a page; throws where the page has none. */
export function insertInto(page: string, text: string): string {
  const from = page.indexOf(BEGIN);
  const to = page.indexOf(END);
  if (from < 0 || to < from) throw new Error(`the page has no lines "${BEGIN}" and "${END}"`);
  return `${page.slice(0, from + BEGIN.length)}\n\n${text}\n\n${page.slice(to)}`;
}

function section<Name extends string>(comparison: Comparison<Name>): string {
  const rows = rowsOf(comparison);
  if (rows.length === 0) return '';
  const table = pipes([
    ['', ...comparison.contestants],
    ...rows.map(({ metric, cells }) => [
      metric.title.trim(),
      ...cells.map(({ value, ratio, spread }) => {
        const shown = withRatio(value, ratio);
        return spread === undefined ? shown : `${shown} (${spread})`;
      }),
    ]),
  ]);
  const notes = notesOf(comparison, rows).map((note) => `- ${note.replaceAll(/[<>|`]/g, ' ')}`);
  return notes.length === 0 ? table : `${table}\n\nWhat has no figure, and why:\n\n${notes.join('\n')}`;
}

/** Rows as a table of Markdown, columns but the first to the right, as numbers stand, unless they are text. */
function pipes(rows: readonly (readonly string[])[], { isText = false } = {}): string {
  const [head = [], ...others] = rows;
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(head),
    line(head.map((_, column) => (column === 0 || isText ? '---' : '---:'))),
    ...others.map(line),
  ].join('\n');
}
