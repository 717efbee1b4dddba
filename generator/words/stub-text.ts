import { stringify } from 'yaml';
import { oneLine } from '../text/one-line.ts';
import { operationTarget } from '../text/operation-target.ts';
import { STUB } from '../text/stub.ts';
import type { ToolFacts } from './describe-tool.ts';

/** Columns of a line in an overlay. */
const WIDTH = 120;

/** The head of a new overlay of words, up to where its actions begin. */
export function headText(module: string, version: string): string {
  const head = {
    overlay: '1.0.0',
    info: { title: `Words: ${module.replaceAll('_', ' ')}`, version: '1.0.0' },
    'x-api-version': version,
  };
  return `${stringify(head, { singleQuote: true, lineWidth: WIDTH })}actions:\n`;
}

/** An action with stubs for what a tool lacks, below the facts that somebody needs to write the words; indented by `indent` blanks. */
export function stubText(tool: ToolFacts, indent: number): string {
  const { operation, lacks } = tool;
  const [method = '', path = ''] = [
    operation.slice(0, operation.indexOf(' ')),
    operation.slice(operation.indexOf(' ') + 1),
  ];
  const fields = Object.fromEntries(lacks.arguments.map((name) => [name, STUB]));
  const update = {
    ...(lacks.title && { summary: STUB }),
    ...(lacks.description && { description: STUB }),
    ...(lacks.arguments.length > 0 && { 'x-mcp': { fields } }),
  };
  const target = operationTarget(path, method);
  const action = stringify([{ target, update }], { singleQuote: true, lineWidth: 0 });
  const comments = factLines(tool).flatMap((line) =>
    folded(oneLine(line), WIDTH - indent - 2).map((part) => `# ${part}`),
  );
  const blank = ' '.repeat(indent);
  return [...comments, ...action.trimEnd().split('\n')].map((line) => `${blank}${line}\n`).join('');
}

/** What is known of a tool, a line each. */
function factLines(tool: ToolFacts): string[] {
  const { access, destructive, paging, answer, neighbours, tokens, description } = tool;
  const kind = `${tool.class}, ${destructive ? 'removes or cannot be undone' : `a ${access}`}`;
  const takes = tool.arguments.map(({ name, type, required, names }) => {
    const marks = [
      ...(required ? ['required'] : []),
      ...(names.length > 0 ? [`or the name of one: ${names.join(', ')}`] : []),
    ];
    return `${name} (${[type, ...marks].join(', ')})`;
  });
  return [
    `${tool.tool}: ${tool.operation}; ${kind}; ${tokens} tokens`,
    `reads now: ${description}`,
    `takes: ${takes.join('; ') || 'nothing'}`,
    `pages: ${paging}`,
    `answers: ${answer.join(', ') || 'no fields'}`,
    `neighbours: ${beside(neighbours)}`,
  ];
}

/** Neighbours that a comment names; the command shows all. */
const MOST_NEIGHBOURS = 8;

function beside(neighbours: ToolFacts['neighbours']): string {
  const named = neighbours.slice(0, MOST_NEIGHBOURS).map(({ tool, title }) => `${tool} (${title})`);
  const more = neighbours.length - named.length;
  return [...named, ...(more > 0 ? [`and ${more} more`] : [])].join(', ') || 'none';
}

/** A line as several of at most `width` characters, words whole. */
function folded(line: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of line.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width)
      lines.push(lines.length === 0 ? word : `  ${word}`);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
