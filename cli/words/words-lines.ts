import type { ToolFacts, WordsProblem, WordsReport, WrittenStubs } from '../../generator/index.ts';
import { paint } from '../output/paint.ts';
import { table } from '../output/table.ts';

const bold = (text: string): string => paint(process.stdout, 'bold', text);
const dim = (text: string): string => paint(process.stdout, 'dim', text);

/** Columns of the terminal; undefined where it is none: what is piped or kept is whole. */
function columns(): number {
  return process.stdout.columns ?? Number.POSITIVE_INFINITY;
}

/** The tools that lack words, as a table, and what to do about them. */
export function wordlessLines({ wordless, tools, version }: WordsReport): string {
  if (wordless.length === 0)
    return `API version ${version}: each of ${counted(tools.length, 'tool')} and every argument has words.`;
  const rows = wordless.map((tool) => [tool.tool, tool.class, tool.tokens, lacking(tool), tool.operation]);
  const [head = '', ...rest] = table([['TOOL', 'CLASS', 'TOKENS', 'LACKS', 'OPERATION'], ...rows], columns()).split(
    '\n',
  );
  const all = `${wordless.length} of ${counted(tools.length, 'tool')} ${wordless.length === 1 ? 'lacks' : 'lack'} words; models read what follows from their facts.`;
  return [bold(head), ...rest, dim(`${all} --tool NAME shows the facts, --write writes stubs.`)].join('\n');
}

function lacking({ lacks }: ToolFacts): string {
  return [...(lacks.title ? ['title'] : []), ...(lacks.description ? ['description'] : []), ...lacks.arguments].join(
    ', ',
  );
}

/** All that is known of one tool, for who writes its words. */
export function factsLines(tool: ToolFacts): string {
  const { access, destructive, answer, neighbours } = tool;
  const facts = table(
    [
      ['lacks', lacking(tool) || 'nothing'],
      ['request', tool.operation],
      ['class', `${tool.class}, ${destructive ? 'removes or cannot be undone' : `a ${access}`}`],
      ['pages', tool.paging],
      ['answers', answer.join(', ') || 'no fields'],
      ['costs', `${tool.tokens} tokens (o200k)`],
    ],
    columns(),
  );
  const takes = tool.arguments.map((row) => [row.name, row.type, row.required ? 'yes' : '', wordsOf(row)]);
  const beside = neighbours.map((other) => [other.tool, other.title]);
  return [
    `${bold(tool.tool)}   ${tool.title}`,
    '',
    tool.description,
    '',
    facts,
    '',
    ...(takes.length === 0 ? ['It has no arguments.'] : headed([['ARGUMENT', 'TYPE', 'REQUIRED', 'WORDS'], ...takes])),
    '',
    ...(beside.length === 0 ? ['It has no neighbours.'] : headed([['NEIGHBOUR', 'TITLE'], ...beside])),
  ].join('\n');
}

function headed(rows: readonly (readonly string[])[]): readonly string[] {
  const [head = '', ...rest] = table(rows, columns()).split('\n');
  return [bold(head), ...rest];
}

function wordsOf({ words, names }: ToolFacts['arguments'][number]): string {
  return [words, ...(names.length > 0 ? [`(or the name of its ${names.join(', ')})`] : [])].filter(Boolean).join(' ');
}

/** What breaks a rule: the place, the rule, what is wrong and what to do. */
export function problemLines(problems: readonly WordsProblem[]): string {
  if (problems.length === 0) return 'All words keep the rules.';
  const lines = problems.flatMap(({ at, rule, tool, place, message, help }) => [
    `${at}  ${paint(process.stdout, 'red', rule)}  ${tool === undefined ? '' : `${tool}, `}${place}: ${message}`,
    dim(`  ${help}`),
  ]);
  return [...lines, `${counted(problems.length, 'text')} to mend; docs/words.md has the rules.`].join('\n');
}

/** The files that have stubs now. */
export function stubLines(written: readonly WrittenStubs[]): string {
  if (written.length === 0) return 'Nothing to write: what has no words has a stub already.';
  return [
    ...written.map(({ file, tools }) => `wrote ${file}: ${tools.join(', ')}`),
    'Put words in place of each TODO, then run intercom-mcp words --lint and intercom-mcp generate.',
  ].join('\n');
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
